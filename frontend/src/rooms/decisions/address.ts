import type { DecisionQuery } from './queries'

/** What the list's address says: a body by key, a year, only those that wait, which page. */
export type Address = { namnd?: string; ar?: string; oppna?: 'ja'; sida?: string }

export function readAddress(search: string): Address {
  const params = new URLSearchParams(search)
  const year = params.get('ar') ?? ''
  return {
    namnd: params.get('namnd') ?? undefined,
    ar: /^\d{4}$/.test(year) ? year : undefined,
    oppna: params.get('oppna') === 'ja' ? 'ja' : undefined,
    sida: /^[1-9]\d{0,3}$/.test(params.get('sida') ?? '') ? (params.get('sida') ?? undefined) : undefined,
  }
}

/** The same choice as the API asks for it. A body that nobody knows finds nothing, not everything. */
export function toQuery(address: Address, bodies: { id: string; key: string }[]): DecisionQuery {
  const { namnd, ar, oppna, sida } = address
  return {
    body: namnd && (bodies.find(({ key }) => key === namnd)?.id ?? '00000000-0000-7000-8000-000000000000'),
    from: ar && `${ar}-01-01`,
    to: ar && `${ar}-12-31`,
    open: oppna && 'true',
    page: Number(sida ?? 1),
    limit: 50,
  }
}

/** Decisions under the year in which they were made, as they come; those without a date under nothing. */
export function byYear<T extends { date?: { day: string } }>(decisions: T[]): [year: string, T[]][] {
  const years = new Map<string, T[]>()
  for (const decision of decisions) {
    const year = decision.date?.day.slice(0, 4) ?? ''
    years.set(year, [...(years.get(year) ?? []), decision])
  }
  return [...years]
}
