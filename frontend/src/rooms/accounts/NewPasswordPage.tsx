import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { api, ask, done } from '../../api/client'
import { ApiProblem } from '../../api/problem'
import { signOut, useSession } from '../../api/session'
import { formatClock, formatInstant } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Button, ButtonLink } from '../../ui/Button'
import { ErrorSummary } from '../../ui/ErrorSummary'
import { Load } from '../../ui/Load'
import { Page } from '../../ui/Page'
import './entering/entering.css'
import { PasswordField } from './entering/PasswordField'
import { PasswordRules } from './entering/PasswordRules'
import { passwordRefusal } from './entering/refusals'
import { words } from './entering/words'

// The link's token is taken out of the address at once, so that neither the history nor somebody behind the reader has
// it; it is kept here for as long as the tab shows this site, also when the language is changed.
let brought = ''

function takeToken(): string {
  const token = location.hash.slice(1)
  if (token) {
    brought = decodeURIComponent(token)
    history.replaceState(history.state, '', location.pathname + location.search)
  }
  return brought
}

/** Where the links in invitations and in letters about forgotten passwords lead. */
export default function NewPasswordPage() {
  const [token, setToken] = useState(takeToken)
  useEffect(() => {
    const again = () => setToken(takeToken())
    window.addEventListener('hashchange', again)
    return () => window.removeEventListener('hashchange', again)
  }, [])
  const link = useQuery({
    queryKey: ['link-check', token],
    queryFn: () => ask(api.POST('/link-checks', { body: { token } })),
    enabled: token !== '',
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  if (token === '') return <Over opened={false} />
  if (link.error instanceof ApiProblem && link.error.isMissing) return <Over opened />
  return <Load of={link}>{(found) => <Choose key={token} token={token} link={found} />}</Load>
}

type Link = { purpose: string; maskedName: string; maskedEmail: string; expiresAt: string }

function Choose({ token, link }: { token: string; link: Link }) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const session = useSession()
  const [, navigate] = useLocation()
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  const [over, setOver] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const password = String(new FormData(event.currentTarget).get('password'))
    setAttempt((tries) => tries + 1)
    setRefusal(undefined)
    setWrong(password ? undefined : w.newMissing)
    if (!password) return
    setBusy(true)
    try {
      await done(api.POST('/password-changes', { body: { token, password } }))
      brought = ''
      if (session.status === 'signedIn') await signOut()
      navigate(`~${to.signIn(undefined, 'nytt-losenord')}`, { replace: true })
    } catch (error) {
      setBusy(false)
      if (error instanceof ApiProblem && error.isMissing) return setOver(true)
      const { fields, general } = passwordRefusal(error, lang)
      setWrong(fields.password)
      setRefusal(general ?? (fields.password ? undefined : Object.values(fields)[0]))
      setAttempt((tries) => tries + 1)
    }
  }
  if (over) return <Over opened />
  return (
    <Page title={link.purpose === 'invitation' ? w.welcomeTitle : w.newTitle}>
      <dl className="facts entering-whom">
        <div>
          <dt>{w.forWhom}</dt>
          <dd>
            {link.maskedName}, <span className="nowrap">{link.maskedEmail}</span>
          </dd>
        </div>
        <div>
          <dt>{w.linkUntil}</dt>
          <dd>{w.linkAt(formatInstant(link.expiresAt, lang), formatClock(new Date(link.expiresAt), lang))}</dd>
        </div>
      </dl>
      <form className="form" onSubmit={submit} noValidate>
        <ErrorSummary
          errors={wrong ? [{ id: 'password', message: wrong }] : []}
          attempt={attempt}
          general={refusal ?? (wrong ? w.notTaken : undefined)}
        />
        <PasswordRules />
        <PasswordField id="password" name="password" autoComplete="new-password" label={w.newPassword} error={wrong} />
        <Button type="submit" aria-busy={busy || undefined} aria-disabled={busy || undefined}>
          {busy ? w.savingNow : w.save}
        </Button>
      </form>
    </Page>
  )
}

/** No link, or one that lets nobody in any more: what to do instead. */
function Over({ opened }: { opened: boolean }) {
  const w = useWords(words)
  const to = usePaths()
  return (
    <Page
      key={String(opened)}
      title={opened ? w.overTitle : w.noLinkTitle}
      lead={<p>{opened ? w.overText : w.noLinkText}</p>}
    >
      <div className="entering">
        <p>{w.overUsed}</p>
        <p>
          <ButtonLink href={to.signIn()}>{w.toSignIn}</ButtonLink>
        </p>
        <p>
          {w.overReset} <a href={to.forgotten()}>{w.overAsk}</a>
        </p>
        <p>{w.overInvited}</p>
      </div>
    </Page>
  )
}
