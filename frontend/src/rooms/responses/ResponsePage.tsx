import { lazy, Suspense } from 'react'
import { useParams } from 'wouter'
import { may } from '../../api/client'
import type { Survey, SurveyQuestion, UnitResponse } from '../../api/types'
import { formatInstant } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { EmptyState, Load } from '../../ui/Load'
import { Page, Part } from '../../ui/Page'
import { textOf } from '../../ui/questions/question'
import { useSurvey, useSurveyQuestions } from '../surveys/queries'
import { Signing } from './edit/Signing'
import { useAnswers } from './edit/useAnswers'
import { Question } from './Question'
import { useUnitResponse } from './queries'
import './responses.css'
import { stateWords, words } from './words'

const Description = lazy(() => import('./edit/Description'))
const Writers = lazy(() => import('./edit/Writers'))

/** A unit's joint answer: written by several, each question kept by itself, and signed by the manager. */
export default function ResponsePage() {
  const w = useWords(words)
  const to = usePaths()
  const { survey = '', response = '' } = useParams()
  const questions = useSurveyQuestions(survey)
  const round = useSurvey(survey)
  return (
    <Load
      of={useUnitResponse(survey, response)}
      lines={10}
      missing={
        <Page title={w.missingTitle} staff>
          <EmptyState title={w.missingText} action={<a href={to.surveys()}>{w.toSurveys}</a>} />
        </Page>
      }
    >
      {(found) => (
        <Load of={round}>
          {(about) => (
            <Load of={questions} lines={10}>
              {(all) => <Whole round={about} response={found} questions={all} />}
            </Load>
          )}
        </Load>
      )}
    </Load>
  )
}

type Props = { round: Survey; response: UnitResponse; questions: SurveyQuestion[] }

function Whole({ round, response, questions }: Props) {
  const w = useWords(words)
  const say = useWords(stateWords)
  const lang = useLang()
  const to = usePaths()
  const { answers, entries } = useAnswers(response)
  const unit = textOf(response.unitNames.sv, response.unitNames.en, lang)
  const shown = questions.filter(({ key }) => response.asked.includes(key) || response.stray.includes(key))
  return (
    <Page
      title={w.titleOf(unit)}
      kicker={<a href={to.survey(round.id)}>{textOf(round.titleSv, round.titleEn, lang)}</a>}
      lead={
        <p>
          {say[response.state]}. {w.progress(response.answered, response.asked.length)}
        </p>
      }
      staff
    >
      <p className="prose soft">{w.official}</p>
      {response.signature && (
        <p>{w.signedBy(response.signature.by.name ?? w.someManager, formatInstant(response.signature.at, lang))}</p>
      )}
      {response.reopened && <p className="notice">{w.reopened(response.reopened.reason)}</p>}
      <p className="screen-only row">
        <a href={to.unitResponsePaper(round.id, response.id)}>{w.print}</a>
        {may(response, 'history') && <a href={to.history('response', response.id)}>{w.history}</a>}
      </p>
      {round.sections.map((section) => (
        <Part key={section.key} title={textOf(section.titleSv, section.titleEn, lang)} id={`del-${section.key}`}>
          <p className="soft">{textOf(section.introSv, section.introEn, lang)}</p>
          {shown
            .filter(({ sectionKey }) => sectionKey === section.key)
            .map((question) => (
              <Question
                key={question.key}
                question={question}
                response={response}
                entry={entries[question.key]}
                onWrite={(value) => answers.write(question.key, value)}
                onSettle={(choice) => answers.settle(question.key, choice)}
              />
            ))}
        </Part>
      ))}
      <Part title={w.signTitle} id="skriv-under">
        <Missing {...{ round, response, questions }} />
        <Signing
          response={response}
          isUnsaved={Object.values(entries).some(({ standing }) => standing.status !== 'kept')}
        />
      </Part>
      <Suspense fallback={null}>
        {may(response, 'writers') && <Writers response={response} />}
        {response.state === 'signed' && <Description response={response} />}
      </Suspense>
    </Page>
  )
}

/** What must be answered first, each with the way there. */
function Missing({ round, response, questions }: Props) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const left = questions.filter(({ key }) => response.missing.includes(key) || response.stray.includes(key))
  if (response.state === 'signed') return null
  if (left.length === 0) return <p>{w.missingNone}</p>
  return (
    <>
      <h3>{w.missing}</h3>
      <ul>
        {left.map((question) => (
          <li key={question.key}>
            <a href={to.unitResponse(round.id, response.id, `fraga-${question.key}`)}>
              {textOf(question.textSv, question.textEn, lang)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
