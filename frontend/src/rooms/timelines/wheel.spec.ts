import { describe, expect, it } from 'vitest'
import { entry, month, on, year } from './sample'
import { angleOf, apart, arcPath, at, entriesIn, fullTurn, type Item, ringsOf } from './wheel'

describe('the turn of the year', () => {
  it('begins at the top and goes clockwise', () => {
    expect(at(angleOf('2026-01-01', 2026), 100)).toEqual([0, -100])
    const [x, y] = at(angleOf('2026-04-02', 2026), 100)
    expect(x).toBeCloseTo(100, 0)
    expect(Math.abs(y)).toBeLessThan(2)
  })

  it('keeps what lies outside the year at its edge', () => {
    expect(angleOf('2025-06-01', 2026)).toBe(0)
    expect(angleOf('2027-06-01', 2026)).toBe(fullTurn)
  })

  it('draws a whole turn as two halves', () => {
    expect(arcPath(0, fullTurn, 10).match(/M/g)).toHaveLength(2)
    expect(arcPath(0, 1, 10)).toBe('M0 -10A10 10 0 0 1 8.41 -5.4')
  })
})

describe('rings', () => {
  const list = [
    entry({ id: 'm', kind: 'meeting', bodyId: 'council', date: month(2026, 2) }),
    entry({ id: 'd', kind: 'decision', bodyId: 'kf', date: on('2026-06-15') }),
    entry({ id: 'r', kind: 'revision', bodyId: 'kf', date: year(2026) }),
    entry({ id: 'p', kind: 'reportDue', bodyIds: ['a', 'b'], date: on('2026-12-31') }),
    entry({ id: 'a', kind: 'activity', date: on('2026-03-01') }),
    entry({ id: 'o', kind: 'meeting', bodyId: 'council', date: month(2025, 2) }),
  ]

  it('are one a body, and one a kind for what concerns many', () => {
    expect(ringsOf(list, 2026).map(({ key, items }) => [key, items.map((item) => item.shape)])).toEqual([
      ['kf', ['year', 'dot']],
      ['council', ['month']],
      ['reportDue', ['dot']],
    ])
  })

  it('draw whole turns beside each other', () => {
    const [ring] = ringsOf(
      [
        entry({ id: 'a', kind: 'milestone', date: year(2026) }),
        entry({ id: 'b', kind: 'milestone', date: year(2026) }),
      ],
      2026,
    )
    expect(ring?.items.map(({ beside }) => beside)).toEqual([-4, 4])
  })

  it('hold what the year has, without what merely lasts', () => {
    expect(entriesIn(list, 2026).map(({ id }) => id)).toEqual(['r', 'm', 'd', 'p'])
  })

  it('are never more than there is room for', () => {
    const many = Array.from({ length: 9 }, (_, place) =>
      entry({ id: `${place}`, kind: 'meeting', bodyId: `b${place}`, date: month(2026, place + 1) }),
    )
    const rings = ringsOf(many, 2026, 4)
    expect(rings).toHaveLength(4)
    expect(rings.at(-1)).toMatchObject({ key: 'others' })
    expect(rings.flatMap(({ items }) => items)).toHaveLength(9)
  })
})

it('dots on one day are moved apart around that day', () => {
  const dot = (id: string): Item => ({ entry: entry({ id }), shape: 'dot', from: 3, to: 3, angle: 3 })
  const [a, b] = apart([dot('a'), dot('b')], 200)
  expect(((a?.angle ?? 0) + (b?.angle ?? 0)) / 2).toBeCloseTo(3)
  expect((b?.angle ?? 0) - (a?.angle ?? 0)).toBeCloseTo(22 / 200)
})
