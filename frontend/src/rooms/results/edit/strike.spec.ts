import { describe, expect, it } from 'vitest'
import { phrasesOf, struckWords, toldOf, wordsOf } from './strike'

const text = 'Vi på Ekbacken behöver tid, sa Maj.\nPå Ekbacken är vi sex.'

describe('striking words of a text', () => {
  it('takes words that follow on each other as one phrase', () => {
    const parts = wordsOf(text)

    const strike = phrasesOf(text, parts, new Set([1, 2, 6]))

    expect(strike).toEqual(['på Ekbacken', 'Maj.'])
    expect(toldOf(text, strike)).toBe('Vi […] behöver tid, sa […]\nPå Ekbacken är vi sex.')
  })

  it('strikes a word wherever it stands, and shows that', () => {
    const parts = wordsOf(text)

    const struck = struckWords(text, parts, phrasesOf(text, parts, new Set([2])))

    expect([...struck].map((i) => text.slice(parts[i]?.from, parts[i]?.to))).toEqual(['Ekbacken', 'Ekbacken'])
  })

  it('strikes the longest phrase first', () => {
    expect(toldOf(text, ['Ekbacken', 'på Ekbacken'])).toBe('Vi […] behöver tid, sa Maj.\nPå […] är vi sex.')
  })
})
