import './band.css'

/**
 * A share that is known to lie between two bounds, in percent: full as far as is certain, striped as far as is possible.
 * For the eye only: whoever draws it says the same in words beside it.
 */
export function Band({ low, high, quiet }: { low: number; high: number; quiet?: boolean }) {
  return (
    <svg
      className={quiet ? 'band band-quiet' : 'band'}
      viewBox="0 0 100 1"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="band-track" width="100" height="1" />
      <rect className="band-certain" width={low} height="1" />
      <rect className="band-possible" x={low} width={Math.max(0, high - low)} height="1" />
    </svg>
  )
}
