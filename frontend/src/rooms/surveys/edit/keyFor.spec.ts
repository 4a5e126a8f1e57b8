import { expect, it } from 'vitest'
import { keyed, keyFor } from './keyFor'

it('makes a name of what something is called', () => {
  expect(keyFor('Möter du frågan i ditt arbete?', [])).toBe('moter-du-fragan-i-ditt-arbete')
  expect(keyFor('?', [])).toBe('x')
})

it('names two that are called the same apart, and leaves given names as they are', () => {
  const rows = [
    { key: '', sv: 'Ja' },
    { key: 'ja', sv: 'Jo' },
    { key: '', sv: 'Ja' },
  ]
  expect(keyed(rows, ({ sv }) => sv).map(({ key }) => key)).toEqual(['ja-2', 'ja', 'ja-3'])
})
