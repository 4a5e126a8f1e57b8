import { kindWords } from './words'

export const forms = ['diagram', 'tabell', 'arshjul', 'kalender'] as const

export type Form = (typeof forms)[number]
export type Kind = keyof typeof kindWords

/** One set of choices for all four forms, as the address has it: bodies and areas by key, periods by year. */
export type Filters = { namnd?: string; omrade?: string; typ?: Kind; fran?: string; till?: string }

export type Address = { filters: Filters; sort: Sort; year?: number }

const sorts = ['datum', '-datum', 'titel', '-titel', 'typ', '-typ'] as const
export type Sort = (typeof sorts)[number]

export const readForm = (form: string | undefined): Form | undefined =>
  form === undefined ? 'diagram' : forms.find((known) => known === form)

const yearIn = (text: string | null): string | undefined => (text && /^[12]\d{3}$/.test(text) ? text : undefined)

export function readAddress(search: string): Address {
  const params = new URLSearchParams(search)
  const filters: Filters = {}
  const [board, area, kind] = [params.get('namnd'), params.get('omrade'), params.get('typ')]
  if (board) filters.namnd = board
  if (area) filters.omrade = area
  if (kind && Object.hasOwn(kindWords, kind)) filters.typ = kind as Kind
  const [from, to] = [yearIn(params.get('fran')), yearIn(params.get('till'))]
  // A period that ends before it begins is read as if it had been written the right way round.
  const turned = from !== undefined && to !== undefined && to < from
  const first = turned ? to : from
  const last = turned ? from : to
  if (first) filters.fran = first
  if (last) filters.till = last
  const year = yearIn(params.get('ar'))
  return {
    filters,
    sort: sorts.find((known) => known === params.get('sortering')) ?? 'datum',
    year: year ? Number(year) : undefined,
  }
}

/** The address's own parameters; what is as it is by default is left out. */
export function writeAddress({ filters, sort, year }: Address): Record<string, string | undefined> {
  return {
    ...filters,
    sortering: sort === 'datum' ? undefined : sort,
    ar: year === undefined ? undefined : String(year),
  }
}

export const isFiltered = (filters: Filters): boolean => Object.values(filters).some(Boolean)
