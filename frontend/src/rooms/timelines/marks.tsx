import type { ReactNode } from 'react'
import type { Kind } from './address'

// One shape a kind, so that neither colour nor a legend is needed to tell them apart. Drawn about the origin, 14 px wide.
const shapes: Record<Kind, ReactNode> = {
  activity: <rect x="-7" y="-3" width="14" height="6" rx="3" />,
  planPeriod: <rect x="-7" y="-2" width="14" height="4" />,
  milestone: <path d="M0-7.5 7.5 0 0 7.5-7.5 0z" />,
  reportDue: <path d="M-6-6H6V6H-6z" />,
  meeting: <circle r="6" />,
  decision: <path d="M0-7 6.1 6h-12.2z" />,
  revision: <path d="M-3-6.5h6L6.5 0 3 6.5h-6L-6.5 0z" />,
  survey: <path d="M-6-5.5H6L3 5.5h-6z" />,
  event: <circle r="4" />,
  mandate: <path d="M-7-4H7V1H-7zM-4 1h8v5h-8z" />,
  communication: <path d="M-7-5H7V3H0l-4 4V3h-3z" />,
}

/** A kind's mark: filled when it is done or surely so, hollow while it lies ahead. */
export function KindShape({ kind, hollow }: { kind: Kind; hollow?: boolean }) {
  return <g className={`kind-shape ${hollow ? 'kind-hollow' : ''}`}>{shapes[kind]}</g>
}

/** The same in a line of text. */
export function KindMark({ kind, hollow }: { kind: Kind; hollow?: boolean }) {
  return (
    <svg className="kind-mark" viewBox="-9 -9 18 18" width="18" height="18" aria-hidden="true" focusable="false">
      <KindShape kind={kind} hollow={hollow} />
    </svg>
  )
}
