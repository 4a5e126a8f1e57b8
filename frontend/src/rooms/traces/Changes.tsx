import type { TraceChange } from '../../api/types'
import { useLang, useWords } from '../../lib/i18n'
import type { Piece } from '../../lib/merge'
import { byReading, labelOf, type NameOf, readable, wordByWord } from './say/values'
import { actorWords, words } from './words'

type Props = { type: string; changes: TraceChange[]; nameOf: NameOf }

/** Field by field: before and after, long texts word by word. */
export function Changes({ type, changes, nameOf }: Props) {
  const lang = useLang()
  const inOrder = changes.toSorted((a, b) => byReading(a.field, b.field))
  // What was created has no before, and what was deleted no after: then there are no sides to tell apart.
  const sides = changes.some(({ before }) => before !== undefined) && changes.some(({ after }) => after !== undefined)
  return (
    <dl className="trace-changes">
      {inOrder.map((change) => (
        <div key={change.field}>
          <dt>{labelOf(type, change.field, lang)}</dt>
          <Values type={type} change={change} nameOf={nameOf} sides={sides} />
        </div>
      ))}
    </dl>
  )
}

type ValuesProps = Omit<Props, 'changes'> & { change: TraceChange; sides: boolean }

function Values({ type, change, nameOf, sides }: ValuesProps) {
  const w = useWords(words)
  const actors = useWords(actorWords)
  const lang = useLang()
  if (change.isErased) return <dd className="soft">{w.erased}</dd>
  const roleOf = (role: string) => (Object.hasOwn(actors, role) ? actors[role as keyof typeof actors] : role)
  const read = (value: unknown) => readable(type, change.field, value, { lang, nameOf, roleOf })
  const [before, after] = [read(change.before), read(change.after)]
  if (!sides) return <dd className="trace-value">{before || after || <span className="soft">{w.nothing}</span>}</dd>
  const pieces = wordByWord(before, after)
  if (pieces) {
    return (
      <dd>
        <WordByWord pieces={pieces} />
      </dd>
    )
  }
  return (
    <>
      <Side head={w.before} text={before} kind="del" />
      <Side head={w.after} text={after} kind="ins" />
    </>
  )
}

function Side({ head, text, kind: Tag }: { head: string; text: string; kind: 'ins' | 'del' }) {
  const w = useWords(words)
  return (
    <dd className="trace-side">
      <span className="small soft">{head}</span> {text ? <Tag>{text}</Tag> : <span className="soft">{w.nothing}</span>}
    </dd>
  )
}

/** One running text: what went is struck through, what came is underlined, and both are said to who listens. */
function WordByWord({ pieces }: { pieces: Piece[] }) {
  const w = useWords(words)
  return (
    <>
      <p className="small soft">{w.textChanged}</p>
      <p className="trace-prose">
        {pieces.map(({ kind, text }, place) => {
          if (kind === 'same') return text
          const Tag = kind === 'before' ? 'del' : 'ins'
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place
            <Tag key={place} className={pieces[place - 1]?.kind === 'before' ? 'trace-beside' : undefined}>
              <span className="visually-hidden"> {kind === 'before' ? w.removedText : w.addedText} </span>
              {text}
              <span className="visually-hidden"> {w.endOfMark}. </span>
            </Tag>
          )
        })}
      </p>
    </>
  )
}
