import { useEffect } from 'react'
import { ApiProblem, sayProblem } from '../api/problem'
import { type Lang, useLang, useWords, type Words } from '../lib/i18n'
import { Button } from '../ui/Button'
import { isEmpty, textOf } from '../ui/questions/question'
import { answersOf, missingOf } from './flow'
import type { Question, Values } from './round'
import { sayValue } from './say'
import type { Sending } from './sending'
import { refusals, words } from './words'

type Props = {
  asked: Question[]
  values: Values
  wrong: Record<string, string>
  sending: Sending
  isHeld: boolean
  onReady: () => void
  onSend: (answers: Values) => void
  onBack: () => void
  onChange: (question: Question) => void
}

/** All that will be sent, and what stands in the way; the code is exchanged here, and the answer sent when one says so. */
export function ReviewStep({ asked, values, wrong, sending, isHeld, onReady, onSend, onBack, onChange }: Props) {
  const w = useWords(words)
  const lang = useLang()
  const missing = missingOf(asked, values)
  const isReady = missing.length === 0 && Object.keys(wrong).length === 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when all is there to be sent
  useEffect(() => {
    if (isReady) onReady()
  }, [isReady])
  return (
    <>
      <h1 tabIndex={-1}>{w.reviewTitle}</h1>
      <p className="page-lead">{w.reviewLead}</p>
      {missing.length > 0 && (
        <Standing title={w.missingTitle} text={w.missingText} questions={missing} onChange={onChange} />
      )}
      {Object.keys(wrong).length > 0 && (
        <Standing title={w.wrongTitle} questions={asked.filter(({ key }) => key in wrong)} onChange={onChange} />
      )}
      <dl className="answer-review">
        {asked.map((question) => {
          const text = textOf(question.textSv, question.textEn, lang)
          const value = values[question.key]
          return (
            <div key={question.id}>
              <dt>{text}</dt>
              <dd>
                {isEmpty(value) ? <span className="soft">{w.notAnswered}</span> : sayValue(question, value, lang)}
                {!isHeld && (
                  <Button variant="tertiary" className="button-quiet" onClick={() => onChange(question)}>
                    {w.change}
                    <span className="visually-hidden"> {text}</span>
                  </Button>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      <Trouble sending={sending} asked={asked} />
      {isReady && <p className="soft">{w.lastStep}</p>}
      <div className="answer-ways row">
        {isReady && (
          <Button
            aria-disabled={sending.status === 'sending' || sending.status === 'asking' || undefined}
            onClick={() => onSend(answersOf(asked, values))}
          >
            {sending.status === 'lost' ? w.sendAgain : w.send}
          </Button>
        )}
        {!isHeld && (
          <Button variant="secondary" onClick={onBack}>
            {w.back}
          </Button>
        )}
        <span role="status">{sending.status === 'sending' && w.sending}</span>
      </div>
    </>
  )
}

function Standing({
  title,
  text,
  questions,
  onChange,
}: {
  title: string
  text?: string
  questions: Question[]
  onChange: (question: Question) => void
}) {
  const lang = useLang()
  return (
    <section className="notice notice-attention">
      <h2 className="answer-standing">{title}</h2>
      {text && <p>{text}</p>}
      <ul className="stack-small">
        {questions.map((question) => (
          <li key={question.id}>
            <Button variant="tertiary" className="button-quiet" onClick={() => onChange(question)}>
              {textOf(question.textSv, question.textEn, lang)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What went wrong on the way, what is safe and what to do; said where one looks, and to those who listen. */
function Trouble({ sending, asked }: { sending: Sending; asked: Question[] }) {
  const w = useWords(words)
  const lang = useLang()
  const lost = sending.status === 'lost'
  const refused = sending.status === 'refused'
  return (
    <div role="alert">
      {(lost || refused) && (
        <div className="notice notice-attention">
          <p>
            <strong>{lost ? (sending.sent ? w.lostTitle : w.offlineTitle) : w.refusedTitle}</strong>
          </p>
          <p>{lost ? (sending.sent ? w.lostText : w.lostBefore) : sayRefusal(sending.error, asked, w, lang)}</p>
        </div>
      )}
    </div>
  )
}

function sayRefusal(error: unknown, asked: Question[], w: Words<typeof words>, lang: Lang): string {
  if (!(error instanceof ApiProblem)) return w.strangeStamp
  const field = error.fields[0]
  const code = (field?.code ?? error.code) as keyof typeof refusals
  const said = code in refusals ? refusals[code][lang] : sayProblem(error, lang)
  const question = asked.find(({ key }) => field?.name.split('.').includes(key))
  return question ? `${textOf(question.textSv, question.textEn, lang)}: ${said}` : said
}
