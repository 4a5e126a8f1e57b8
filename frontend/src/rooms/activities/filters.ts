import type { Activity, ActivityQuery, Body, State, TargetGroup, ViolenceArea } from '../../api/types'
import { stateOrder } from '../../ui/StatusMark'
import { levelWords } from './words'

/** What may be chosen, under the names that stand in the address. Things are named by key there, never by id. */
const filterNames = ['namnd', 'omrade', 'lage', 'malgrupp', 'niva', 'obekraftad'] as const

type FilterName = (typeof filterNames)[number]
export type Filters = Partial<Record<FilterName, string>>
type View = 'kort' | 'tabell'
export type ListAddress = { filters: Filters; view: View; sort: string; page: number }

const sorts = ['code', 'title', 'status', 'end', 'updated']

export function readAddress(search: string): ListAddress {
  const params = new URLSearchParams(search)
  const filters: Filters = {}
  for (const name of filterNames) {
    const value = params.get(name)
    if (value) filters[name] = value
  }
  const sort = params.get('sortering') ?? 'code'
  return {
    filters,
    view: params.get('vy') === 'tabell' ? 'tabell' : 'kort',
    sort: sorts.includes(sort.replace(/^-/, '')) ? sort : 'code',
    page: Math.max(1, Math.trunc(Number(params.get('sida'))) || 1),
  }
}

/** The address's own parameters; what is as it is by default is left out. */
export function writeAddress({ filters, view, sort, page }: ListAddress): Record<string, string | undefined> {
  return {
    ...filters,
    vy: view === 'tabell' ? 'tabell' : undefined,
    sortering: sort === 'code' ? undefined : sort,
    sida: page > 1 ? String(page) : undefined,
  }
}

type Known = { bodies: Body[]; areas: ViolenceArea[]; groups: TargetGroup[] }

const idOf = (things: { id: string; key: string }[], key: string | undefined) =>
  // A key that nobody knows must find nothing, not everything.
  key === undefined
    ? undefined
    : (things.find((thing) => thing.key === key)?.id ?? '00000000-0000-7000-8000-000000000000')

const oneOf = <T extends string>(values: readonly T[], value: string | undefined): T | undefined =>
  values.find((known) => known === value)

const levels = Object.keys(levelWords) as (keyof typeof levelWords)[]

/** The same choices as the API asks for them. */
export function toQuery(
  { filters, sort, page }: ListAddress,
  known: Known,
  planId: string,
  limit: number,
): ActivityQuery {
  return {
    plan: planId,
    board: idOf(known.bodies, filters.namnd),
    area: idOf(known.areas, filters.omrade),
    targetGroup: idOf(known.groups, filters.malgrupp),
    status: oneOf<State>(stateOrder, filters.lage),
    level: oneOf(levels, filters.niva),
    unconfirmed: filters.obekraftad ? true : undefined,
    sort: sort as ActivityQuery['sort'],
    page,
    limit,
  }
}

/** Those that stand for themselves: a sub-activity is told under its activity when that is among the found. */
export function withoutParts(activities: Activity[]): Activity[] {
  const found = new Set(activities.map(({ id }) => id))
  return activities.filter(({ parentId }) => !parentId || !found.has(parentId))
}
