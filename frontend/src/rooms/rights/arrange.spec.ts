import { expect, it } from 'vitest'
import type { AccessRule, AccessRules } from '../../api/types'
import { columnsOf, reachOf, rightsOf } from './arrange'

const rule = (action: string, grants: [string, string][], everySignedIn = false) =>
  ({
    action,
    sv: action,
    en: action,
    everySignedIn,
    grants: grants.map(([role, reach]) => ({ role, reach })),
  }) as unknown as AccessRule

const rules = [
  rule('edit', [['admin', 'everywhere']]),
  rule('report', [
    ['admin', 'everywhere'],
    ['officer', 'ownTree'],
    ['client', 'ownTree'],
  ]),
  rule('keepOwn', [], true),
]
const all = {
  rules,
  roles: ['admin', 'officer', 'reader', 'editor', 'client'].map((role) => ({ role, sv: role, en: role })),
} as unknown as AccessRules

it('gives what is everyone’s own to every person, and to no machine', () => {
  expect(rules.map((one) => [reachOf(one, 'admin'), reachOf(one, 'reader'), reachOf(one, 'client')])).toEqual([
    ['everywhere', undefined, undefined],
    ['everywhere', undefined, 'ownTree'],
    ['own', 'own', undefined],
  ])
})

it('puts roles with the same rights in one column', () => {
  expect(columnsOf(all).map((column) => column.map(({ role }) => role))).toEqual([
    ['admin'],
    ['officer'],
    ['reader', 'editor'],
    ['client'],
  ])
})

it('tells a role’s rights from the widest', () => {
  expect(rightsOf(rules, 'officer').map(([reach, some]) => [reach, some.map(({ action }) => action)])).toEqual([
    ['ownTree', ['report']],
    ['own', ['keepOwn']],
  ])
})
