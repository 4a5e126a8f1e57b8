import { describe, expect, it } from 'vitest'
import type { TimelineEntry } from '../../api/types'
import { apart } from './round'

const entry = (given: Partial<TimelineEntry>) =>
  ({ id: given.key, kind: 'meeting', title: given.key, ...given }) as TimelineEntry
const month = (day: string) => ({ day: `${day}-01`, precision: 'month' as const })
const often = { kind: 'perYear', times: 4 } as const
const today = '2026-11-22'

describe("the plan's round", () => {
  it('tells what recurs once, with the next time of all', () => {
    const { recurring } = apart(
      [
        entry({ key: 'moten', date: month('2026-08'), recurrence: often }),
        entry({ key: 'moten', date: month('2026-11'), recurrence: often }),
        entry({ key: 'moten', date: month('2027-02'), recurrence: often }),
      ],
      today,
    )
    expect(recurring.map(({ next }) => next?.day)).toEqual(['2026-11-01'])
  })

  it('names no next time where only the year is known, or all is over', () => {
    const { recurring } = apart(
      [
        entry({ key: 'a', date: { day: '2027-01-01', precision: 'year' }, recurrence: { kind: 'yearly' } }),
        entry({ key: 'b', date: month('2020-01'), recurrence: often }),
      ],
      today,
    )
    expect(recurring.map(({ entry: { key }, next }) => [key, next])).toEqual([
      ['a', undefined],
      ['b', undefined],
    ])
  })

  it('keeps what happens once apart, and leaves out what belongs to activities', () => {
    const { recurring, once } = apart(
      [
        entry({ key: 'beslut', kind: 'decision' }),
        entry({ key: 'delmal', kind: 'milestone', activityId: 'x' }),
        entry({ key: 'rapport', kind: 'reportDue', date: month('2026-12') }),
      ],
      today,
    )
    expect(once.map(({ key }) => key)).toEqual(['beslut'])
    expect(recurring.map(({ entry: { key } }) => key)).toEqual(['rapport'])
  })
})
