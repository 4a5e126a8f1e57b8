import { describe, expect, it } from 'vitest'
import { choose, feedQuery, type Known, ofWhom } from './choose'
import { entry, year } from './sample'

const known = {
  bodies: [{ id: 'b1', key: 'ifn' }],
  areas: [{ id: 'a1', key: 'heder' }],
} as unknown as Known

const list = [
  entry({ id: '1', kind: 'meeting', date: year(2026) }),
  entry({ id: '2', kind: 'decision', date: year(2020) }),
  entry({ id: '3', kind: 'decision' }),
]
const ids = (entries: { id: string }[]) => entries.map(({ id }) => id)

describe('choose', () => {
  it('keeps the undated apart, whatever the period', () => {
    const chosen = choose(list, { fran: '2025' })
    expect([ids(chosen.dated), ids(chosen.undated), ids(chosen.outside)]).toEqual([['1'], ['3'], ['2']])
  })

  it('goes by the kind', () => {
    const chosen = choose(list, { typ: 'decision' })
    expect([ids(chosen.dated), ids(chosen.undated)]).toEqual([['2'], ['3']])
  })
})

describe('what the API is asked', () => {
  it('is the same as what the reader has chosen', () => {
    const filters = { namnd: 'ifn', omrade: 'heder', typ: 'meeting', fran: '2026', till: '2027' } as const
    expect(feedQuery(filters, known, 'p', 'en')).toEqual({
      plan: 'p',
      board: 'b1',
      area: 'a1',
      kind: 'meeting',
      from: '2026-01-01',
      to: '2027-12-31',
      lang: 'en',
    })
  })

  it('finds nothing for a key that nobody knows', () => {
    expect(ofWhom({ namnd: 'okand' }, known).board).toMatch(/^0{8}-/)
    expect(ofWhom({}, known)).toEqual({ board: undefined, area: undefined })
  })
})
