import { useParams } from 'wouter'
import { may } from '../../api/client'
import type { Compilation, Survey, SurveyAnalysis, SurveyQuestion } from '../../api/types'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { EmptyState, Load } from '../../ui/Load'
import { Page, Part } from '../../ui/Page'
import { textOf, type Value } from '../../ui/questions/question'
import { readable } from '../../ui/questions/readable'
import { type Column, Table } from '../../ui/Table'
import { useSurvey, useSurveyQuestions } from '../surveys/queries'
import './compilations.css'
import { useAnalyses, useCompilation } from './queries'
import { Analysis } from './shared'
import { kindWords, words } from './words'

type Told = Compilation['questions'][number]
type Count = Told['counts'][number]
type Answer = Told['answers'][number]

/** What the units have signed together: counted, analysed, and each by its name. */
export default function CompilationPage() {
  const w = useWords(words)
  const to = usePaths()
  const { survey = '' } = useParams()
  const round = useSurvey(survey)
  const questions = useSurveyQuestions(survey)
  const analyses = useAnalyses(survey)
  return (
    <Load
      of={useCompilation(survey)}
      lines={10}
      missing={
        <Page title={w.missingTitle}>
          <EmptyState title={w.missingText} action={<a href={to.surveys()}>{w.toSurveys}</a>} />
        </Page>
      }
    >
      {(told) => (
        <Load of={round}>
          {(about) => (
            <Load of={questions}>
              {(all) => (
                <Load of={analyses}>
                  {(said) => <Whole told={told} round={about} questions={all} analyses={said} />}
                </Load>
              )}
            </Load>
          )}
        </Load>
      )}
    </Load>
  )
}

type Props = { told: Compilation; round: Survey; questions: SurveyQuestion[]; analyses: SurveyAnalysis[] }

function Whole({ told, round, questions, analyses }: Props) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  return (
    <Page
      title={w.title}
      kicker={<a href={to.survey(round.id)}>{textOf(round.titleSv, round.titleEn, lang)}</a>}
      lead={<p>{w.answered(told.answered, told.asked)}</p>}
    >
      {told.state !== 'published' && <p className="notice">{w.notYet}</p>}
      <nav className="screen-only" aria-label={w.forms}>
        <ul className="plain-list compilation-forms">
          <li>
            <a href={to.compilationAs(round.id, 'document')}>{w.print}</a>
          </li>
          <li>
            <a href={to.compilationAs(round.id, 'docx')}>{w.docx}</a>
          </li>
          <li>
            <a href={to.compilationAs(round.id, 'pdf')}>{w.pdf}</a>
          </li>
          <li>
            <a href={to.compilationAs(round.id, 'table')}>{w.file}</a>
          </li>
        </ul>
      </nav>
      {round.sections.map((section) => (
        <Part key={section.key} title={textOf(section.titleSv, section.titleEn, lang)} id={`del-${section.key}`}>
          {questions
            .filter(({ sectionKey }) => sectionKey === section.key)
            .map((question) => (
              <Question
                key={question.key}
                question={question}
                told={told}
                of={told.questions.find(({ key }) => key === question.key)}
                analysis={analyses.find(({ questionKey }) => questionKey === question.key)}
              />
            ))}
        </Part>
      ))}
      <Uses told={told} />
    </Page>
  )
}

type QuestionProps = {
  question: SurveyQuestion
  told: Compilation
  of: Told | undefined
  analysis: SurveyAnalysis | undefined
}

function Question({ question, told, of, analysis }: QuestionProps) {
  const w = useWords(words)
  const lang = useLang()
  const text = textOf(question.textSv, question.textEn, lang)
  const nameOf = (unitId: string) => {
    const unit = told.units.find((one) => one.unitId === unitId)
    return textOf(unit?.nameSv, unit?.nameEn, lang)
  }
  const counts: Column<Count>[] = [
    {
      key: 'choice',
      head: w.choice,
      rowHead: true,
      cell: ({ rowSv, rowEn, sv, en }) =>
        [rowSv && textOf(rowSv, rowEn, lang), textOf(sv, en, lang)].filter(Boolean).join(': '),
    },
    { key: 'count', head: w.units, numeric: true, cell: ({ count }) => count },
  ]
  const answers: Column<Answer>[] = [
    { key: 'unit', head: w.unit, rowHead: true, cell: ({ unitId }) => nameOf(unitId) },
    {
      key: 'answer',
      head: w.answer,
      cell: ({ value }) => <span className="compilation-answer">{readable(question, value as Value, lang)}</span>,
    },
  ]
  return (
    <section className="compilation-question" aria-labelledby={`f-${question.key}`}>
      <h3 id={`f-${question.key}`}>{text}</h3>
      <Analysis
        surveyId={told.surveyId}
        questionKey={question.key}
        text={text}
        analysis={analysis}
        writes={may(told, 'analyse')}
      />
      {!of || of.answers.length === 0 ? (
        <p className="soft">{w.nobody}</p>
      ) : (
        <>
          {of.counts.length > 0 && (
            <Table
              caption={w.countsOf(text)}
              columns={counts}
              rows={of.counts}
              rowKey={({ row, option }) => `${row ?? ''}/${option}`}
              stack
            />
          )}
          <details open={of.counts.length === 0}>
            <summary>{w.each(of.answers.length)}</summary>
            <Table
              caption={w.answersOf(text)}
              columns={answers}
              rows={of.answers}
              rowKey={({ unitId }) => unitId}
              stack
            />
          </details>
        </>
      )}
    </section>
  )
}

/** What was made of the answers, each with the way back to it for those who read it. */
function Uses({ told }: { told: Compilation }) {
  const w = useWords(words)
  const say = useWords(kindWords)
  const lang = useLang()
  const to = usePaths()
  if (told.uses.length === 0) return null
  return (
    <Part title={w.uses} id="lett-till">
      <ul>
        {told.uses.map((use) => (
          <li key={`${use.responseId}-${use.questionKey}-${use.kind}-${use.text}`}>
            <strong>
              {say[use.kind]}, {textOf(use.unitNames.sv, use.unitNames.en, lang)}.
            </strong>{' '}
            {use.text}{' '}
            {may(told, 'analyse') && (
              <a
                className="screen-only"
                href={to.unitResponse(told.surveyId, use.responseId, `fraga-${use.questionKey}`)}
              >
                {w.toAnswer}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Part>
  )
}
