import type { TimelineEntry } from '../../api/types'
import { type Dated, earliestDay, latestDay } from '../../lib/dates'
import type { Kind } from './address'

export type Entry = TimelineEntry

/** The decision that an entry stands for, also as the day of reporting back; nothing for other entries. */
export const decisionOf = (entry: Pick<Entry, '_links'>): string | undefined =>
  /\/decisions\/([0-9a-f-]+)$/.exec(entry._links.self?.href ?? '')?.[1]

/**
 * When something is, as days. `from` and `to` are the outermost days it may mean; `sureFrom` and `sureTo` the days
 * between which it surely is, where there are any. An end that nobody has stated is open.
 */
export type Span = {
  from: string
  sureFrom: string
  sureTo: string
  to: string
  openFrom: boolean
  openTo: boolean
}

/** Things that last until something else is said; all others are points in time when they have no end. */
const lasting = new Set<Kind>(['activity', 'planPeriod'])

export function spanOf(entry: Pick<Entry, 'kind' | 'date' | 'end'>): Span | undefined {
  const start = entry.date ?? entry.end
  const end = entry.end ?? entry.date
  if (!start || !end) return undefined
  const lasts = lasting.has(entry.kind)
  return {
    from: earliestDay(start),
    sureFrom: latestDay(start),
    sureTo: earliestDay(end),
    to: latestDay(end),
    openFrom: lasts && !entry.date,
    openTo: lasts && !entry.end,
  }
}

/** A point in time: no end of its own, and nothing that lasts. */
export const isPoint = (entry: Pick<Entry, 'kind' | 'end'>): boolean => !entry.end && !lasting.has(entry.kind)

export const isUndated = (entry: Entry): boolean => !entry.date && !entry.end

/** Whether an entry touches a period; an open end reaches as far as the period does. */
export function touches(entry: Entry, from: string, to: string): boolean {
  const span = spanOf(entry)
  if (!span) return false
  return (span.openFrom || span.from <= to) && (span.openTo || span.to >= from) && (span.from <= to || span.to <= to)
}

/** The first and last year that anything in the list lies in; this year when nothing is dated. */
export function yearsOf(entries: Entry[], today: string): { first: number; last: number } {
  const years = entries.flatMap((entry) => {
    const span = spanOf(entry)
    return span ? [Number(span.from.slice(0, 4)), Number(span.to.slice(0, 4))] : []
  })
  const now = Number(today.slice(0, 4))
  return { first: Math.min(now, ...years), last: Math.max(now, ...years) }
}

/** The day by which entries are told: the earliest they may mean, and what is less known before what is more. */
export function compareByDate(a: Entry, b: Entry): number {
  const [x, y] = [spanOf(a), spanOf(b)]
  if (!x || !y) return Number(!x) - Number(!y) || a.title.localeCompare(b.title, 'sv')
  return x.from.localeCompare(y.from) || y.to.localeCompare(x.to) || a.title.localeCompare(b.title, 'sv')
}

/** What comes next: what has its last possible day today or later, the nearest first; never what merely lasts. */
export function upcoming(entries: Entry[], today: string): Entry[] {
  return entries
    .filter((entry) => isPoint(entry) && entry.date && latestDay(entry.date) >= today && entry.state !== 'done')
    .sort((a, b) => dueDay(a).localeCompare(dueDay(b)) || compareByDate(a, b))
}

// A month or a year is not over until its last day: it comes after the days that are known.
const dueDay = (entry: Entry): string => (entry.date ? latestDay(entry.date) : '')

/** Codes in the plan's order: 2.2 before 2.10. */
export const compareCodes = (a: string, b: string): number => a.localeCompare(b, 'sv', { numeric: true })

export type MonthGroup = { key: string; year: number; month?: number; lines: MonthLine[] }
export type MonthLine = { entry: Entry; when: 'on' | 'starts' | 'ends' }

const keyOf = (dated: Dated): string => dated.day.slice(0, dated.precision === 'year' ? 4 : 7)

/** The list by month: a point once, what lasts at its start and at its end; what is known to the year stands first. */
export function byMonth(entries: Entry[]): MonthGroup[] {
  const groups = new Map<string, MonthLine[]>()
  const put = (dated: Dated, line: MonthLine) => {
    const key = keyOf(dated)
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  for (const entry of entries.toSorted(compareByDate)) {
    const { date, end } = entry
    const brief = date && end && keyOf(date) === keyOf(end)
    if (date) put(date, { entry, when: isPoint(entry) || brief ? 'on' : 'starts' })
    if (end && !brief) put(end, { entry, when: 'ends' })
  }
  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, lines]) => ({
      key,
      year: Number(key.slice(0, 4)),
      month: key.length > 4 ? Number(key.slice(5)) : undefined,
      lines: lines.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b))),
    }))
}

const dayOf = ({ entry, when }: MonthLine): string => (when === 'ends' ? entry.end : entry.date)?.day ?? ''
