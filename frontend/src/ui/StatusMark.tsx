import type { ReactNode } from 'react'
import { useWords } from '../lib/i18n'
import { partWords, stateWords } from './words'

export type State = keyof typeof stateWords
export type PartState = keyof typeof partWords

/** The order in which states are told: what needs a reader's eye first. */
export const stateOrder: State[] = [
  'late',
  'atRisk',
  'onTrack',
  'done',
  'notStarted',
  'noInformation',
  'cancelled',
  'merged',
]

const stroke = { fill: 'none', stroke: 'currentColor', strokeWidth: 2, strokeLinecap: 'round' } as const

// The shape alone must tell the state: to whoever sees no colour, and on a black-and-white print.
const shapes: Record<State, ReactNode> = {
  onTrack: <circle cx="8" cy="8" r="5.5" fill="currentColor" />,
  atRisk: <path d="M8 2 14.5 13.5h-13z" fill="currentColor" />,
  late: <path d="M8 1.2 14.8 8 8 14.8 1.2 8z" fill="currentColor" />,
  done: <path d="m2.5 8.5 3.7 3.8 7.3-8.6" {...stroke} strokeWidth={2.5} strokeLinejoin="round" />,
  notStarted: <circle cx="8" cy="8" r="5" {...stroke} />,
  noInformation: <path d="M3 8h10" {...stroke} />,
  cancelled: <path d="m3.5 3.5 9 9m0-9-9 9" {...stroke} />,
  merged: <path d="M2.5 8h10.5m-4-4 4 4-4 4" {...stroke} strokeLinejoin="round" />,
}

const shapeOfPart: Record<PartState, State> = {
  none: 'noInformation',
  notStarted: 'notStarted',
  onTrack: 'onTrack',
  deviation: 'atRisk',
  done: 'done',
}

/** The mark alone, for drawings that say the word themselves. `state` may be an activity's or a part's. */
export function Mark({ state }: { state: State }) {
  return (
    <svg
      className={`mark mark-${state}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[state]}
    </svg>
  )
}

export function StatusMark({ state, note }: { state: State; note?: ReactNode }) {
  const w = useWords(stateWords)
  return (
    <span className="status">
      <Mark state={state} />
      <span>
        {w[state]}
        {note && <span className="status-note">{note}</span>}
      </span>
    </span>
  )
}

/** A body's own part of an activity: none, not started, to plan, deviation, done. */
export function PartMark({ state, note }: { state: PartState; note?: ReactNode }) {
  const w = useWords(partWords)
  return (
    <span className="status">
      <Mark state={shapeOfPart[state]} />
      <span>
        {w[state]}
        {note && <span className="status-note">{note}</span>}
      </span>
    </span>
  )
}
