import type { User, UserInput, UserRole } from '../../../api/types'
import { addDays } from '../../../lib/dates'

export type RoleName = UserRole['role']

/** All roles, in the order in which they are listed. */
export const roleNames: RoleName[] = [
  'coordinator',
  'officer',
  'partner',
  'manager',
  'contact',
  'steering',
  'member',
  'secretary',
  'expert',
  'editor',
  'reviewer',
  'reader',
  'admin',
]

export const ended = (role: UserRole, day: string): boolean => role.validTo !== undefined && role.validTo < day

/** A role that holds and whose last day is within a month. */
export const endsSoon = (role: UserRole, day: string): boolean =>
  role.validTo !== undefined && !ended(role, day) && role.validTo <= addDays(day, 30)

/** What a writer states of a person, as it stands. */
export const inputOf = (person: User): UserInput => ({
  email: person.email,
  name: person.name,
  lang: person.lang,
  active: person.active,
  roles: person.roles,
  protected: person.protected,
})
