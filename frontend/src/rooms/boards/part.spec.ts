import { describe, expect, it } from 'vitest'
import type { Activity } from '../../api/types'
import { answeredBy, needsReport } from './part'

const activity = (over: object) =>
  ({
    id: 'a',
    status: 'onTrack',
    answerable: [{ bodyId: 'ifn', state: 'onTrack', lastReportOn: '2026-11-01' }],
    ...over,
  }) as Activity

describe('a board’s part', () => {
  it('holds main activities only', () => {
    const found = answeredBy([activity({ id: 'a' }), activity({ id: 'b', parentId: 'a' })], 'ifn')
    expect(found.map(({ id }) => id)).toEqual(['a'])
  })

  it('needs a report when the last one is older than the interval', () => {
    expect(needsReport(activity({}), 'ifn', 120, '2026-11-22')).toBe(false)
    expect(needsReport(activity({}), 'ifn', 120, '2027-04-01')).toBe(true)
  })

  it('needs a report when there never was one', () => {
    const answerable = [{ bodyId: 'ifn', state: 'none' }]
    expect(needsReport(activity({ answerable }), 'ifn', 120, '2026-11-22')).toBe(true)
  })

  it('needs none when the activity or the part is done', () => {
    expect(needsReport(activity({ status: 'done' }), 'ifn', 0, '2027-04-01')).toBe(false)
    const answerable = [{ bodyId: 'ifn', state: 'done', lastReportOn: '2020-01-01' }]
    expect(needsReport(activity({ answerable }), 'ifn', 120, '2027-04-01')).toBe(false)
  })
})
