import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useParams } from 'wouter'
import { api, ask } from '../../api/client'
import { key } from '../../api/keys'
import { ApiProblem, fieldErrors } from '../../api/problem'
import type { Survey, SurveyQuestion } from '../../api/types'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { EmptyState, Load } from '../../ui/Load'
import { Markdown } from '../../ui/Markdown'
import { Page, Part } from '../../ui/Page'
import { QuestionField } from '../../ui/questions/QuestionField'
import { textOf, type Value } from '../../ui/questions/question'
import { trialWords } from './edit/trialWords'
import { useSurvey, useSurveyQuestions } from './queries'
import './surveys.css'
import { words } from './words'

/** Answering a round to see how it works: which questions are asked, and what would be missing. Nothing is kept. */
export default function TrialPage() {
  const w = useWords(words)
  const t = useWords(trialWords)
  const lang = useLang()
  const to = usePaths()
  const { survey = '' } = useParams()
  const questions = useSurveyQuestions(survey)
  return (
    <Load
      of={useSurvey(survey)}
      missing={
        <Page title={w.missingTitle} staff>
          <EmptyState title={w.missingText} action={<a href={to.surveys()}>{w.all}</a>} />
        </Page>
      }
    >
      {(round) => (
        <Page
          title={t.title}
          kicker={<a href={to.survey(round.id)}>{textOf(round.titleSv, round.titleEn, lang)}</a>}
          lead={<p>{t.lead}</p>}
          staff
        >
          <Load of={questions} lines={12}>
            {(all) => <Trial round={round} all={all} />}
          </Load>
        </Page>
      )}
    </Load>
  )
}

type Answers = Record<string, Value>

function Trial({ round, all }: { round: Survey; all: SurveyQuestion[] }) {
  const t = useWords(trialWords)
  const lang = useLang()
  const [answers, setAnswers] = useState<Answers>({})
  const tried = useTrial(round.id, useSettled(answers))
  const write = (questionKey: string, value: Value | undefined) =>
    setAnswers(({ [questionKey]: _, ...others }) =>
      value === undefined ? others : { ...others, [questionKey]: value },
    )
  return (
    <Load of={tried} lines={12}>
      {(trial) => {
        // What is answered of a question that is no longer asked is not handed in.
        const left = trial.errors.flatMap(({ name, code, detail = '' }) =>
          code === 'notAsked' ? [] : [{ name, code, detail }],
        )
        const wrong = fieldErrors(new ApiProblem(422, 'invalid', '', left), lang)
        const asked = all.filter((question) => trial.asked.includes(question.key))
        const isMissing = ({ key: questionKey }: SurveyQuestion) => wrong[`answers.${questionKey}`] !== undefined
        return (
          <>
            <p role="status">{t.asked(asked.length, all.length)}</p>
            {round.sections.map((section) => (
              <Part key={section.key} title={textOf(section.titleSv, section.titleEn, lang)} id={`del-${section.key}`}>
                {asked
                  .filter(({ sectionKey }) => sectionKey === section.key)
                  .map((question) => (
                    <div key={question.key} className="trial-question">
                      <QuestionField
                        question={question}
                        value={answers[question.key]}
                        help={helpOf(question, lang) && <Markdown html={helpOf(question, lang)} />}
                        // What is not answered yet is told at the end; only what is answered wrong is told here.
                        error={answers[question.key] === undefined ? undefined : wrong[`answers.${question.key}`]}
                        onChange={(value) => write(question.key, value)}
                      />
                    </div>
                  ))}
              </Part>
            ))}
            <Part title={t.missing} id="saknas">
              {left.length === 0 ? (
                <p>{t.whole}</p>
              ) : (
                <ul>
                  {asked.filter(isMissing).map((question) => (
                    <li key={question.key}>
                      <a href={`#q-${question.key}`}>{textOf(question.textSv, question.textEn, lang)}</a>
                      {`: ${wrong[`answers.${question.key}`]}`}
                    </li>
                  ))}
                </ul>
              )}
            </Part>
          </>
        )
      }}
    </Load>
  )
}

const helpOf = (question: SurveyQuestion, lang: 'sv' | 'en') =>
  lang === 'en' ? question.helpEnHtml : question.helpSvHtml

/** What the API would ask and refuse; what it has said stands until it has said more. */
function useTrial(id: string, answers: Answers) {
  return useQuery({
    queryKey: key('surveys', 'trial', id, JSON.stringify(answers)),
    queryFn: () => ask(api.POST('/surveys/{id}/trials', { params: { path: { id } }, body: { answers } })),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
}

/** A value once it has stood still for a moment, so that not each letter is sent. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 250)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
