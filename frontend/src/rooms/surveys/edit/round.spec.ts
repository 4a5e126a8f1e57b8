import { describe, expect, it } from 'vitest'
import type { SurveyQuestion } from '../../../api/types'
import { inputOf, valuesOf } from './round'

const groups = ['forskola', 'skola', 'halsa', 'kok'].map((key) => ({ key, nameSv: key, nameEn: key }))
const work = ['larare', 'kock', 'chef', 'annat'].map((key) => ({ key, sv: key, en: key }))
const questions = [{ key: 'yrke', type: 'single', required: true, options: work }] as SurveyQuestion[]
const dimensions = [
  { key: 'verksamhet', nameSv: 'Verksamhet', nameEn: 'Unit', merged: ['halsa', 'kok'] },
  { key: 'yrke', nameSv: 'Yrke', nameEn: 'Work', questionKey: 'yrke', merged: ['chef', 'annat'] },
]
const values = { ...valuesOf(), answering: 'staff' as const, groups, dimensions }
const merged = (v: typeof values, asked = questions) => inputOf(v, asked).dimensions?.map((row) => row.merged)

describe('what is told together', () => {
  it('is sent as it was chosen', () => {
    expect(merged(values)).toEqual([
      ['halsa', 'kok'],
      ['chef', 'annat'],
    ])
  })

  it('loses a group that has been taken away', () => {
    expect(merged({ ...values, groups: groups.slice(0, 3) })?.[0]).toEqual(['halsa'])
    expect(merged({ ...values, groups: groups.slice(0, 2) })?.[0]).toBeUndefined()
  })

  it('loses an answer that can no longer be chosen', () => {
    expect(merged(values, [{ ...questions[0], options: work.slice(0, 3) } as SurveyQuestion])?.[1]).toEqual(['chef'])
  })
})
