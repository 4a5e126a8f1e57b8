import type { CouncilMeeting } from '../../api/types'
import { useWords } from '../../lib/i18n'
import { stateWords } from './words'

/** The shape alone tells how far: a ring, a ring with a dot, half, whole, a tick, a cross. */
const shapes: Record<CouncilMeeting['state'], { ring?: boolean; path?: string; dot?: number }> = {
  planned: { ring: true },
  called: { ring: true, dot: 2 },
  open: { dot: 6 },
  held: { ring: true, path: 'M0-5.5A5.5 5.5 0 0 1 0 5.5Z' },
  inAdjustment: { ring: true, path: 'M0-5.5A5.5 5.5 0 0 1 0 5.5Z' },
  adjusted: { path: 'M-5 .5l3.5 3.5L5-4' },
  cancelled: { path: 'M-4-4L4 4M-4 4L4-4' },
}

export function StateMark({ state }: { state: CouncilMeeting['state'] }) {
  const w = useWords(stateWords)
  const { ring, path, dot } = shapes[state]
  const line = state === 'adjusted' || state === 'cancelled'
  return (
    <span className="status">
      <svg className={`mark meeting-mark meeting-${state}`} viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">
        {ring && <circle r={5.5} fill="none" stroke="currentColor" strokeWidth={1.5} />}
        {dot && <circle r={dot} fill="currentColor" />}
        {path && (
          <path
            d={path}
            fill={line ? 'none' : 'currentColor'}
            stroke={line ? 'currentColor' : 'none'}
            strokeWidth={1.75}
          />
        )}
      </svg>
      <span>{w[state]}</span>
    </span>
  )
}
