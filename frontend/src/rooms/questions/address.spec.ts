import { expect, it } from 'vitest'
import { readAddress, toQuery } from './address'

it('reads an address, and leaves out what nobody can have chosen', () => {
  expect(readAddress('?visa=forsenade&omrade=sexuellt-vald&sida=2')).toEqual({
    visa: 'forsenade',
    omrade: 'sexuellt-vald',
    sida: '2',
  })
  expect(readAddress('?visa=toString&sida=0&q=boende')).toEqual({})
})

it('asks for what was chosen, and finds nothing by an area that nobody knows', () => {
  const areas = [{ id: 'a1', key: 'sexuellt-vald' }]
  expect(toQuery({ visa: 'mina', omrade: 'sexuellt-vald' }, areas)).toEqual({
    mine: true,
    area: 'a1',
    page: 1,
    limit: 20,
  })
  expect(toQuery({ visa: 'vantar' }, areas)).toMatchObject({ waiting: 'true' })
  expect(toQuery({ omrade: 'okant' }, areas).area).toMatch(/^0{8}/)
})
