import { describe, expect, it } from 'vitest'
import type { Body } from '../../api/types'
import { readAddress, toQuery, writeAddress } from './filters'

const known = { bodies: [{ id: '1', key: 'ifn' } as Body], areas: [], groups: [] }

describe('the address of the list', () => {
  it('is read back as it was written', () => {
    const address = { filters: { namnd: 'ifn', lage: 'late' }, view: 'tabell', sort: '-end', page: 3 } as const
    const written = Object.entries(writeAddress(address)).filter(([, value]) => value) as [string, string][]
    expect(readAddress(new URLSearchParams(written).toString())).toEqual(address)
  })

  it('leaves out what is as it is by default', () => {
    expect(Object.values(writeAddress(readAddress('')))).toEqual([undefined, undefined, undefined])
  })

  it('takes no nonsense', () => {
    expect(readAddress('sida=-4&sortering=drop&vy=x&annat=1')).toEqual({
      filters: {},
      view: 'kort',
      sort: 'code',
      page: 1,
    })
  })
})

describe('the question to the API', () => {
  it('names things by id', () => {
    expect(toQuery(readAddress('namnd=ifn&lage=late'), known, 'p', 100)).toMatchObject({
      plan: 'p',
      board: '1',
      status: 'late',
    })
  })

  it('finds nothing for a board nobody knows', () => {
    expect(toQuery(readAddress('namnd=finns-inte'), known, 'p', 100).board).toMatch(/^0{8}-/)
  })

  it('leaves out a state nobody knows', () => {
    expect(toQuery(readAddress('lage=trasig'), known, 'p', 100).status).toBeUndefined()
  })
})
