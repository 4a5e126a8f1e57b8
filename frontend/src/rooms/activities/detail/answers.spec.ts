import { describe, expect, it } from 'vitest'
import type { Answerable, Responsibility } from '../../../api/types'
import { parseDated } from '../../../lib/dates'
import { answersByRole, ended, handovers } from './answers'

const answer = (bodyId: string, more: Partial<Answerable> = {}): Answerable => ({
  bodyId,
  role: 'answerable',
  byRule: false,
  state: 'none',
  ...more,
})

const row = (id: string, more: Partial<Responsibility> = {}): Responsibility => ({
  id,
  activityId: 'a',
  bodyId: id,
  role: 'carriesOut',
  position: 1,
  version: 1,
  createdAt: '',
  updatedAt: '',
  _links: {},
  ...more,
})

describe('who answers', () => {
  it('tells named bodies and those that have reported one by one, and gathers the silent under the rule', () => {
    const [all] = answersByRole([
      answer('ks'),
      answer('ifn', { byRule: true, state: 'deviation' }),
      answer('tn', { byRule: true }),
      answer('bn', { byRule: true }),
    ])
    expect(all?.told.map(({ bodyId }) => bodyId)).toEqual(['ks', 'ifn'])
    expect(all?.silent.map(({ bodyId }) => bodyId)).toEqual(['tn', 'bn'])
    expect(all?.byRule).toBe(3)
  })

  it('keeps the roles in their order and leaves out empty ones', () => {
    const found = answersByRole([answer('a', { role: 'supports' }), answer('b')])
    expect(found.map(({ role }) => role)).toEqual(['answerable', 'supports'])
  })
})

describe('handovers', () => {
  it('are told without a date when nobody knows it', () => {
    const [one] = handovers([row('enheten'), row('umebra', { position: 2 })], '2026-11-22')
    expect(one).toMatchObject({ from: { id: 'enheten' }, to: [{ id: 'umebra' }], when: undefined, ahead: false })
  })

  it('lie ahead when their day has not come', () => {
    const to = row('umebra', { position: 2, from: parseDated('2027') })
    expect(handovers([row('enheten'), to], '2026-11-22')[0]?.ahead).toBe(true)
  })

  it('are none between rows of the same place, or of different roles', () => {
    expect(handovers([row('a'), row('b'), row('c', { role: 'supports', position: 2 })], '2026-11-22')).toEqual([])
  })

  it('are not what merely ended', () => {
    expect(ended([row('a', { to: parseDated('2020') })], '2026-11-22').map(({ id }) => id)).toEqual(['a'])
  })
})
