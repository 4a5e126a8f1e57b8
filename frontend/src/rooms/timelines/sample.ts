import type { Dated } from '../../lib/dates'
import type { Entry } from './entries'

/** For specs only: an entry with what matters to the test, and dates as one says them. */
export const entry = (given: Partial<Entry>): Entry => ({
  id: given.title ?? 'id',
  version: 1,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  _links: {},
  planId: 'plan',
  key: 'key',
  kind: 'event',
  title: 'title',
  source: 'plan',
  bodyIds: [],
  isManual: false,
  allBoards: false,
  violenceAreaIds: [],
  ...given,
})

export const on = (day: string): Dated => ({ day, precision: 'day' })
export const month = (year: number, number: number): Dated => ({
  day: `${year}-${String(number).padStart(2, '0')}-01`,
  precision: 'month',
})
export const year = (number: number): Dated => ({ day: `${number}-01-01`, precision: 'year' })
