import { expect, it } from 'vitest'
import { upcoming } from './upcoming'

const entry = (kind: string, day: string, precision: 'day' | 'month' | 'year' = 'day') => ({
  kind,
  date: { day, precision },
})

it('tells the next moments, soonest first', () => {
  const later = entry('meeting', '2027-03-01')
  const sooner = entry('reportDue', '2026-12-01')
  expect(upcoming([later, entry('meeting', '2026-01-01'), sooner], '2026-11-22', 5)).toEqual([sooner, later])
})

it('keeps what may still come this year, after what has a day', () => {
  const thisYear = entry('revision', '2026-01-01', 'year')
  const day = entry('meeting', '2026-12-09')
  expect(upcoming([thisYear, day], '2026-11-22', 5)).toEqual([day, thisYear])
})

it('leaves out periods and what has no date', () => {
  expect(upcoming([entry('planPeriod', '2027-01-01'), { kind: 'meeting' }], '2026-11-22', 5)).toEqual([])
})
