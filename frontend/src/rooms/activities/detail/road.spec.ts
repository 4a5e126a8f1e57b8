import { describe, expect, it } from 'vitest'
import type { Milestone } from '../../../api/types'
import { parseDated } from '../../../lib/dates'
import { roadOf } from './road'

const step = (id: string, due?: string, more: Partial<Milestone> = {}): Milestone => ({
  id,
  activityId: 'a',
  key: id,
  title: id,
  due: due ? parseDated(due) : undefined,
  isLate: false,
  version: 1,
  createdAt: '',
  updatedAt: '',
  _links: {},
  ...more,
})

const today = '2026-11-22'

describe('the road of an activity', () => {
  it('parts what has been passed from what lies ahead, in order, with what has no date last', () => {
    const road = roadOf({
      today,
      milestones: [
        step('utan datum'),
        step('sedan', '2027-05'),
        step('klart', '2026-03-01', { doneOn: '2026-02-20' }),
        step('försenat', '2026-06'),
      ],
    })
    expect(road.passed.map(({ milestone, state }) => [milestone.id, state])).toEqual([
      ['klart', 'done'],
      ['försenat', 'late'],
    ])
    expect(road.ahead.map(({ milestone, number }) => [milestone.id, number])).toEqual([['sedan', 3]])
    expect(road.undated.map(({ milestone }) => milestone.id)).toEqual(['utan datum'])
  })

  it('keeps a milestone of this year ahead until the year has ended', () => {
    const road = roadOf({ today, milestones: [step('i år', '2026')] })
    expect(road.ahead.map(({ state }) => state)).toEqual(['coming'])
  })

  it('says what recurs in words and never draws it', () => {
    const road = roadOf({ today, milestones: [step('årligen', undefined, { recurrence: { kind: 'yearly' } })] })
    expect(road.recurring).toHaveLength(1)
    expect(road.line).toBeUndefined()
  })

  it('draws a known day sharp and a year as a stretch, with today between', () => {
    const road = roadOf({
      today,
      milestones: [step('dag', '2026-01-15', { doneOn: '2026-01-10' }), step('år', '2028')],
    })
    const [day, year] = road.line?.marks ?? []
    expect(day).toMatchObject({ vague: false, state: 'done' })
    expect(year).toMatchObject({ vague: true, state: 'coming' })
    expect((year?.to ?? 0) - (year?.from ?? 0)).toBeGreaterThan(20)
    expect(road.line?.today).toBeGreaterThan(day?.middle ?? 100)
    expect(road.line?.today).toBeLessThan(year?.middle ?? 0)
    expect(road.line?.ticks.map(({ label }) => label)).toEqual(['2026', '2027', '2028'])
  })

  it('leaves an end that nobody knows open', () => {
    const road = roadOf({ today, milestones: [], start: parseDated('2026-01-01') })
    expect(road.line?.period).toMatchObject({ to: 100, softStart: false, softEnd: true })
  })

  it('holds marks of the same day apart', () => {
    const road = roadOf({ today, milestones: [step('a', '2027-01-01'), step('b', '2027-01-01')] })
    const [a, b] = road.line?.marks ?? []
    expect((b?.middle ?? 0) - (a?.middle ?? 0)).toBeGreaterThan(3)
  })
})
