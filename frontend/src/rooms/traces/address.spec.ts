import { expect, it } from 'vitest'
import { readAddress, toQuery, writeAddress } from './address'

const id = '0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11'

it('reads what can be searched for and leaves out the rest, names above all', () => {
  expect(readAddress(`?person=${id}&roll=admin&fran=2026-11-01&sida=3`)).toEqual({
    filters: { person: id, roll: 'admin', fran: '2026-11-01' },
    page: 3,
  })
  expect(readAddress('?person=Eva+Ek&fran=igår&skyddat=kanske&sida=-2')).toEqual({ filters: {}, page: 1 })
})

it('writes what it read, and asks the API by its own names', () => {
  const address = readAddress(`?anrop=${id}&skyddat=ja&slag=activity`)
  expect(writeAddress(address)).toEqual({ anrop: id, skyddat: 'ja', slag: 'activity', sida: undefined })
  expect(toQuery(address, 50)).toMatchObject({ requestId: id, restricted: 'true', objectType: 'activity', limit: 50 })
})
