import { expect, it } from 'vitest'
import { step } from './roving'

const rows = [
  [
    { id: 'a', at: 0 },
    { id: 'b', at: 50 },
  ],
  [
    { id: 'c', at: 0 },
    { id: 'd', at: 60 },
    { id: 'e', at: 90 },
  ],
]

it('walks within a row and stops at its ends', () => {
  expect(step(rows, 'c', 'ArrowRight')).toBe('d')
  expect(step(rows, 'c', 'End')).toBe('e')
  expect(step(rows, 'c', 'ArrowLeft')).toBeUndefined()
})

it('goes to the nearest in the next row', () => {
  expect(step(rows, 'b', 'ArrowDown')).toBe('d')
  expect(step(rows, 'e', 'ArrowUp')).toBe('b')
  expect(step(rows, 'e', 'ArrowDown')).toBeUndefined()
})

it('walks a single row with all four arrows', () => {
  expect(step(rows.slice(1), 'c', 'ArrowDown')).toBe('d')
  expect(step(rows.slice(1), 'd', 'ArrowUp')).toBe('c')
})
