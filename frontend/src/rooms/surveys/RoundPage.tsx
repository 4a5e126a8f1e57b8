import { lazy, Suspense } from 'react'
import { useParams } from 'wouter'
import { may } from '../../api/client'
import type { Survey, SurveyQuestion } from '../../api/types'
import { formatDay } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { EmptyState, Load } from '../../ui/Load'
import { Markdown } from '../../ui/Markdown'
import { Page, Part } from '../../ui/Page'
import { textOf } from '../../ui/questions/question'
import { Facts } from '../../ui/small'
import { breakdownsOf } from './breakdowns'
import { conditionOf } from './condition'
import { useSurvey, useSurveyQuestions } from './queries'
import './surveys.css'
import { stateWords, words } from './words'

const Steps = lazy(() => import('./edit/Steps'))

/** One round: what it is about, who answers and until when, its questions, and where to go from here. */
export default function RoundPage() {
  const w = useWords(words)
  const to = usePaths()
  const { survey = '' } = useParams()
  return (
    <Load
      of={useSurvey(survey)}
      missing={
        <Page title={w.missingTitle}>
          <EmptyState title={w.missingText} action={<a href={to.surveys()}>{w.all}</a>} />
        </Page>
      }
    >
      {(round) => <Whole round={round} />}
    </Load>
  )
}

function Whole({ round }: { round: Survey }) {
  const w = useWords(words)
  const say = useWords(stateWords)
  const lang = useLang()
  const to = usePaths()
  const isStaff = round.answering === 'staff'
  const breakdowns = breakdownsOf(round, useSurveyQuestions(round.id).data ?? [], lang, w)
  const facts = [
    { term: w.who, value: isStaff ? w.staffAnswer : w.unitsAnswer },
    { term: w.state, value: say[round.state] },
    round.closedOn
      ? { term: w.closed, value: formatDay(round.closedOn, lang) }
      : round.closesOn && { term: w.closes, value: formatDay(round.closesOn, lang) },
    round.publishedOn && { term: w.published, value: formatDay(round.publishedOn, lang) },
    isStaff && { term: w.least, value: w.leastAnswers(round.minGroup) },
    breakdowns.length > 0 && { term: w.toldBy, value: breakdowns.join('; ') },
  ]
  const keeps = ['open', 'close', 'extend', 'publish', 'copy'].some((step) => may(round, step))
  return (
    <Page
      title={textOf(round.titleSv, round.titleEn, lang)}
      kicker={<a href={to.surveys()}>{w.title}</a>}
      lead={<Markdown html={lang === 'en' ? round.introEnHtml : round.introSvHtml} />}
    >
      <Facts facts={facts.filter((fact) => typeof fact === 'object')} />
      <Ways round={round} />
      {keeps && (
        <Suspense fallback={null}>
          <Steps round={round} />
        </Suspense>
      )}
      <Part title={w.questions} id="fragor">
        <Load of={useSurveyQuestions(round.id)} lines={12}>
          {(questions) => <Questions round={round} questions={questions} />}
        </Load>
      </Part>
    </Page>
  )
}

/** What this reader can do with the round. */
function Ways({ round }: { round: Survey }) {
  const w = useWords(words)
  const to = usePaths()
  return (
    <nav className="survey-ways screen-only" aria-label={w.ways}>
      <ul className="plain-list">
        {may(round, 'results') && (
          <li>
            <a href={to.surveyResults(round.id)}>{w.results}</a>
          </li>
        )}
        {may(round, 'freeTexts') && (
          <li>
            <a href={to.surveyTexts(round.id)}>{round.state === 'closed' ? w.readTexts : w.texts}</a>
          </li>
        )}
        {round.answering === 'staff' && round.takesAnswers && (
          <li>
            <a href={to.answer()}>{w.answerWithCode}</a>
            <p className="soft">{w.answerText}</p>
          </li>
        )}
        {may(round, 'compilation') && (
          <li>
            <a href={to.compilation(round.id)}>{w.compilation}</a>
          </li>
        )}
        {may(round, 'units') && (
          <li>
            <a href={to.surveyUnits(round.id)}>{w.unitAnswers}</a>
            <p className="soft">{w.unitAnswersText}</p>
          </li>
        )}
        {may(round, 'coverage') && (
          <li>
            <a href={to.surveyCoverage(round.id)}>{w.coverage}</a>
          </li>
        )}
        {may(round, 'edit') && (
          <li>
            <a href={to.surveyBuilder(round.id)}>{round.state === 'draft' ? w.build : w.spelling}</a>
          </li>
        )}
        {may(round, 'addQuestion') && (
          <li>
            <a href={to.surveyTrial(round.id)}>{w.tryIt}</a>
          </li>
        )}
        <li>
          <a href={to.surveyForm(round.id)}>{w.form}</a>
        </li>
        {may(round, 'history') && (
          <li>
            <a href={to.history('survey', round.id)}>{w.history}</a>
          </li>
        )}
      </ul>
    </nav>
  )
}

function Questions({ round, questions }: { round: Survey; questions: SurveyQuestion[] }) {
  const w = useWords(words)
  const lang = useLang()
  return round.sections.map((section) => {
    const asked = questions.filter(({ sectionKey }) => sectionKey === section.key)
    return (
      <section key={section.key} className="survey-section" aria-labelledby={`del-${section.key}`}>
        <h3 id={`del-${section.key}`}>{textOf(section.titleSv, section.titleEn, lang)}</h3>
        <p className="soft">
          {w.questionCount(asked.length)}. {textOf(section.introSv, section.introEn, lang)}
        </p>
        <ol className="survey-questions">
          {asked.map((question) => (
            <li key={question.id}>
              <Question question={question} all={questions} />
            </li>
          ))}
        </ol>
      </section>
    )
  })
}

function Question({ question, all }: { question: SurveyQuestion; all: SurveyQuestion[] }) {
  const w = useWords(words)
  const lang = useLang()
  const choices = (question.options ?? []).map(({ sv, en }) => textOf(sv, en, lang))
  const notes = [question.required && w.required, conditionOf(question, all, lang, w)].filter(Boolean)
  const help = lang === 'en' ? question.helpEnHtml : question.helpSvHtml
  return (
    <>
      <p className="survey-question">{textOf(question.textSv, question.textEn, lang)}</p>
      {choices.length > 0 && <p className="soft small">{choices.join(' · ')}</p>}
      {notes.length > 0 && <p className="soft small">{notes.join('. ')}.</p>}
      {help && (
        <details>
          <summary>{w.manual}</summary>
          <Markdown html={help} />
        </details>
      )}
    </>
  )
}
