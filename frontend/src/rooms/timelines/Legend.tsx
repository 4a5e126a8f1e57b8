import type { ReactNode } from 'react'
import { useWords } from '../../lib/i18n'
import { ganttWords } from './ganttWords'
import { KindMark } from './marks'

/** How to read the chart, folded: most readers never need it. `id` leads to the chart's own patterns. */
export function Legend({ id }: { id: string }) {
  const w = useWords(ganttWords)
  const sample = (inner: ReactNode) => (
    <svg
      className="legend-bar mark-onTrack"
      viewBox="0 0 48 16"
      width="48"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      {inner}
    </svg>
  )
  return (
    <details className="legend">
      <summary>{w.legend}</summary>
      <ul className="plain-list small">
        <li>
          {sample(<rect width="48" height="16" fill="currentColor" />)}
          {w.legendSure}
        </li>
        <li>
          {sample(
            <>
              <rect width="24" height="16" fill="currentColor" />
              <rect x="24" width="24" height="16" fill="currentColor" mask={`url(#${id}-out)`} />
            </>,
          )}
          {w.legendSoft}
        </li>
        <li>
          {sample(
            <>
              <rect width="48" height="16" fill="currentColor" />
              <rect width="48" height="16" fill={`url(#${id}-hatch)`} />
            </>,
          )}
          {w.legendHatched}
        </li>
        <li>
          <KindMark kind="milestone" />
          {w.legendMilestone}
        </li>
        <li>
          <KindMark kind="reportDue" hollow />
          {w.legendReport}
        </li>
        <li>
          <KindMark kind="meeting" hollow />
          {w.legendMeeting}
        </li>
        <li>
          <KindMark kind="decision" hollow />
          {w.legendDecision}
        </li>
      </ul>
    </details>
  )
}
