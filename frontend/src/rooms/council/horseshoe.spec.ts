import { expect, it } from 'vitest'
import { placesOf, table } from './horseshoe'

it('sets the seats evenly around the table, the middle one at its head, all within the drawing', () => {
  const places = placesOf(17)
  expect(places).toHaveLength(17)
  const gaps = places.slice(1).map(({ x, y }, at) => Math.hypot(x - (places[at]?.x ?? 0), y - (places[at]?.y ?? 0)))
  expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(2)
  expect(places[8]?.x).toBeCloseTo(table.width / 2, 0)
  for (const { x, y } of places) {
    expect(x).toBeGreaterThanOrEqual(table.seat)
    expect(x).toBeLessThanOrEqual(table.width - table.seat)
    expect(y).toBeGreaterThanOrEqual(table.seat)
    expect(y).toBeLessThanOrEqual(table.height - table.seat)
  }
})

it('knows a table of one, and of none', () => {
  expect(placesOf(0)).toEqual([])
  expect(placesOf(1)[0]?.x).toBeCloseTo(table.width / 2, 0)
})
