import type { TraceQuery } from './queries'

/** The search as the address has it: ids and codes, never a name. */
const names = ['person', 'roll', 'handling', 'slag', 'fran', 'till', 'anrop', 'skyddat'] as const
export type Filters = Partial<Record<(typeof names)[number], string>>

export type SearchAddress = { filters: Filters; page: number }

const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(text)
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)
const isCode = (text: string) => /^[A-Za-z]{1,40}$/.test(text)

const allowed: Record<(typeof names)[number], (text: string) => boolean> = {
  person: isId,
  roll: isCode,
  handling: isCode,
  slag: isCode,
  fran: isDay,
  till: isDay,
  anrop: isId,
  skyddat: (text) => text === 'ja' || text === 'nej',
}

/** What cannot be searched for is left out, so that an address somebody has changed still shows something. */
export function readAddress(search: string): SearchAddress {
  const params = new URLSearchParams(search)
  const filters: Filters = {}
  for (const name of names) {
    const value = params.get(name)?.trim()
    if (value && allowed[name](value)) filters[name] = value
  }
  return { filters, page: Math.max(1, Math.trunc(Number(params.get('sida'))) || 1) }
}

export const writeAddress = ({ filters, page }: SearchAddress): Record<string, string | undefined> => ({
  ...filters,
  sida: page > 1 ? String(page) : undefined,
})

export const toQuery = ({ filters, page }: SearchAddress, limit: number): TraceQuery => ({
  page,
  limit,
  userId: filters.person,
  role: filters.roll,
  action: filters.handling,
  objectType: filters.slag,
  requestId: filters.anrop,
  from: filters.fran,
  to: filters.till,
  restricted: filters.skyddat ? (filters.skyddat === 'ja' ? 'true' : 'false') : undefined,
})
