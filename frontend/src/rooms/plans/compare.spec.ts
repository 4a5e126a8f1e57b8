import { describe, expect, it } from 'vitest'
import type { PlanDifference } from '../../api/types'
import { groupsOf, isText, readable } from './compare'

describe('readable', () => {
  it('writes values as people read them', () => {
    expect(readable({ day: '2026-05-01', precision: 'month' }, 'sv')).toBe('maj 2026')
    expect(readable('2026-05-04', 'sv')).toBe('4 maj 2026')
    expect(readable(true, 'en')).toBe('yes')
    expect(readable(['ifn', 'ks'], 'sv')).toBe('ifn\nks')
    expect(readable(undefined, 'sv')).toBe('')
    expect(readable(12, 'sv')).toBe('12')
  })

  it('tells a thing by what it holds, never by its id', () => {
    expect(
      readable([{ id: 'x', body: 'ifn', role: 'answerable', from: { day: '2026-01-01', precision: 'year' } }], 'sv'),
    ).toBe('ifn, answerable, 2026')
  })
})

it('differences stand by the sort of thing, in the order told', () => {
  const of = (kind: string, key: string) =>
    ({ kind, key, title: key, change: 'added', fields: [] }) as unknown as PlanDifference
  expect(
    groupsOf([of('plan', 'p'), of('section', 'a'), of('section', 'b')]).map(({ kind, items }) => [kind, items.length]),
  ).toEqual([
    ['plan', 1],
    ['section', 2],
  ])
})

it('only long texts are marked word by word', () => {
  expect(isText('kort', 'x'.repeat(50))).toBe(false)
  expect(isText('x'.repeat(50), 'y'.repeat(50))).toBe(true)
})
