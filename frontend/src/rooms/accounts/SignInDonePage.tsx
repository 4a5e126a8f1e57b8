import { useEffect } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useSession } from '../../api/session'
import { useWords } from '../../lib/i18n'
import { safeReturn, usePaths } from '../../paths'
import { ButtonLink } from '../../ui/Button'
import { Skeleton } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { words } from './entering/words'

/** Where the organisation's own sign-in ends: the cookie has come with the way here, and one goes on at once. */
export default function SignInDonePage() {
  const w = useWords(words)
  const to = usePaths()
  const session = useSession()
  const [, navigate] = useLocation()
  const goal = safeReturn(new URLSearchParams(useSearch()).get('till'), to.home())
  // biome-ignore lint/correctness/useExhaustiveDependencies: one goes on when it is known who one is
  useEffect(() => {
    if (session.status === 'signedIn') navigate(`~${goal}`, { replace: true })
  }, [session.status])
  if (session.status !== 'anonymous') {
    return (
      <Page title={w.doneTitle}>
        <Skeleton lines={2} />
      </Page>
    )
  }
  return (
    <Page title={w.doneFailedTitle} lead={<p>{w.doneFailed}</p>}>
      <p>
        <ButtonLink href={to.signIn(goal)}>{w.toSignIn}</ButtonLink>
      </p>
    </Page>
  )
}
