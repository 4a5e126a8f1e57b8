import { utcMonth, utcYear } from 'd3-time'
import { toDate, toDay } from '../../lib/dates'
import type { Kind } from './address'
import { compareByDate, compareCodes, type Entry, isPoint, spanOf, touches } from './entries'

/** The days the chart shows, both included. Everything is placed in per cent of it, so that it fits any width. */
export type Domain = { from: string; to: string }

const startOf = (domain: Domain) => toDate(domain.from).getTime()
const endOf = (domain: Domain) => toDate(domain.to).getTime() + 86_400_000

/** Where a day begins, in per cent; outside 0–100 when it lies outside the domain. */
export function place(day: string, domain: Domain): number {
  const start = startOf(domain)
  return ((toDate(day).getTime() - start) / (endOf(domain) - start)) * 100
}

/** Where a day ends. */
const placeAfter = (day: string, domain: Domain): number => place(day, domain) + 100 / daysIn(domain)

const daysIn = (domain: Domain): number => (endOf(domain) - startOf(domain)) / 86_400_000

export const yearsDomain = (first: number, last: number): Domain => ({ from: `${first}-01-01`, to: `${last}-12-31` })

/** What to show when nobody has chosen: last year to next; when all is over, the last three years there are. */
export function usualYears(years: { first: number; last: number }, now: number): { first: number; last: number } {
  if (years.last - years.first < 3) return years
  if (years.last < now - 1) return { first: years.last - 2, last: years.last }
  return { first: Math.max(years.first, now - 1), last: Math.min(years.last, now + 1) }
}

export type Tick = { x: number; year: number; month: number; major: boolean; labelled: boolean }

/** Lines at years, and between them at months or quarters as far as there is room for them. */
export function ticksOf(domain: Domain): Tick[] {
  const [start, end] = [toDate(domain.from), new Date(endOf(domain))]
  const months = utcMonth.count(start, end)
  const every =
    months <= 18 ? utcMonth.every(1) : months <= 48 ? utcMonth.every(3) : months <= 96 ? utcMonth.every(6) : utcYear
  return (every ?? utcYear).range(utcMonth.ceil(start), end).map((date) => ({
    x: place(toDay(date), domain),
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    major: date.getUTCMonth() === 0,
    labelled: months <= 48,
  }))
}

/** A bar of up to three pieces: a soft beginning, what is sure, a soft end; in per cent, `[from, to]`. */
export type Bar = {
  fadeIn?: [number, number]
  sure?: [number, number]
  fadeOut?: [number, number]
}

export function barOf(entry: Entry, domain: Domain, today: string): Bar | undefined {
  const span = spanOf(entry)
  if (!span) return undefined
  const a = span.openFrom ? 0 : place(span.from, domain)
  const d = span.openTo ? 100 : placeAfter(span.to, domain)
  // Without a stated end it is sure until today and fades from there, as far as is shown.
  let b = span.openFrom ? Math.max(0, Math.min(d, place(today, domain))) : place(span.sureFrom, domain)
  let c = span.openTo ? Math.max(b, Math.min(100, place(today, domain))) : placeAfter(span.sureTo, domain)
  // One year for both start and end: nothing is sure, and it fades both ways from the middle.
  if (b > c) b = c = (b + c) / 2
  const exact = 100 / daysIn(domain) + 1e-9
  return {
    fadeIn: b - a > exact ? [a, b] : undefined,
    sure: [b - a > exact ? b : a, d - c > exact ? c : d],
    fadeOut: d - c > exact ? [c, d] : undefined,
  }
}

/** A point: where its mark stands, and between which places it may lie when no day is known. */
export type Point = { entry: Entry; x: number; spread?: [number, number] }

export function pointOf(entry: Entry, domain: Domain): Point | undefined {
  const span = spanOf(entry)
  if (!span) return undefined
  const [from, to] = [place(span.from, domain), placeAfter(span.to, domain)]
  return { entry, x: (from + to) / 2, spread: span.from === span.to ? undefined : [from, to] }
}

export type Row = {
  key: string
  /** An activity's row has its code; the others are named after their kind. */
  code?: string
  kind: Kind
  entry?: Entry
  bar?: Bar
  points: Point[]
  /** Things other than the row's own that last a while, as the reference group's work. */
  spans: { entry: Entry; bar: Bar }[]
}

const planKinds: Kind[] = [
  'planPeriod',
  'decision',
  'revision',
  'meeting',
  'survey',
  'reportDue',
  'event',
  'milestone',
  'mandate',
  'communication',
]

/** One row a kind for what belongs to the plan, then one row an activity, in the order of the codes. */
export function rowsOf(entries: Entry[], domain: Domain, today: string): Row[] {
  const rows = new Map<string, Row>()
  for (const entry of entries.toSorted(compareByDate)) {
    if (!touches(entry, domain.from, domain.to)) continue
    const key = entry.activityId ?? entry.kind
    const row = rows.get(key) ?? { key, code: entry.activityCode, kind: entry.kind, points: [], spans: [] }
    rows.set(key, row)
    put(row, entry, domain, today)
  }
  // An activity without dates of its own still names the row of its milestones.
  for (const entry of entries) {
    const row = entry.kind === 'activity' && entry.activityId ? rows.get(entry.activityId) : undefined
    if (row) row.entry ??= entry
  }
  return [...rows.values()].sort(
    (a, b) =>
      Number(a.code !== undefined) - Number(b.code !== undefined) ||
      (a.code !== undefined && b.code !== undefined
        ? compareCodes(a.code, b.code)
        : planKinds.indexOf(a.kind) - planKinds.indexOf(b.kind)),
  )
}

function put(row: Row, entry: Entry, domain: Domain, today: string): void {
  if (isPoint(entry)) {
    const point = pointOf(entry, domain)
    if (point && point.x >= 0 && point.x <= 100) row.points.push(point)
    else if (point?.spread) row.points.push({ ...point, x: Math.min(100, Math.max(0, point.x)) })
    return
  }
  const bar = barOf(entry, domain, today)
  if (!bar) return
  if (entry.kind === 'activity' && !row.bar) {
    row.bar = bar
    row.entry = entry
  } else row.spans.push({ entry, bar })
}
