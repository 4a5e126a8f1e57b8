import { useSession } from '../api/session'
import { useWords } from '../lib/i18n'
import { usePaths } from '../paths'
import { Button, ButtonLink } from '../ui/Button'
import { Page } from '../ui/Page'
import { words } from './words'

export function NotFoundPage() {
  const w = useWords(words)
  const to = usePaths()
  return (
    <Page title={w.notFoundTitle} lead={<p>{w.notFoundText}</p>}>
      <p className="row">
        <ButtonLink href={to.home()}>{w.toHome}</ButtonLink>
        <ButtonLink variant="secondary" href={to.activities()}>
          {w.toActivities}
        </ButtonLink>
      </p>
    </Page>
  )
}

export function BrokenPage() {
  const w = useWords(words)
  const to = usePaths()
  return (
    <Page title={w.brokenTitle} lead={<p>{w.brokenText}</p>}>
      <p className="row">
        <Button onClick={() => location.reload()}>{w.reload}</Button>
        <ButtonLink variant="secondary" href={to.home()}>
          {w.toHome}
        </ButtonLink>
      </p>
    </Page>
  )
}

export function SignInNeeded() {
  const w = useWords(words)
  const to = usePaths()
  const session = useSession()
  const ended = session.status === 'anonymous' && session.ended
  return (
    <Page title={w.signInNeededTitle} lead={<p>{ended ? w.sessionEndedText : w.signInNeededText}</p>}>
      <p>
        <ButtonLink href={to.signIn(location.pathname + location.search + location.hash)}>{w.signIn}</ButtonLink>
      </p>
    </Page>
  )
}
