import { describe, expect, it } from 'vitest'
import { earliestDay, formatClock, formatDated, latestDay, parseDated, today, writeDated } from './dates'

describe('dates with a precision', () => {
  it('are read as they are written, and back', () => {
    for (const text of ['2019', '2019-05', '2019-05-04', '2024-02-29']) expect(writeDated(parseDated(text))).toBe(text)
  })

  it('refuse what is no date', () => {
    for (const text of ['', '19', '2019-13', '2019-02-30', '0000', 'maj 2019']) expect(parseDated(text)).toBeUndefined()
  })

  it('are said as far as they are known', () => {
    expect(formatDated({ day: '2019-05-04', precision: 'day' }, 'sv')).toBe('4 maj 2019')
    expect(formatDated({ day: '2019-05-01', precision: 'month' }, 'en')).toBe('May 2019')
    expect(formatDated({ day: '2019-01-01', precision: 'year' }, 'sv')).toBe('2019')
  })

  it('may mean any day of their month or year', () => {
    const february = { day: '2024-02-01', precision: 'month' } as const
    expect([earliestDay(february), latestDay(february)]).toEqual(['2024-02-01', '2024-02-29'])
    expect(latestDay({ day: '2024-01-01', precision: 'year' })).toBe('2024-12-31')
  })
})

describe('today', () => {
  it('is a day in Stockholm, also when it is still yesterday elsewhere', () => {
    expect(today(new Date('2026-11-22T23:30:00Z'))).toBe('2026-11-23')
  })

  it('is told with the clock of Stockholm', () => {
    expect(formatClock(new Date('2026-11-22T13:02:00Z'), 'sv')).toBe('14.02')
    expect(formatClock(new Date('2026-11-22T13:02:00Z'), 'en')).toBe('14:02')
  })
})
