import { expect, it } from 'vitest'
import { byYear, readAddress, toQuery } from './address'

it('reads an address, and leaves out what nobody can have chosen', () => {
  expect(readAddress('?namnd=ifn&ar=2016&oppna=ja&sida=2')).toEqual({
    namnd: 'ifn',
    ar: '2016',
    oppna: 'ja',
    sida: '2',
  })
  expect(readAddress('?ar=20x6&oppna=nej&sida=0')).toEqual({})
})

it('asks for a whole year, and finds nothing by a body that nobody knows', () => {
  const bodies = [{ id: 'b1', key: 'ifn' }]
  expect(toQuery({ namnd: 'ifn', ar: '2016' }, bodies)).toMatchObject({
    body: 'b1',
    from: '2016-01-01',
    to: '2016-12-31',
    open: undefined,
    page: 1,
  })
  expect(toQuery({ namnd: 'okand' }, bodies).body).toMatch(/^0{8}/)
})

it('puts decisions under their years in the order they come', () => {
  const years = byYear([{ date: { day: '2016-12-01' } }, { date: { day: '2016-10-26' } }, {}])
  expect(years.map(([year, all]) => [year, all.length])).toEqual([
    ['2016', 2],
    ['', 1],
  ])
})
