import { type ReactNode, useEffect, useState } from 'react'
import { ApiProblem, sayProblem } from '../api/problem'
import { useLang, useWords } from '../lib/i18n'
import { Button } from './Button'
import { words } from './words'

/** What a query looks like from here, so that this folder needs to know no query library. */
type Loading<T> = { data: T | undefined; error: unknown; refetch?: () => unknown }

type Props<T> = {
  of: Loading<T>
  /** Shown instead of the failure when the thing does not exist. */
  missing?: ReactNode
  /** How many lines the skeleton draws. */
  lines?: number
  children: (data: T) => ReactNode
}

/** Loading, failing and there: the three states every fetched thing has, written once. */
export function Load<T>({ of, missing, lines, children }: Props<T>) {
  if (of.data !== undefined) return children(of.data)
  if (of.error instanceof ApiProblem && of.error.isMissing && missing) return missing
  if (of.error) return <Failure error={of.error} retry={of.refetch} />
  return <Skeleton lines={lines} />
}

function Failure({ error, retry }: { error: unknown; retry?: () => unknown }) {
  const w = useWords(words)
  const lang = useLang()
  return (
    <div className="notice" role="alert">
      <p>
        <strong>{w.failedTitle}</strong>
      </p>
      <p>{sayProblem(error, lang)}</p>
      {retry && (
        <p>
          <Button variant="secondary" onClick={() => void retry()}>
            {w.tryAgain}
          </Button>
        </p>
      )}
    </div>
  )
}

/** Nothing for 300 ms (most answers are faster, and a flash is worse than a pause), then quiet lines. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  const w = useWords(words)
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!shown) return <div className="skeleton" aria-busy="true" />
  return (
    <div className="skeleton" aria-busy="true">
      <span className="visually-hidden" role="status">
        {w.loading}
      </span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <div key={line} className="skeleton-line" />
      ))}
    </div>
  )
}

/** Nothing here, said as a sentence: what would be here, and what to do. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <div className="soft">{children}</div>}
      {action && <div>{action}</div>}
    </div>
  )
}

/** Something that matters, in the page and not in a toast. */
export function Notice({ children, tone = 'calm' }: { children: ReactNode; tone?: 'calm' | 'attention' }) {
  return <div className={`notice notice-${tone}`}>{children}</div>
}
