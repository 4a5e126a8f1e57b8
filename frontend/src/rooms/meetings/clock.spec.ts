import { expect, it } from 'vitest'
import { itemAt, minutesOver, moved, slots } from './clock'

const start = '2026-12-03T12:00:00Z'
const items = [{ minutes: 5 }, { minutes: 30 }, { minutes: 25 }]

it('lets each item begin where the one before it ends', () => {
  expect(slots(start, items).map(({ begins }) => begins.toISOString().slice(11, 16))).toEqual([
    '12:00',
    '12:05',
    '12:35',
  ])
})

it('tells how far an agenda runs over, and how much time is left', () => {
  expect(minutesOver(start, '2026-12-03T12:45:00Z', items)).toBe(15)
  expect(minutesOver(start, '2026-12-03T14:00:00Z', items)).toBe(-60)
})

it('tells which item the clock says is on', () => {
  expect(itemAt(start, items, new Date('2026-12-03T12:05:00Z'))).toBe(1)
  expect(itemAt(start, items, new Date('2026-12-03T11:59:00Z'))).toBeUndefined()
  expect(itemAt(start, items, new Date('2026-12-03T13:00:00Z'))).toBeUndefined()
})

it('moves a thing a step, and nothing past the ends', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c'])
})
