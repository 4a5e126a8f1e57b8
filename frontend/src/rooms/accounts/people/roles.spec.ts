import { expect, it } from 'vitest'
import type { UserRole } from '../../../api/types'
import { ended, endsSoon } from './roles'

const role = (validTo?: string): UserRole => ({ role: 'officer', validTo })

it('tells a role that ends within a month from one that has ended, and from one that goes on', () => {
  const day = '2026-11-22'
  expect(
    [role(), role('2026-11-21'), role('2026-11-22'), role('2026-12-22'), role('2026-12-23')].map((one) => [
      ended(one, day),
      endsSoon(one, day),
    ]),
  ).toEqual([
    [false, false],
    [true, false],
    [false, true],
    [false, true],
    [false, false],
  ])
})
