import { expect, it } from 'vitest'
import type { CouncilMeeting, CouncilMeetingSeries } from '../../api/types'
import { enteredYears, keptIn, marksOf, nextOf } from './kept'

const year = (held: number, planned: number) => ({ year: 2026, decided: 4, held, planned })

it('draws one mark a decided meeting, and one for each beyond', () => {
  expect(marksOf(year(2, 1))).toEqual(['held', 'held', 'planned', 'missing'])
  expect(marksOf(year(5, 0))).toHaveLength(5)
})

it('finds the council’s own year, and nothing where nothing is decided', () => {
  const series = [
    { kind: 'forum', timesPerYear: 1, kept: [year(9, 9)] },
    { kind: 'council', timesPerYear: 4, kept: [year(2, 1)] },
  ] as CouncilMeetingSeries[]
  expect(keptIn(series, 2026)?.held).toBe(2)
  expect(keptIn(series, 2025)).toBeUndefined()
})

it('finds the first that has not ended and is not cancelled', () => {
  const meeting = (id: string, endsAt: string, state: string) =>
    ({ id, startsAt: endsAt, endsAt, state, kind: 'council' }) as CouncilMeeting
  const all = [
    meeting('later', '2026-12-09T12:00:00Z', 'planned'),
    meeting('over', '2026-10-01T12:00:00Z', 'held'),
    meeting('off', '2026-11-25T12:00:00Z', 'cancelled'),
    meeting('next', '2026-12-01T12:00:00Z', 'called'),
  ]
  expect(nextOf(all, '2026-11-23T00:00:00Z')?.id).toBe('next')
})

it('tells of the years since meetings were first entered, and of none to come', () => {
  const at = (year: number, held: number) => ({ year, decided: 4, held, planned: 0 })
  const series = [{ kept: [at(2027, 0), at(2026, 3), at(2025, 0), at(2024, 1), at(2023, 0)] }] as CouncilMeetingSeries[]
  expect(enteredYears(series, 2026)).toEqual([2026, 2025, 2024])
  expect(enteredYears([], 2026)).toEqual([])
})
