import type { CouncilMeeting, CouncilMeetingSeries } from '../../api/types'

type Year = CouncilMeetingSeries['kept'][number]

/** How the year has gone for the council itself, if anything is decided of how often it meets. */
export function keptIn(series: CouncilMeetingSeries[], year: number): Year | undefined {
  const council = series.find(({ kind, timesPerYear }) => kind === 'council' && timesPerYear > 0)
  return council?.kept.find((one) => one.year === year && one.decided > 0)
}

/** The years to tell of, the latest first: from the first that has a meeting at all, since what was before is not entered. */
export function enteredYears(series: CouncilMeetingSeries[], now: number): number[] {
  const all = series.flatMap(({ kept }) => kept).filter(({ year }) => year <= now)
  const first = Math.min(...all.filter(({ held, planned }) => held + planned > 0).map(({ year }) => year))
  return [...new Set(all.map(({ year }) => year))].filter((year) => year >= first).sort((a, b) => b - a)
}

/** The next meeting that is to be: the first that has not ended. */
export function nextOf(meetings: CouncilMeeting[], now: string): CouncilMeeting | undefined {
  return meetings
    .filter(({ endsAt, state, kind }) => endsAt >= now && state !== 'cancelled' && kind !== 'steering')
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))[0]
}

/** One mark a decided meeting, and more when there have been more: held, planned, missing. */
export function marksOf({ decided, held, planned }: Year): ('held' | 'planned' | 'missing')[] {
  const all = Math.max(decided, held + planned)
  return Array.from({ length: all }, (_, place) =>
    place < held ? 'held' : place < held + planned ? 'planned' : 'missing',
  )
}
