import { describe, expect, it } from 'vitest'
import type { Activity, ActivityInput } from '../../../api/types'
import { amountOf, emptyActivity, inputOf, nextCode, valuesOf } from './values'

const full: ActivityInput = {
  planId: 'p',
  key: 'skyddat-boende',
  code: '2.5',
  part: 2,
  position: 5,
  title: 'Skyddat boende',
  summary: 'För kvinnor med dubbel utsatthet.',
  description: 'Text med **vikt**.\n',
  lang: 'sv',
  parentId: 'f',
  start: { day: '2026-05-01', precision: 'month' },
  end: { day: '2027-01-01', precision: 'year' },
  datesSource: 'interpretation',
  violenceAreaIds: ['v'],
  targetGroupIds: ['t'],
  levels: ['individual'],
  goalIds: ['g'],
  classificationSource: 'interpretation',
  expectedEffect: 'Fler får skydd.',
  funding: { source: 'Öronmärkta medel', amountSek: 0, state: 'granted' },
  links: [{ title: 'NCK', url: 'https://nck.uu.se' }],
  source: 'plan',
}
const kept = { planId: 'p', key: 'skyddat-boende', position: 5 }

describe('the form of an activity', () => {
  it('changes nothing that nobody has changed', () => {
    expect(inputOf(valuesOf(full), kept)).toEqual(full)
  })

  it('leaves out what is empty', () => {
    const input = inputOf({ ...emptyActivity, title: ' Boende ', code: '2.6', part: '2' }, kept)
    expect(JSON.parse(JSON.stringify(input))).toEqual({
      ...kept,
      code: '2.6',
      part: 2,
      title: 'Boende',
      lang: 'sv',
      source: 'municipality',
      datesSource: 'municipality',
      classificationSource: 'municipality',
    })
  })

  it('reads an amount as people write it', () => {
    expect(amountOf('1 250 000 kr')).toBe(1_250_000)
    expect(amountOf('0')).toBe(0)
    expect(amountOf('en miljon')).toBeUndefined()
    expect(amountOf('')).toBeUndefined()
  })

  it('offers the next free number', () => {
    const codes = ['2.1', '2.2', '2.2.1', '2.10', '1.4', '2.b'].map((code) => ({ code }) as Activity)
    expect(nextCode(codes, '2')).toBe('2.11')
    expect(nextCode(codes, '2.2')).toBe('2.2.2')
    expect(nextCode(codes, '3')).toBe('3.1')
  })
})
