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

  it('go together where several answers can be chosen', () => {
    const which = { ...question('vilka'), type: 'multiple' } as SurveyQuestion
    const added = [question('om-ja', ['vilka', 'is', ['ja']]), question('om-nej', ['vilka', 'is', ['nej']])]
    const kept = [question('ej-ja', ['vilka', 'isNot', ['ja']]), question('ej-nej', ['vilka', 'isNot', ['nej']])]

    expect(spanOf([which, ...added])).toEqual({ fewest: 2, most: 3 })
    expect(spanOf([which, ...kept])).toEqual({ fewest: 1, most: 2 })
    expect(spanOf([which, ...added, ...kept])).toEqual({ fewest: 3, most: 3 })
  })

  it('are counted at once also where each of fifty answers has a question of its own', () => {
    const options = Array.from({ length: 50 }, (_, i) => ({ key: `s${i}`, sv: `s${i}` }))
    const which = { ...question('vilka'), type: 'multiple', options } as SurveyQuestion
    const own = options.map(({ key }) => question(`om-${key}`, ['vilka', 'is', [key]]))

    expect(spanOf([which, ...own])).toEqual({ fewest: 2, most: 51 })
  })

  it('leave out questions that no answer leads to', () => {
    const never = [...all, question('aldrig', ['rutin', 'is', []]), question('darefter', ['aldrig', 'is', ['ja']])]

    expect(unreached(all)).toEqual([])
    expect(unreached(never).map(({ key }) => key)).toEqual(['aldrig', 'darefter'])
  })
})
