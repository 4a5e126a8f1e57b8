import { lazy, Suspense } from 'react'
import { may } from '../../api/client'
import { useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Skeleton } from '../../ui/Load'
import { Part } from '../../ui/Page'
import { partWords } from './partWords'
import type { HistoryType } from './queries'

const History = lazy(() => import('./History'))

type Thing = { id: string; _links: Record<string, unknown> }
type Props = { type: HistoryType; thing: Thing; planId?: string }

/** The last part of a page: how the thing came to be as it is, for those whose links say so. */
export function HistoryPart({ type, thing, planId }: Props) {
  const w = useWords(partWords)
  if (!may(thing, 'history')) return null
  return (
    <Part title={w.history} id="history" aside={<HistoryLink type={type} thing={thing} />}>
      <div data-size="sm">
        <Suspense fallback={<Skeleton lines={3} />}>
          <History type={type} id={thing.id} planId={planId} />
        </Suspense>
      </div>
    </Part>
  )
}

type LinkProps = Pick<Props, 'type' | 'thing'> & {
  /** What the thing is called, where there are several histories on a page. */
  name?: string
}

/** The way to the whole history; nothing for those who may not read it. */
export function HistoryLink({ type, thing, name }: LinkProps) {
  const w = useWords(partWords)
  const to = usePaths()
  if (!may(thing, 'history')) return null
  return (
    <a
      className="screen-only small"
      href={to.history(type, thing.id)}
      aria-label={name ? w.historyOf(name) : undefined}
    >
      {name ? w.history : w.onItsOwn}
    </a>
  )
}
