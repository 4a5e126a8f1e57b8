import { lazy, Suspense, useState } from 'react'
import { useParams } from 'wouter'
import { may } from '../../api/client'
import type { CouncilQuestion } from '../../api/types'
import { formatDay } from '../../lib/dates'
import { langOf, nameOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Button } from '../../ui/Button'
import { EmptyState, Load, Skeleton } from '../../ui/Load'
import { Markdown } from '../../ui/Markdown'
import { Page, Part } from '../../ui/Page'
import { Facts, PrintButton } from '../../ui/small'
import { BodyName } from '../boards/shared'
import { useViolenceAreas } from '../plans/queries'
import { HistoryPart } from '../traces/shared'
import './questions.css'
import { useQuestion } from './queries'
import { StateOf } from './StateOf'
import { partWords, words } from './words'

const QuestionForm = lazy(() => import('./edit/QuestionForm'))
const Work = lazy(() => import('./edit/Work'))

/** One question with its answer; those who answer and publish do it here. */
export default function DetailPage() {
  const { question = '' } = useParams()
  const found = useQuestion(decodeURIComponent(question))
  return (
    <Load of={found} missing={<Missing />} lines={8}>
      {(one) => <Whole key={one.id} question={one} />}
    </Load>
  )
}

function Missing() {
  const w = useWords(words)
  const to = usePaths()
  return (
    <Page title={w.missingTitle} lead={<p>{w.missingText}</p>}>
      <p>
        <a href={to.questions()}>{w.toList}</a>
      </p>
    </Page>
  )
}

/** Only those who work with questions read all of them, and who asked; their links say so. */
const readsAll = (question: CouncilQuestion) => may(question, 'history')

const actions = ['take', 'giveBack', 'answer', 'publish', 'unpublish']

function Whole({ question }: { question: CouncilQuestion }) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const [editing, setEditing] = useState(false)
  const works = actions.some((rel) => may(question, rel))
  return (
    <Page
      title={question.title}
      titleLang={langOf(question, lang)}
      kicker={<a href={to.questions()}>{w.title}</a>}
      lead={readsAll(question) && <StateOf question={question} />}
      actions={
        <>
          {may(question, 'edit') && !editing && (
            <Button variant="secondary" onClick={() => setEditing(true)}>
              {w.edit}
            </Button>
          )}
          <PrintButton />
        </>
      }
    >
      {editing && (
        <Suspense fallback={<Skeleton lines={8} />}>
          <QuestionForm question={question} onClose={() => setEditing(false)} />
        </Suspense>
      )}
      <Part title={w.question} id="fragan" hidden>
        <Markdown html={question.questionHtml} lang={langOf(question, lang)} />
      </Part>
      <AnswerOf question={question} />
      <FactsOf question={question} />
      {works && (
        <Suspense fallback={<Skeleton lines={3} />}>
          <Work question={question} />
        </Suspense>
      )}
      <HistoryPart type="councilQuestion" thing={question} />
    </Page>
  )
}

/** Who asks, about what and how it stands; the public only reads what it is about. */
function FactsOf({ question }: { question: CouncilQuestion }) {
  const w = useWords(words)
  const part = useWords(partWords)
  const lang = useLang()
  const to = usePaths()
  const areas = useViolenceAreas().data ?? []
  const about = areas.filter(({ id }) => question.violenceAreaIds?.includes(id))
  const facts = [
    readsAll(question) && {
      term: w.askedBy,
      value: (
        <>
          {question.askedByBodyId ? <BodyName id={question.askedByBodyId} /> : w.theCouncil}
          {question.isMine ? ` (${w.mine})` : question.askedBy && ` (${question.askedBy})`}
        </>
      ),
    },
    about.length > 0 && { term: w.areas, value: about.map((area) => nameOf(area, lang)).join(', ') },
    { term: w.asked, value: <Day day={question.askedOn} /> },
    question.neededBy && { term: w.neededBy, value: <Day day={question.neededBy} /> },
    question.meetingId && {
      term: w.meeting,
      value: <a href={to.meeting(question.meetingId)}>{w.theMeeting}</a>,
    },
    readsAll(question) && { term: w.readBy, value: part[question.part ?? 'unpublished'] },
  ]
  return (
    <Part title={w.about} id="om">
      <Facts facts={facts.filter((fact) => typeof fact === 'object')} />
    </Part>
  )
}

function Day({ day }: { day: string }) {
  const lang = useLang()
  return (
    <time className="nowrap" dateTime={day}>
      {formatDay(day, lang)}
    </time>
  )
}

function AnswerOf({ question }: { question: CouncilQuestion }) {
  const w = useWords(words)
  const lang = useLang()
  const { answer } = question
  return (
    <Part
      title={w.answer}
      id="svaret"
      aside={answer && <span className="soft small">{w.answeredOn(formatDay(answer.on, lang))}</span>}
    >
      {answer ? (
        <div className="stack">
          <Markdown html={answer.answerHtml} lang={langOf(question, lang)} />
          {answer.links && answer.links.length > 0 && (
            <>
              <h3>{w.readOn}</h3>
              <ul className="plain-list stack-small" lang={langOf(question, lang)}>
                {answer.links.map((link) => (
                  <li key={link.url}>
                    <a href={link.url} rel="noreferrer">
                      {link.title}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      ) : (
        <EmptyState title={w.noAnswerTitle}>{w.noAnswerText}</EmptyState>
      )}
    </Part>
  )
}
