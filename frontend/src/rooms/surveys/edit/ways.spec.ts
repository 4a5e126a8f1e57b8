import { describe, expect, it } from 'vitest'
import type { SurveyQuestion } from '../../../api/types'
import { partingsOf, spanOf, unreached } from './ways'

const question = (key: string, after?: [string, 'is' | 'isNot', string[]]) =>
  ({
    key,
    type: 'single',
    required: true,
    options: [
      { key: 'ja', sv: 'Ja' },
      { key: 'nej', sv: 'Nej' },
    ],
    condition: after && { questionKey: after[0], op: after[1], values: after[2] },
  }) as SurveyQuestion

describe('the ways through the questions', () => {
  const all = [
    question('rutin'),
    question('kand', ['rutin', 'is', ['ja']]),
    question('anvand', ['kand', 'is', ['ja']]),
    question('saknas', ['rutin', 'isNot', ['ja']]),
    question('sist'),
  ]

  it('part where an answer decides what else is asked', () => {
    const told = partingsOf(all).map(
      ({ at, ways }) =>
        `${at.key}: ${ways.map(({ answer, asks }) => `${answer.key}→${asks.map(({ key }) => key)}`).join(' ')}`,
    )

    expect(told).toEqual(['rutin: ja→kand nej→saknas', 'kand: ja→anvand nej→'])
  })

  it('are as short and as long as the answers make them', () => {
    expect(spanOf(all)).toEqual({ fewest: 3, most: 4 })
  })

  it('leave out questions that no answer leads to', () => {
    const never = [...all, question('aldrig', ['rutin', 'is', []]), question('darefter', ['aldrig', 'is', ['ja']])]

    expect(unreached(all)).toEqual([])
    expect(unreached(never).map(({ key }) => key)).toEqual(['aldrig', 'darefter'])
  })
})
