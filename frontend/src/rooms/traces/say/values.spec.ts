import { describe, expect, it } from 'vitest'
import { labelOf, type Reading, readable, wordByWord } from './values'

const id = '0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11'
const sv: Reading = { lang: 'sv', nameOf: (one) => (one === id ? 'Kommunstyrelsen' : undefined) }

describe('values as people read them', () => {
  it.each([
    ['activity', 'end', { day: '2027-12-01', precision: 'month' }, 'december 2027'],
    ['activity', 'levels', ['individual', 'community'], 'individ\nnärmiljö'],
    ['activity', 'datesSource', 'interpretation', 'tolkning, att bekräfta'],
    ['activity', 'links', [{ title: 'Planen', url: 'https://umea.se' }], 'Planen (https://umea.se)'],
    [
      'activity',
      'statusOverride',
      { status: 'atRisk', reason: 'Lokalen', until: '2026-12-31' },
      'osäker, till och med 31 december 2026, Lokalen',
    ],
    ['activity', 'funding', { state: 'granted', amountSek: 500000 }, 'beviljad, 500\u00a0000'],
    ['plan', 'ownerId', id, 'Kommunstyrelsen'],
    ['plan', 'ownerId', id.replace('a11', 'a12'), '(finns inte längre)'],
    ['plan', 'parts', [{ number: 1, title: 'Gemensamt' }], '1. Gemensamt'],
    ['plan', 'isSummary', true, 'ja'],
    ['milestone', 'recurrence', { kind: 'perYear', times: 4 }, 'flera gånger om året, 4 gånger'],
    ['body', 'kind', 'board', 'nämnd'],
    ['report', 'state', 'deviation', 'avvikelse'],
    ['activity', 'summary', '', ''],
  ])('%s.%s', (type, field, value, text) => {
    expect(readable(type, field, value, sv)).toBe(text)
  })

  it('have a label in words, and the API’s name when there is none', () => {
    expect(labelOf('activity', 'title', 'sv')).toBe('Rubrik')
    expect(labelOf('milestone', 'title', 'en')).toBe('Name')
    expect(labelOf('activity', 'unheardOf', 'sv')).toBe('unheardOf')
  })
})

describe('wordByWord', () => {
  const before = 'Chefer får stöd när någon är utsatt för våld i hemmet.'

  it('tells what went and what came, joined where only space parts them', () => {
    expect(wordByWord(before, 'Chefer får hjälp och råd när någon är utsatt för våld i hemmet.')).toEqual([
      { text: 'Chefer får ', kind: 'same' },
      { text: 'stöd', kind: 'before' },
      { text: 'hjälp och råd', kind: 'after' },
      { text: ' när någon är utsatt för våld i hemmet.', kind: 'same' },
    ])
  })

  it('leaves short texts and those that share little to be read one after the other', () => {
    expect(wordByWord('Boende', 'Skyddat boende')).toBeUndefined()
    expect(wordByWord(before, 'En helt annan mening om skolan, skriven av någon annan.')).toBeUndefined()
    expect(wordByWord('', before)).toBeUndefined()
  })
})
