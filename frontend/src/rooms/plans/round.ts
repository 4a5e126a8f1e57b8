import type { TimelineEntry } from '../../api/types'
import { latestDay } from '../../lib/dates'

const belongsToPlan = new Set<TimelineEntry['kind']>([
  'decision',
  'event',
  'meeting',
  'revision',
  'survey',
  'reportDue',
])

const recurs = (entry: TimelineEntry): boolean =>
  entry.kind === 'reportDue' || (entry.recurrence !== undefined && entry.recurrence.kind !== 'none')

/** The plan's own entries: what recurs told once with its next time, apart from what happens once. */
export function apart(entries: TimelineEntry[], today: string) {
  const own = entries.filter((entry) => belongsToPlan.has(entry.kind) && !entry.activityId)
  const groups = new Map<string, TimelineEntry[]>()
  for (const entry of own.filter(recurs)) {
    const name = `${entry.kind} ${entry.key}`
    groups.set(name, [...(groups.get(name) ?? []), entry])
  }
  const recurring = [...groups.values()].flatMap((group) => {
    const ahead = group.find(({ date }) => date && latestDay(date) >= today)
    const entry = ahead ?? group[0]
    // Of what comes "some time in a year" the next time says nothing that the rhythm has not said.
    const next = ahead?.date && ahead.date.precision !== 'year' ? ahead.date : undefined
    return entry ? [{ entry, next }] : []
  })
  return { recurring, once: own.filter((entry) => !recurs(entry)) }
}
