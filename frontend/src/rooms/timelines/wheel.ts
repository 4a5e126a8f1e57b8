import { toDate } from '../../lib/dates'
import { compareByDate, type Entry, isPoint, spanOf } from './entries'

/** Angles run clockwise from the top, in radians; the year begins at the top. */
export const fullTurn = 2 * Math.PI

export function angleOf(day: string, year: number): number {
  const start = Date.UTC(year, 0, 1)
  const share = (toDate(day).getTime() - start) / (Date.UTC(year + 1, 0, 1) - start)
  return Math.min(1, Math.max(0, share)) * fullTurn
}

export const at = (angle: number, radius: number): [x: number, y: number] => [
  Math.sin(angle) * radius,
  -Math.cos(angle) * radius,
]

const round = (value: number): number => Math.round(value * 100) / 100

/** A piece of a ring as a line to stroke. A whole turn is two halves: an arc to where it began would be nothing. */
export function arcPath(from: number, to: number, radius: number): string {
  if (to - from >= fullTurn - 0.001)
    return `${arcPath(0, Math.PI, radius)} ${arcPath(Math.PI, fullTurn - 0.001, radius)}`
  const [x1, y1] = at(from, radius).map(round)
  const [x2, y2] = at(to, radius).map(round)
  return `M${x1} ${y1}A${round(radius)} ${round(radius)} 0 ${to - from > Math.PI ? 1 : 0} 1 ${x2} ${y2}`
}

/**
 * `dot` stands on its day; `month` somewhere in its month; `arc` lasts; `year` is known to come this year, not when.
 */
export type Item = {
  entry: Entry
  shape: 'dot' | 'month' | 'arc' | 'year'
  from: number
  to: number
  angle: number
  /** How far beside its ring it is drawn: several of what comes "some time in the year" lie side by side. */
  beside?: number
}

export type Ring = { key: string; bodyId?: string; kind?: Entry['kind']; radius: number; items: Item[] }

export const measures = { outer: 246, inner: 118, labels: 276, size: 620 }

// What lasts for years says nothing of the year's round; the chart tells it.
const outside = new Set<Entry['kind']>(['activity', 'planPeriod'])
const kindOrder: Entry['kind'][] = [
  'decision',
  'revision',
  'meeting',
  'survey',
  'reportDue',
  'milestone',
  'event',
  'mandate',
  'communication',
]

export const inWheel = (entry: Entry): boolean => !outside.has(entry.kind)

/** The entries of a year, in the order of their days. */
export function entriesIn(entries: Entry[], year: number): Entry[] {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  return entries
    .filter((entry) => {
      const span = inWheel(entry) ? spanOf(entry) : undefined
      return span && span.from <= last && span.to >= first
    })
    .sort(compareByDate)
}

/** One ring a body, where an entry has one of its own; else one ring a kind. The smallest share the innermost ring. */
export function ringsOf(entries: Entry[], year: number, most = 6): Ring[] {
  const groups = new Map<string, Omit<Ring, 'radius'>>()
  for (const entry of entriesIn(entries, year)) {
    const own = entry.kind === 'meeting' || entry.kind === 'decision' || entry.kind === 'revision'
    const bodyId = own ? (entry.bodyId ?? (entry.bodyIds.length === 1 ? entry.bodyIds[0] : undefined)) : undefined
    const key = bodyId ?? entry.kind
    const group = groups.get(key) ?? (bodyId ? { key, bodyId, items: [] } : { key, kind: entry.kind, items: [] })
    groups.set(key, group)
    group.items.push(itemOf(entry, year))
  }
  const order = (ring: Omit<Ring, 'radius'>) => kindOrder.indexOf(ring.items[0]?.entry.kind ?? 'event')
  const sorted = [...groups.values()].sort((a, b) => order(a) - order(b) || b.items.length - a.items.length)
  const kept = sorted.length > most ? [...sorted.slice(0, most - 1), together(sorted.slice(most - 1))] : sorted
  const step = (measures.outer - measures.inner) / Math.max(1, kept.length)
  return kept.map((ring, place) => ({
    ...ring,
    radius: measures.outer - step * (place + 0.5),
    items: beside(apart(ring.items, measures.outer - step * (place + 0.5)), step),
  }))
}

const together = (rings: Omit<Ring, 'radius'>[]): Omit<Ring, 'radius'> => ({
  key: 'others',
  items: rings.flatMap(({ items }) => items).sort((a, b) => a.angle - b.angle),
})

function itemOf(entry: Entry, year: number): Item {
  const span = spanOf(entry)
  const { date } = entry
  if (!span || !date) return { entry, shape: 'year', from: 0, to: fullTurn, angle: 0 }
  const from = angleOf(span.from, year)
  const to = angleOf(span.to, year) + fullTurn / 366
  if (!isPoint(entry)) return { entry, shape: 'arc', from, to: Math.min(fullTurn, to), angle: from }
  if (date.precision === 'day') return { entry, shape: 'dot', from, to: from, angle: from }
  if (date.precision === 'month') return { entry, shape: 'month', from, to, angle: (from + to) / 2 }
  return { entry, shape: 'year', from: 0, to: fullTurn, angle: 0 }
}

/** Whole turns of one ring are drawn beside each other, within the ring's own width. */
function beside(items: Item[], width: number): Item[] {
  const turns = items.filter(({ shape }) => shape === 'year')
  const gap = Math.min(8, width / (turns.length + 1))
  return items.map((item) => {
    const place = turns.indexOf(item)
    return place < 0 ? item : { ...item, beside: (place - (turns.length - 1) / 2) * gap }
  })
}

const dotWidth = 22

/** Dots that would cover each other are moved apart along the ring, as little as is needed. */
export function apart(items: Item[], radius: number): Item[] {
  const least = dotWidth / radius
  const loose = items.filter(({ shape }) => shape === 'dot' || shape === 'month').sort((a, b) => a.angle - b.angle)
  const runs: Item[][] = []
  for (const item of loose) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && item.angle - last.angle < least) run.push(item)
    else runs.push([item])
  }
  const moved = new Map<Item, number>()
  for (const run of runs) {
    const middle = run.reduce((sum, item) => sum + item.angle, 0) / run.length
    run.forEach((item, place) => {
      moved.set(item, middle + (place - (run.length - 1) / 2) * least)
    })
  }
  return items.map((item) => ({ ...item, angle: within(moved.get(item) ?? item.angle) }))
}

// A dot pushed past the year's first or last moment stays within the turn.
const within = (angle: number): number => Math.min(fullTurn - 0.02, Math.max(0.02, angle))
