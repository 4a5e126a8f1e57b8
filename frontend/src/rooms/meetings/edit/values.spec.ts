import { expect, it } from 'vitest'
import { clockIn, instantAt } from './values'

it('reads the clock in Stockholm, in winter and in summer', () => {
  expect(instantAt('2026-12-01', '13:00')).toBe('2026-12-01T12:00:00.000Z')
  expect(instantAt('2026-06-01', '13:00')).toBe('2026-06-01T11:00:00.000Z')
})

it('reads it right on the days when the clock is moved', () => {
  expect(instantAt('2026-03-29', '13:00')).toBe('2026-03-29T11:00:00.000Z')
  expect(instantAt('2026-10-25', '00:30')).toBe('2026-10-24T22:30:00.000Z')
  expect(instantAt('2026-10-25', '13:00')).toBe('2026-10-25T12:00:00.000Z')
})

it('writes back what it read', () => {
  expect(clockIn(instantAt('2026-08-20', '08:15'))).toBe('08:15')
})
