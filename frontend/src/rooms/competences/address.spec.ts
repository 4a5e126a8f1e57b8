import { describe, expect, it } from 'vitest'
import { chosen, readAddress } from './address'

const all = [
  { kind: 'competence' as const, violenceAreaIds: ['a'], targetGroupIds: ['g'] },
  { kind: 'supportFunction' as const, violenceAreaIds: ['b'] },
  { kind: 'supportFunction' as const },
]

describe('choosing in the register', () => {
  it('keeps what is for every area when one is chosen', () => {
    expect(chosen(all, { areaId: 'b' })).toEqual([all[1], all[2]])
  })
  it('joins the choices', () => {
    expect(chosen(all, { kind: 'competence', groupId: 'g' })).toEqual([all[0]])
    expect(chosen(all, { kind: 'competence', groupId: 'h' })).toEqual([])
  })
  it('reads an address that somebody wrote by hand', () => {
    expect(readAddress('?sort=annat&omrade=x')).toEqual({ sort: undefined, omrade: 'x', grupp: undefined })
    expect(readAddress('?sort=competence')).toEqual({ sort: 'competence', omrade: undefined, grupp: undefined })
  })
})
