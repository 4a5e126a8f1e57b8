import { Suspense, useEffect } from 'react'
import { may } from '../../api/client'
import { useSession } from '../../api/session'
import type { Profile, User } from '../../api/types'
import { formatDay } from '../../lib/dates'
import { nameOf, useLang, useWords } from '../../lib/i18n'
import { Load, Skeleton } from '../../ui/Load'
import { Page, Part } from '../../ui/Page'
import { useBodies } from '../boards/queries'
import { Factors, SecondStepInvitation } from '../factors/shared'
import './account/account.css'
import { OwnData } from './account/OwnData'
import { OwnPassword } from './account/OwnPassword'
import { ProfileForm } from './account/ProfileForm'
import { SignIns } from './account/SignIns'
import { words } from './account/words'
import { useProfile } from './queries'
import { roleWords } from './words'

/** All that is one's own: who one is, what others see, and how one signs in. */
export default function AccountPage() {
  const w = useWords(words)
  const session = useSession()
  const profile = useProfile()
  if (session.status !== 'signedIn') return null
  return <Load of={profile}>{(found) => <Account user={session.user} profile={found} title={w.title} />}</Load>
}

function Account({ user, profile, title }: { user: User; profile: Profile; title: string }) {
  const w = useWords(words)
  const parts = [
    ['du', w.you],
    ['uppgifter', w.profile],
    ...(may(user, 'changePassword') ? [['losenord', w.password]] : []),
    ['tva-steg', w.twoSteps],
    ['inloggningar', w.signIns],
    ['mina-uppgifter', w.ownData],
  ] as [string, string][]
  useAnchor()
  return (
    <Page title={title} lead={<p>{w.lead}</p>} staff>
      <Suspense fallback={null}>
        <SecondStepInvitation />
      </Suspense>
      <nav className="account-contents" aria-label={w.contents}>
        <ul className="plain-list">
          {parts.map(([id, name]) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Part title={w.you} id="du">
        <You user={user} profile={profile} />
      </Part>
      <Part title={w.profile} id="uppgifter">
        <ProfileForm profile={profile} />
      </Part>
      {may(user, 'changePassword') && (
        <Part title={w.password} id="losenord">
          <OwnPassword email={profile.email} />
        </Part>
      )}
      <Part title={w.twoSteps} id="tva-steg">
        <Suspense fallback={<Skeleton />}>
          <Factors />
        </Suspense>
      </Part>
      <Part title={w.signIns} id="inloggningar">
        <SignIns />
      </Part>
      <Part title={w.ownData} id="mina-uppgifter">
        <OwnData userId={user.id} />
      </Part>
    </Page>
  )
}

// The parts are there only when the profile is: an address that names one is gone to then.
function useAnchor(): void {
  useEffect(() => {
    const part = document.getElementById(location.hash.slice(1))
    if (!part || location.hash === '') return
    part.scrollIntoView()
    const heading = part.querySelector('h2')
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ preventScroll: true })
  }, [])
}

function You({ user, profile }: { user: User; profile: Profile }) {
  const w = useWords(words)
  const say = useWords(roleWords)
  const lang = useLang()
  const bodies = useBodies()
  const roleText = ({ role, bodyId }: User['roles'][number]) => {
    const body = bodyId ? nameOf(bodies.data?.byId.get(bodyId), lang) : ''
    return body ? `${say[role]}, ${body}` : say[role]
  }
  const time = ({ validFrom, validTo }: User['roles'][number]) => {
    if (validFrom && validTo) return w.fromTo(formatDay(validFrom, lang), formatDay(validTo, lang))
    if (validFrom) return w.from(formatDay(validFrom, lang))
    return validTo ? w.until(formatDay(validTo, lang)) : ''
  }
  return (
    <dl className="facts account-part">
      <div>
        <dt>{w.name}</dt>
        <dd>{profile.name}</dd>
      </div>
      <div>
        <dt>{w.email}</dt>
        <dd>
          {profile.email}
          <p className="small soft">{w.emailHelp}</p>
        </dd>
      </div>
      <div>
        <dt>{w.roles}</dt>
        <dd>
          {user.roles.length === 0 ? (
            <p>{w.noRoles}</p>
          ) : (
            <ul className="plain-list">
              {user.roles.map((role) => (
                <li key={`${role.role}-${role.bodyId}-${role.validFrom}`}>
                  {roleText(role)}
                  <span className="small soft">
                    {time(role) && `, ${time(role)}`}
                    {role.provided && `, ${w.provided}`}
                  </span>
                </li>
              ))}
            </ul>
          )}
          <p className="small soft">{w.rolesHelp}</p>
        </dd>
      </div>
    </dl>
  )
}
