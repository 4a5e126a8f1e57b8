import type { Body, ViolenceArea } from '../../api/types'
import type { Filters } from './address'
import { type Entry, isUndated, touches } from './entries'

export type Known = { bodies: Body[]; areas: ViolenceArea[] }

export type Chosen = {
  /** What has a date within the period. */
  dated: Entry[]
  /** What has none: listed, never hidden. */
  undated: Entry[]
  /** What the other choices allow and only the period leaves out. */
  outside: Entry[]
}

// A key that nobody knows must find nothing, not everything.
const idOf = (things: { id: string; key: string }[], key: string | undefined) =>
  key === undefined
    ? undefined
    : (things.find((thing) => thing.key === key)?.id ?? '00000000-0000-7000-8000-000000000000')

/** The choices that the API makes: who answers follows from rules that only it knows. */
export const ofWhom = (filters: Filters, known: Known): { board?: string; area?: string } => ({
  board: idOf(known.bodies, filters.namnd),
  area: idOf(known.areas, filters.omrade),
})

/** The choices made here, among what the API gave: the kind and the period. */
export function choose(entries: Entry[], filters: Pick<Filters, 'typ' | 'fran' | 'till'>): Chosen {
  const fitting = entries.filter((entry) => !filters.typ || entry.kind === filters.typ)
  const undated = fitting.filter(isUndated)
  const all = fitting.filter((entry) => !isUndated(entry))
  const [from, to] = [`${filters.fran ?? '0001'}-01-01`, `${filters.till ?? '9999'}-12-31`]
  const dated = all.filter((entry) => touches(entry, from, to))
  return { dated, undated, outside: all.filter((entry) => !dated.includes(entry)) }
}

/** The same choices as the calendar's address asks the API for them. */
export function feedQuery(
  filters: Filters,
  known: Known,
  planId: string,
  lang: string,
): Record<string, string | undefined> {
  return {
    plan: planId,
    ...ofWhom(filters, known),
    kind: filters.typ,
    from: filters.fran && `${filters.fran}-01-01`,
    to: filters.till && `${filters.till}-12-31`,
    lang: lang === 'sv' ? undefined : lang,
  }
}
