import { type FormEvent, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { api, ask } from '../../api/client'
import { ApiProblem, sayProblem } from '../../api/problem'
import { signedIn, useSession } from '../../api/session'
import { useLang, useWords } from '../../lib/i18n'
import { safeReturn, usePaths } from '../../paths'
import { Button } from '../../ui/Button'
import { ErrorSummary, type SummaryError } from '../../ui/ErrorSummary'
import { TextField } from '../../ui/Field'
import { Page } from '../../ui/Page'
import { words } from './words'

export default function SignInPage() {
  const w = useWords(words)
  const session = useSession()
  const to = usePaths()
  return (
    <Page title={w.title} lead={<p>{w.lead}</p>}>
      {session.status === 'signedIn' ? (
        <p>
          {w.already(session.user.name)} <a href={to.home()}>{w.toHome}</a>
        </p>
      ) : (
        <SignIn />
      )}
    </Page>
  )
}

function SignIn() {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const search = useSearch()
  const [, navigate] = useLocation()
  const [busy, setBusy] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const [errors, setErrors] = useState<SummaryError[]>([])
  const [refusal, setRefusal] = useState<string>()

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const form = new FormData(event.currentTarget)
    const email = String(form.get('email')).trim()
    const password = String(form.get('password'))
    const missing = [
      ...(email ? [] : [{ id: 'email', message: w.emailMissing }]),
      ...(password ? [] : [{ id: 'password', message: w.passwordMissing }]),
    ]
    setErrors(missing)
    setRefusal(undefined)
    setAttempt((n) => n + 1)
    if (missing.length > 0) return
    setBusy(true)
    try {
      const session = await ask(api.POST('/sessions', { body: { email, password } }))
      signedIn(session)
      navigate(`~${safeReturn(new URLSearchParams(search).get('from'), to.home())}`, { replace: true })
    } catch (error) {
      const wrong = error instanceof ApiProblem && error.status === 401
      setRefusal(wrong ? w.wrong : sayProblem(error, lang))
      setBusy(false)
    }
  }

  const errorAt = (id: string) => errors.find((error) => error.id === id)?.message
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} attempt={attempt} general={refusal} />
      <TextField
        id="email"
        name="email"
        type="email"
        autoComplete="username"
        label={w.email}
        error={errorAt('email')}
        spellCheck={false}
        autoCapitalize="none"
      />
      <TextField
        id="password"
        name="password"
        type="password"
        autoComplete="current-password"
        label={w.password}
        error={errorAt('password')}
      />
      <Button type="submit" aria-busy={busy || undefined} aria-disabled={busy || undefined}>
        {busy ? w.submitting : w.submit}
      </Button>
      <p className="small soft">{w.forgotten}</p>
    </form>
  )
}
