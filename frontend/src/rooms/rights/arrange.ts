import type { AccessRule, AccessRules } from '../../api/types'

export type Reach = 'everywhere' | 'ownTree' | 'own'
type Role = AccessRules['roles'][number]

/** How far a role's right to something goes; nothing when it has none. A machine is nobody who signs in. */
export function reachOf(rule: AccessRule, role: string): Reach | undefined {
  const granted = rule.grants.find((grant) => grant.role === role)?.reach
  if (granted) return granted as Reach
  return rule.everySignedIn && role !== 'client' ? 'own' : undefined
}

/** Roles whose rights are the same stand together, in the order of the first of them. */
export function columnsOf({ roles, rules }: AccessRules): Role[][] {
  const columns = new Map<string, Role[]>()
  for (const role of roles) {
    const rights = rules.map((rule) => reachOf(rule, role.role) ?? '-').join()
    columns.set(rights, [...(columns.get(rights) ?? []), role])
  }
  return [...columns.values()]
}

/** What a role may do, by how far the right goes. */
export function rightsOf(rules: AccessRule[], role: string): [Reach, AccessRule[]][] {
  return (['everywhere', 'ownTree', 'own'] as const)
    .map((reach): [Reach, AccessRule[]] => [reach, rules.filter((rule) => reachOf(rule, role) === reach)])
    .filter(([, some]) => some.length > 0)
}
