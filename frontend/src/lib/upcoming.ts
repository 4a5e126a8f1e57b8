import { type Dated, latestDay } from './dates'

/** What lasts is not something to wait for; all other entries are moments that come. */
const lasting = new Set(['activity', 'planPeriod'])

/** The next moments from today on, soonest first; one known only to its month or year may come until its last day. */
export function upcoming<T extends { kind: string; date?: Dated }>(entries: T[], today: string, most: number): T[] {
  const last = (entry: T) => (entry.date ? latestDay(entry.date) : '')
  return entries
    .filter((entry) => !lasting.has(entry.kind) && last(entry) >= today)
    .sort((a, b) => last(a).localeCompare(last(b)))
    .slice(0, most)
}
