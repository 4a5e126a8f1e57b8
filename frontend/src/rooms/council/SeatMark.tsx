import { useWords } from '../../lib/i18n'
import type { SeatState } from './seats'
import { stateWords } from './words'

/** The shape alone tells the state: whole, whole within a ring, an open ring, a broken ring. */
export function SeatShape({ state, radius: r }: { state: SeatState; radius: number }) {
  return (
    <>
      <circle className="seat-ring" r={r} data-broken={state === 'expired' || undefined} />
      {state === 'filled' && <circle className="seat-inside" r={r} />}
      {state === 'endsSoon' && <circle className="seat-inside" r={r * 0.66} />}
    </>
  )
}

/** A seat's state in shape and word; the holder's name in its place where it may be told. */
export function SeatMark({ state, name }: { state: SeatState; name?: string }) {
  const w = useWords(stateWords)
  return (
    <span className="status">
      <svg
        className={`mark seat seat-${state}`}
        viewBox="-8 -8 16 16"
        width="16"
        height="16"
        aria-hidden="true"
        focusable="false"
      >
        <SeatShape state={state} radius={5.5} />
      </svg>
      <span>{name ?? w[state]}</span>
    </span>
  )
}
