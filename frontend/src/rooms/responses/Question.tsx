import { may } from '../../api/client'
import type { SurveyQuestion, UnitResponse } from '../../api/types'
import { useLang, useWords } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { Markdown } from '../../ui/Markdown'
import { QuestionField } from '../../ui/questions/QuestionField'
import { textOf, type Value } from '../../ui/questions/question'
import { readable } from '../../ui/questions/readable'
import type { Entry } from './edit/answers'
import { Comments } from './edit/Comments'
import { UseAnswer } from './edit/UseAnswer'
import { words } from './words'

type Props = {
  question: SurveyQuestion
  response: UnitResponse
  entry: Entry | undefined
  onWrite: (value: Value | undefined) => void
  onSettle: (choice: 'theirs' | 'mine') => void
}

/** One question: to write in or to read, with the manual, what is kept of it, and what colleagues say beside it. */
export function Question({ question, response, entry, onWrite, onSettle }: Props) {
  const w = useWords(words)
  const lang = useLang()
  const help = lang === 'en' ? question.helpEnHtml : question.helpSvHtml
  const writes = may(response, 'write')
  const isStray = response.stray.includes(question.key)
  // What is read is what is kept, which is what was signed; what never was kept stands beside it.
  const said = (response.answers.find(({ questionKey }) => questionKey === question.key)?.value ?? undefined) as
    | Value
    | undefined
  const isLeft = entry !== undefined && entry.standing.status !== 'kept' && !isStray
  const refused = entry?.standing.status === 'refused' ? entry.standing.why : undefined
  return (
    <div className="response-question" id={`fraga-${question.key}`}>
      {writes && !isStray ? (
        <QuestionField question={question} value={entry?.value} onChange={onWrite} error={refused} />
      ) : (
        <div>
          <p className="response-asked">{textOf(question.textSv, question.textEn, lang)}</p>
          <p className="response-said">
            {readable(question, said, lang) || <span className="soft">{w.noAnswer}</span>}
          </p>
          {isLeft && (
            <div className="notice notice-attention">
              <p>{w.notKept}</p>
              <p className="response-said">{readable(question, entry?.value, lang)}</p>
            </div>
          )}
        </div>
      )}
      {isStray && writes && (
        <div className="notice notice-attention">
          <p>{w.stray}</p>
          <p>
            <Button variant="secondary" data-size="sm" onClick={() => onWrite(undefined)}>
              {w.remove}
            </Button>
          </p>
        </div>
      )}
      {entry?.standing.status === 'conflict' && (
        <Conflict {...{ question, entry, onSettle }} theirs={entry.standing.theirs} />
      )}
      <div className="response-beside">
        <Kept
          entry={entry}
          by={response.answers.find(({ questionKey }) => questionKey === question.key)?.writtenBy?.name}
        />
        {help && (
          <details>
            <summary>{w.manual}</summary>
            <Markdown html={help} />
          </details>
        )}
        <Comments response={response} questionKey={question.key} />
        {may(response, 'use') && said !== undefined && (
          <UseAnswer response={response} questionKey={question.key} text={readable(question, said, lang)} />
        )}
      </div>
    </div>
  )
}

/** Whether what is written is kept, in words; and who wrote it last. */
function Kept({ entry, by }: { entry: Entry | undefined; by: string | undefined }) {
  const w = useWords(words)
  const standing = entry?.standing.status
  const kept = standing === 'kept' && entry && entry.version > 0
  return (
    <p className="small soft" role="status">
      {standing === 'waiting' && w.waiting}
      {standing === 'sending' && w.sending}
      {standing === 'offline' && w.offline}
      {kept && [w.kept, by && w.lastBy(by)].filter(Boolean).join('. ')}
    </p>
  )
}

type ConflictProps = Pick<Props, 'question' | 'onSettle'> & { entry: Entry; theirs: Value | undefined }

/** Two have written: both texts side by side, and nothing is lost before one is chosen. */
function Conflict({ question, entry, theirs, onSettle }: ConflictProps) {
  const w = useWords(words)
  const lang = useLang()
  return (
    <div className="notice notice-attention" role="alert">
      <p>
        <strong>{w.conflict}</strong>
      </p>
      <dl className="response-sides">
        <div>
          <dt>{w.theirs}</dt>
          <dd>{readable(question, theirs, lang) || w.noAnswer}</dd>
        </div>
        <div>
          <dt>{w.mine}</dt>
          <dd>{readable(question, entry.value, lang) || w.noAnswer}</dd>
        </div>
      </dl>
      <div className="row">
        <Button variant="secondary" data-size="sm" onClick={() => onSettle('theirs')}>
          {w.takeTheirs}
        </Button>
        <Button data-size="sm" onClick={() => onSettle('mine')}>
          {w.takeMine}
        </Button>
      </div>
    </div>
  )
}
