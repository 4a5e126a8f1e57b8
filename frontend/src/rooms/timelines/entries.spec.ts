import { describe, expect, it } from 'vitest'
import {
  byMonth,
  compareByDate,
  compareCodes,
  decisionOf,
  type Entry,
  spanOf,
  touches,
  upcoming,
  yearsOf,
} from './entries'
import { entry, month, on, year } from './sample'

describe('spanOf', () => {
  it('is soft where only the year is known', () => {
    expect(spanOf(entry({ kind: 'activity', date: year(2019), end: month(2020, 3) }))).toEqual({
      from: '2019-01-01',
      sureFrom: '2019-12-31',
      sureTo: '2020-03-01',
      to: '2020-03-31',
      openFrom: false,
      openTo: false,
    })
  })

  it('is open where no end has been stated, but only for what lasts', () => {
    expect(spanOf(entry({ kind: 'activity', date: on('2026-05-04') }))).toMatchObject({
      openTo: true,
      to: '2026-05-04',
    })
    expect(spanOf(entry({ kind: 'meeting', date: on('2026-05-04') }))).toMatchObject({ openTo: false })
  })

  it('is nothing without any date', () => {
    expect(spanOf(entry({}))).toBeUndefined()
  })
})

describe('touches', () => {
  const within = (sample: Entry) => touches(sample, '2026-01-01', '2026-12-31')

  it('keeps what begins before and ends after', () => {
    expect(within(entry({ kind: 'activity', date: year(2020), end: year(2030) }))).toBe(true)
  })

  it('keeps what began before and has no stated end, not what begins after', () => {
    expect(within(entry({ kind: 'activity', date: year(2020) }))).toBe(true)
    expect(within(entry({ kind: 'activity', date: year(2027) }))).toBe(false)
  })

  it('leaves out what is over and what has no date', () => {
    expect(within(entry({ kind: 'decision', date: year(2025) }))).toBe(false)
    expect(within(entry({ kind: 'decision' }))).toBe(false)
  })
})

it('yearsOf holds this year and everything dated', () => {
  expect(yearsOf([entry({ date: year(2016) }), entry({})], '2026-11-22')).toEqual({ first: 2016, last: 2026 })
})

describe('order', () => {
  it('is by day, the undated last', () => {
    const sorted = [
      entry({ title: 'c' }),
      entry({ title: 'b', date: on('2026-02-01') }),
      entry({ title: 'a', date: year(2026) }),
    ]
    expect(sorted.sort(compareByDate).map(({ title }) => title)).toEqual(['a', 'b', 'c'])
  })

  it('reads codes as people do', () => {
    expect(['2.10', '2.2', '1.4', '2.2.1'].sort(compareCodes)).toEqual(['1.4', '2.2', '2.2.1', '2.10'])
  })
})

it('upcoming tells the nearest first and leaves out what lasts, is done or is over', () => {
  const list = [
    entry({ title: 'someday this year', kind: 'revision', date: year(2026) }),
    entry({ title: 'soon', kind: 'meeting', date: on('2026-12-01') }),
    entry({ title: 'over', kind: 'meeting', date: on('2026-11-01') }),
    entry({ title: 'done', kind: 'milestone', date: on('2026-12-02'), state: 'done' }),
    entry({ title: 'lasts', kind: 'activity', date: on('2026-12-03') }),
  ]
  expect(upcoming(list, '2026-11-22').map(({ title }) => title)).toEqual(['soon', 'someday this year'])
})

describe('byMonth', () => {
  it('tells what lasts twice, a point once, and the year before its months', () => {
    const groups = byMonth([
      entry({ title: 'work', kind: 'activity', date: month(2026, 2), end: month(2026, 5) }),
      entry({ title: 'meeting', kind: 'meeting', date: on('2026-02-11') }),
      entry({ title: 'sometime', kind: 'event', date: year(2026) }),
    ])
    expect(groups.map(({ key, lines }) => [key, lines.map((line) => `${line.entry.title} ${line.when}`)])).toEqual([
      ['2026', ['sometime on']],
      ['2026-02', ['work starts', 'meeting on']],
      ['2026-05', ['work ends']],
    ])
  })

  it('tells once what begins and ends in the same month', () => {
    const [group] = byMonth([entry({ kind: 'activity', date: year(2018), end: year(2018) })])
    expect(group?.lines.map(({ when }) => when)).toEqual(['on'])
  })
})

describe('decisionOf', () => {
  it('tells which decision an entry stands for, and nothing of other entries', () => {
    const of = (href: string) => decisionOf({ _links: { self: { href, method: 'GET' } } })
    expect(of('http://localhost:8080/api/v1/decisions/0198c6f0-aa')).toBe('0198c6f0-aa')
    expect(of('http://localhost:8080/api/v1/timelines/0198c6f0-aa')).toBeUndefined()
  })
})
