import type { User, UserRole } from '../../../api/types'
import { formatDay, formatInstant, today } from '../../../lib/dates'
import { nameLang, nameOf, useLang, useWords } from '../../../lib/i18n'
import { useBodies } from '../../boards/queries'
import { roleWords } from '../words'
import { ended, endsSoon } from './roles'
import { words } from './words'

/** What somebody is, role by role, each with its body and its days. */
export function RoleList({ roles }: { roles: UserRole[] }) {
  const w = useWords(words)
  if (roles.length === 0) return <span className="soft">{w.noRoles}</span>
  return (
    <ul className="plain-list people-roles">
      {roles.map((role) => (
        <li key={`${role.role} ${role.bodyId}`}>
          <RoleLine role={role} />
        </li>
      ))}
    </ul>
  )
}

function RoleLine({ role }: { role: UserRole }) {
  const w = useWords(words)
  const say = useWords(roleWords)
  const lang = useLang()
  const body = useBodies().data?.byId.get(role.bodyId ?? '')
  const day = today()
  const over = ended(role, day)
  const days = [
    role.validFrom && role.validFrom > day && w.roleFrom(formatDay(role.validFrom, lang)),
    role.validTo && (over ? w.roleEnded : w.roleTo)(formatDay(role.validTo, lang)),
    role.provided && w.provided,
  ].filter(Boolean)
  return (
    <span className={over ? 'soft' : undefined}>
      {say[role.role]}
      {body && (
        <>
          {', '}
          <span lang={nameLang(body, lang)}>{nameOf(body, lang)}</span>
        </>
      )}
      {days.length > 0 && <span className="soft small people-days"> {days.join(', ')}</span>}
      {endsSoon(role, day) && <strong className="people-soon small">{w.endsSoon}</strong>}
    </span>
  )
}

/** Whether somebody may sign in, and has; in words. */
export function AccountState({ person }: { person: User }) {
  const w = useWords(words)
  const lang = useLang()
  const { invitation, active, erasedAt } = person
  if (erasedAt) return <span className="soft">{w.isErased(formatInstant(erasedAt, lang))}</span>
  return (
    <>
      {!active && <strong>{w.isClosed}</strong>}
      {active && !invitation && w.isActive}
      {active &&
        invitation &&
        (invitation.expired ? (
          <strong>{w.isExpired(formatInstant(invitation.expiresAt, lang))}</strong>
        ) : (
          w.isInvited(formatInstant(invitation.createdAt, lang))
        ))}
      {person.protected && <span className="people-protected small">{w.isProtected}</span>}
    </>
  )
}
