import { describe, expect, it } from 'vitest'
import { answersOf, askedOf, missingOf, placeOf, screensOf, wrongWith } from './flow'
import type { Question, Section } from './round'

const question = (key: string, more: Partial<Question> = {}): Question =>
  ({ id: `id-${key}`, key, sectionKey: 's1', type: 'single', textSv: key, required: false, ...more }) as Question

const met = question('met')
const how = question('how', { condition: { questionKey: 'met', op: 'is', values: ['yes'] } })
const why = question('why', { condition: { questionKey: 'how', op: 'isNot', values: ['well'] }, required: true })
const free = question('free', { type: 'longText', sectionKey: 's2', maxLength: 20 })
const all = [met, how, why, free]
const sections = [{ key: 's1' }, { key: 's2' }, { key: 's3' }] as Section[]

const keys = (questions: Question[]) => questions.map(({ key }) => key)

describe('what is asked', () => {
  it('follows the answers, and what hangs on a question that is not asked is not asked either', () => {
    expect(keys(askedOf(all, {}))).toEqual(['met', 'free'])
    expect(keys(askedOf(all, { met: 'yes', how: 'badly' }))).toEqual(['met', 'how', 'why', 'free'])
    expect(keys(askedOf(all, { met: 'no', how: 'badly' }))).toEqual(['met', 'free'])
    expect(keys(askedOf(all, { met: 'yes', how: 'well' }))).toEqual(['met', 'how', 'free'])
  })

  it('is all that is sent, and what is empty is not', () => {
    const values = { met: 'no', how: 'badly', free: '  så här  ' }
    expect(answersOf(askedOf(all, values), values)).toEqual({ met: 'no', free: 'så här' })
    expect(answersOf(all, { met: '', how: [], why: {} })).toEqual({})
  })

  it('must be answered where it is required, and only there', () => {
    const values = { met: 'yes', how: 'badly' }
    expect(keys(missingOf(askedOf(all, values), values))).toEqual(['why'])
    expect(missingOf(askedOf(all, {}), {})).toEqual([])
  })
})

it('counts a matrix as answered when each of its rows is', () => {
  const rows = [
    { key: 'a', sv: 'A', en: 'A' },
    { key: 'b', sv: 'B', en: 'B' },
  ]
  const matrix = question('matrix', { type: 'matrix', required: true, rows })
  expect(missingOf([matrix], { matrix: { a: 'x' } })).toEqual([matrix])
  expect(missingOf([matrix], { matrix: { a: 'x', b: 'y' } })).toEqual([])
})

describe('screens', () => {
  it('hold a section each, or a question each, and never nothing', () => {
    expect(screensOf('section', sections, all).map((screen) => keys(screen.questions))).toEqual([
      ['met', 'how', 'why'],
      ['free'],
    ])
    expect(screensOf('one', sections, all)).toHaveLength(4)
  })

  it('keep one’s place while others come and go', () => {
    const before = screensOf('one', sections, [met, free])
    const after = screensOf('one', sections, all)
    expect(placeOf(before, free.id, 1)).toBe(1)
    expect(placeOf(after, free.id, 1)).toBe(3)
    expect(placeOf(before, how.id, 3)).toBe(1)
  })
})

it('tells a personal number and a text that is too long before they are sent', () => {
  expect(wrongWith(free, 'Hon, 900101-9802')).toBe('personalNumber')
  expect(wrongWith(free, 'a'.repeat(21))).toBe('tooLong')
  expect(wrongWith(free, 'Det går bra.')).toBeUndefined()
  expect(wrongWith(question('n', { type: 'number', max: 5 }), 'fem')).toBe('notANumber')
  expect(wrongWith(question('n', { type: 'number', max: 5 }), 6)).toBe('outside')
  expect(wrongWith(question('l', { type: 'fileLink' }), { title: 'Rutin', url: 'rutin' })).toBe('link')
  expect(wrongWith(met, '9001019802')).toBeUndefined()
})
