import { describe, expect, it } from 'vitest'
import type { CouncilMember } from '../../api/types'
import { turnsOf } from './seats'

const member = (id: string, from: string, to?: string) => ({ id, from, to }) as CouncilMember
const told = (members: CouncilMember[], today: string) =>
  turnsOf(members, today).map(({ member: held, gap }) => held?.id ?? `${gap?.from}–${gap?.to ?? ''}`)

describe('a seat through the years', () => {
  it('is told newest first', () => {
    expect(told([member('a', '2019-01-01', '2020-12-31'), member('b', '2021-01-01')], '2026-01-01')).toEqual(['b', 'a'])
  })

  it('tells when nobody held it, between two and after the last', () => {
    expect(
      told([member('a', '2019-01-01', '2020-12-31'), member('b', '2021-03-01', '2022-12-31')], '2026-01-01'),
    ).toEqual(['2023-01-01–', 'b', '2021-01-01–2021-02-28', 'a'])
  })

  it('tells no gap before a mandate has ended, nor after one without an end', () => {
    expect(told([member('a', '2019-01-01', '2026-12-31')], '2026-01-01')).toEqual(['a'])
    expect(told([member('a', '2019-01-01')], '2026-01-01')).toEqual(['a'])
  })

  it('takes a short mandate within a longer one for no gap', () => {
    expect(
      told([member('a', '2019-01-01', '2022-12-31'), member('b', '2020-01-01', '2020-06-30')], '2022-01-01'),
    ).toEqual(['b', 'a'])
  })
})
