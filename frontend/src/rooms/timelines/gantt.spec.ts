import { describe, expect, it } from 'vitest'
import { barOf, place, pointOf, rowsOf, ticksOf, usualYears, yearsDomain } from './gantt'
import { entry, month, on, year } from './sample'

const today = '2026-11-22'
const threeYears = yearsDomain(2025, 2027)
const oneYear = yearsDomain(2026, 2026)

describe('places', () => {
  it('run from the first day to the end of the last', () => {
    expect(place('2026-01-01', oneYear)).toBe(0)
    expect(place('2027-01-01', oneYear)).toBe(100)
    expect(place('2025-01-01', oneYear)).toBeLessThan(0)
  })
})

describe('usualYears', () => {
  it('are last year to next, as far as there is anything', () => {
    expect(usualYears({ first: 2016, last: 2030 }, 2026)).toEqual({ first: 2025, last: 2027 })
    expect(usualYears({ first: 2016, last: 2026 }, 2026)).toEqual({ first: 2025, last: 2026 })
  })

  it('are the last three when all is over, and all when they are few', () => {
    expect(usualYears({ first: 2016, last: 2022 }, 2026)).toEqual({ first: 2020, last: 2022 })
    expect(usualYears({ first: 2026, last: 2027 }, 2026)).toEqual({ first: 2026, last: 2027 })
  })
})

describe('ticksOf', () => {
  it('are months in a year, quarters in three, years in twenty', () => {
    expect(ticksOf(oneYear)).toHaveLength(12)
    expect(ticksOf(threeYears)).toHaveLength(12)
    expect(ticksOf(yearsDomain(2010, 2029))).toHaveLength(20)
    expect(
      ticksOf(threeYears)
        .filter(({ major }) => major)
        .map((tick) => tick.year),
    ).toEqual([2025, 2026, 2027])
  })
})

describe('barOf', () => {
  it('is whole where days are known', () => {
    const bar = barOf(entry({ kind: 'activity', date: on('2026-01-01'), end: on('2026-12-31') }), oneYear, today)
    expect(bar).toEqual({ fadeIn: undefined, sure: [0, expect.closeTo(100)], fadeOut: undefined })
  })

  it('is soft at the end of which only the year is known', () => {
    const bar = barOf(entry({ kind: 'activity', date: on('2025-01-01'), end: year(2027) }), threeYears, today)
    expect(bar?.fadeIn).toBeUndefined()
    expect(bar?.fadeOut?.[0]).toBeCloseTo(place('2027-01-02', threeYears))
    expect(bar?.fadeOut?.[1]).toBeCloseTo(100)
  })

  it('fades both ways from the middle when only one year is known of both ends', () => {
    const bar = barOf(entry({ kind: 'activity', date: year(2026), end: year(2026) }), oneYear, today)
    expect(bar?.fadeIn?.[0]).toBe(0)
    expect(bar?.fadeIn?.[1]).toBeCloseTo(50, 0)
    expect(bar?.fadeOut?.[1]).toBeCloseTo(100)
  })

  it('without a stated end is sure until today and fades from there', () => {
    const bar = barOf(entry({ kind: 'activity', date: on('2026-03-01') }), oneYear, today)
    expect(bar?.sure?.[1]).toBeCloseTo(place(today, oneYear))
    expect(bar?.fadeOut?.[1]).toBe(100)
  })

  it('without a stated start fades in from as far back as is shown, and never begins at its end', () => {
    const ends = place('2026-09-01', oneYear)
    const over = barOf(entry({ kind: 'activity', end: on('2026-08-31') }), oneYear, today)
    expect(over?.fadeIn).toEqual([0, expect.closeTo(ends)])
    const going = barOf(entry({ kind: 'activity', end: on('2026-12-31') }), oneYear, today)
    expect(going?.fadeIn).toEqual([0, expect.closeTo(place(today, oneYear))])
    expect(going?.sure?.[1]).toBeCloseTo(100)
    const later = barOf(entry({ kind: 'activity', end: on('2027-12-31') }), threeYears, '2024-06-01')
    expect(later?.fadeIn).toBeUndefined()
    expect(later?.sure).toEqual([0, expect.closeTo(100)])
  })
})

it('pointOf says between which places a month lies', () => {
  const point = pointOf(entry({ kind: 'milestone', date: month(2026, 7) }), oneYear)
  expect(point?.spread?.[0]).toBeCloseTo(place('2026-07-01', oneYear))
  expect(point?.spread?.[1]).toBeCloseTo(place('2026-08-01', oneYear))
})

describe('rowsOf', () => {
  const list = [
    entry({
      id: '1',
      kind: 'activity',
      title: 'Tio',
      activityId: 'a10',
      activityCode: '2.10',
      date: year(2026),
      end: year(2026),
    }),
    entry({ id: '2', kind: 'milestone', activityId: 'a2', activityCode: '2.2', date: on('2026-05-01') }),
    entry({ id: '3', kind: 'activity', title: 'Två', activityId: 'a2', activityCode: '2.2' }),
    entry({ id: '4', kind: 'meeting', date: month(2026, 2) }),
    entry({ id: '5', kind: 'decision', date: on('2016-10-26') }),
    entry({ id: '6', kind: 'decision' }),
  ]

  it('are the plan first, then the activities in the order of their codes; nothing from outside', () => {
    expect(rowsOf(list, oneYear, today).map(({ code, kind }) => code ?? kind)).toEqual(['meeting', '2.2', '2.10'])
  })

  it('name the row of milestones after an activity that has no dates', () => {
    const row = rowsOf(list, oneYear, today).find(({ code }) => code === '2.2')
    expect(row?.entry?.title).toBe('Två')
    expect(row?.bar).toBeUndefined()
    expect(row?.points).toHaveLength(1)
  })
})
