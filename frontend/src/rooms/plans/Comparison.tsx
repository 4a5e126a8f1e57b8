import type { FieldDifference, PlanDifference } from '../../api/types'
import { useLang, useWords } from '../../lib/i18n'
import { differences } from '../../lib/merge'
import { EmptyState, Load } from '../../ui/Load'
import { groupsOf, isText, readable } from './compare'
import { useComparison } from './queries'
import { changeWords, fieldWords, thingWords, versionWords } from './words'

/** What differs between two versions: what came, what went, and what changed with before and after side by side. */
export function Comparison({ planId, from, to }: { planId: string; from: string; to: string }) {
  const w = useWords(versionWords)
  const things = useWords(thingWords)
  const comparison = useComparison(planId, from, to)
  return (
    <Load of={comparison}>
      {(found) => (
        <div className="comparison stack">
          <p role="status">{found.length > 0 && w.differs(found.length)}</p>
          {found.length === 0 && <EmptyState title={w.same}>{w.sameText}</EmptyState>}
          {groupsOf(found).map(({ kind, items }) => (
            <section key={kind} aria-label={things[kind]}>
              <h3>{things[kind]}</h3>
              {items.map((item) => (
                <DifferenceView key={item.key} difference={item} />
              ))}
            </section>
          ))}
        </div>
      )}
    </Load>
  )
}

// The shape tells the change to whoever sees no colour: a plus, a minus, a wave.
const shapes = { added: 'M8 2v12M2 8h12', removed: 'M2 8h12', changed: 'M1 9c2-4 5-4 7 0s5 4 7 0' }

function DifferenceView({ difference: { title, change, fields } }: { difference: PlanDifference }) {
  const say = useWords(changeWords)
  return (
    <article className="difference">
      <div className="difference-head">
        <h4>{title}</h4>
        <span className="difference-change">
          <svg
            viewBox="0 0 16 16"
            width="14"
            height="14"
            aria-hidden="true"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
          >
            <path d={shapes[change]} />
          </svg>
          {say[change]}
        </span>
      </div>
      {fields.map((field) => (
        <FieldView key={field.name} field={field} />
      ))}
    </article>
  )
}

function FieldView({ field: { name, before, after } }: { field: FieldDifference }) {
  const w = useWords(versionWords)
  const names = useWords(fieldWords)
  const lang = useLang()
  const [was, is] = [readable(before, lang), readable(after, lang)]
  const pieces = isText(was, is) ? differences(was, is) : undefined
  const side = (kind: 'before' | 'after', text: string) => {
    const Tag = kind === 'before' ? 'del' : 'ins'
    if (!text) return <span className="soft">{w.nothing}</span>
    if (!pieces) return <Tag>{text}</Tag>
    return pieces
      .filter((piece) => piece.kind === 'same' || piece.kind === kind)
      .map((piece, place) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place
        piece.kind === 'same' ? piece.text : <Tag key={place}>{piece.text}</Tag>,
      )
  }
  return (
    <dl className="difference-sides">
      <dt>{Object.hasOwn(names, name) ? names[name as keyof typeof names] : name}</dt>
      <dd>
        <p className="small soft">{w.before}</p>
        {side('before', was)}
      </dd>
      <dd>
        <p className="small soft">{w.after}</p>
        {side('after', is)}
      </dd>
    </dl>
  )
}
