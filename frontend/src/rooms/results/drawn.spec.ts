import { describe, expect, it } from 'vitest'
import type { SurveyQuestion, SurveyResults } from '../../api/types'
import { wordsIn } from '../../lib/i18n'
import { drawnOf } from './drawn'
import { words } from './words'

const bands = (...lows: number[]) => lows.map((low, at) => ({ option: String(at + 1), low, high: low + 5 }))
const cell = (group: string, n: number | null, lows: number[] = []) => ({
  group,
  n,
  options: n === null ? null : bands(...lows),
})
const whole = { question: 'trygg', dimension: null, groups: [cell('', 120, [10, 20, 60])] }
const split = {
  question: 'trygg',
  dimension: 'enhet',
  groups: [
    cell('vard', 60, [1, 2, 3]),
    cell('hem', null),
    cell('other', 10, [4, 5, 6]),
    cell('vard/other', 12, [7, 8, 9]),
  ],
}
const name = (group: string, nameSv: string, parent?: string) => ({
  dimension: 'enhet',
  group,
  nameSv,
  nameEn: '',
  parent,
})

const results = (more: object = {}) =>
  ({
    questions: [{ key: 'trygg', type: 'scale', textSv: 'Hur trygg är du?', textEn: '' }],
    groupNames: [name('vard', 'Vården'), name('hem', 'Hemtjänsten', 'vard')],
    tables: [whole, split],
    before: null,
    ...more,
  }) as unknown as SurveyResults

const asked = [{ key: 'trygg', min: 1, max: 3, minLabelSv: 'inte alls', maxLabelSv: 'helt' }] as SurveyQuestion[]
const draw = (of: SurveyResults, dimension: string | null) =>
  drawnOf(of, dimension, 'sv', wordsIn(words, 'sv'), (day) => day.slice(0, 4), asked)[0]

describe('what is drawn of a question', () => {
  it('is everybody, and what the ends of a scale mean', () => {
    const drawn = draw(results(), null)
    expect(drawn?.lines.map((line) => line.name)).toEqual(['Alla'])
    expect(drawn?.options.map((option) => option.name)).toEqual(['1 (inte alls)', '2', '3 (helt)'])
  })

  it('is then each group, by name, under what it lies under, with those that are hidden and those merged', () => {
    const lines = draw(results(), 'enhet')?.lines ?? []
    expect(lines.map((line) => line.name)).toEqual([
      'Alla',
      'Vården',
      'Vården: Hemtjänsten',
      'Övriga',
      'Övriga inom Vården',
    ])
    expect(lines.map(({ shares }) => Boolean(shares))).toEqual([true, true, false, true, true])
  })

  it('sets the earlier round under each group', () => {
    const before = { closedOn: '2025-11-09', tables: [whole, split] }
    const lines = draw(results({ before }), 'enhet')?.lines.map((line) => line.name)
    expect(lines?.slice(0, 4)).toEqual(['Alla', 'Alla, 2025', 'Vården', 'Vården, 2025'])
    expect(new Set(draw(results({ before }), 'enhet')?.lines.map(({ key }) => key)).size).toBe(10)
  })
})
