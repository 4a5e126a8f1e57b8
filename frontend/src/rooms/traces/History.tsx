import type { HistoryStep } from '../../api/types'
import { formatClock, formatInstant } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { EmptyState, Load } from '../../ui/Load'
import { Changes } from './Changes'
import { type HistoryType, useHistory, useNames } from './queries'
import { sentenceOf } from './say/sentence'
import type { NameOf } from './say/values'
import './traces.css'
import { words } from './words'

type Props = {
  type: HistoryType
  id: string
  /** The plan whose things are called by name. */
  planId?: string
  /** How many steps at a time. */
  limit?: number
  /** A page of its own shows all values at once, as on paper. */
  open?: boolean
}

/** How a thing came to be as it is: who, when, what, why; each step opens to its values. */
export default function History({ type, id, planId, limit = 5, open }: Props) {
  const w = useWords(words)
  const history = useHistory(type, id, limit)
  const nameOf = useNames(planId)
  return (
    <Load of={history} missing={<p className="soft">{w.missingText}</p>}>
      {({ pages }) => {
        const steps = pages.flatMap(({ items }) => items)
        if (steps.length === 0) return <EmptyState title={w.none}>{w.noneText}</EmptyState>
        return (
          <div className="stack">
            <p className="small soft" role="status">
              {w.steps(pages[0]?._meta.totalRecords ?? steps.length)}
            </p>
            <ol className="plain-list history">
              {steps.map((step) => (
                <Step key={step.id} step={step} thing={type} nameOf={nameOf} open={open} />
              ))}
            </ol>
            {history.hasNextPage && (
              <p className="screen-only">
                <Button
                  variant="secondary"
                  aria-disabled={history.isFetchingNextPage || undefined}
                  onClick={() => void history.fetchNextPage()}
                >
                  {w.older}
                </Button>
              </p>
            )}
          </div>
        )
      }}
    </Load>
  )
}

type StepProps = { step: HistoryStep; thing: HistoryType; nameOf: NameOf; open?: boolean }

function Step({ step, thing, nameOf, open }: StepProps) {
  const w = useWords(words)
  const lang = useLang()
  const { object, changes } = step
  const told = { ...step, isPart: object.type !== thing, fields: changes.map(({ field }) => field) }
  const compared = changes.some(({ before, after }) => before !== undefined && after !== undefined)
  return (
    <li className="history-step keep-together">
      <p className="history-when small soft">
        <time dateTime={step.at}>
          {formatInstant(step.at, lang)} {formatClock(new Date(step.at), lang)}
        </time>
      </p>
      <p>{sentenceOf(told, lang, nameOf)}</p>
      {step.note && (
        <p className="history-note">
          <span className="soft">{w.why}:</span> {step.note}
        </p>
      )}
      {changes.length > 0 && (
        <details open={open}>
          <summary>{compared ? w.compare(changes.length) : w.contents(changes.length)}</summary>
          <Changes type={object.type} changes={changes} nameOf={nameOf} />
        </details>
      )}
    </li>
  )
}
