import { type FormEvent, useEffect, useRef, useState } from 'react'
import { api, ask } from '../../../api/client'
import { ApiProblem, sayProblem } from '../../../api/problem'
import type { SecondStep, Session } from '../../../api/types'
import { useLang, useWords } from '../../../lib/i18n'
import { usePaths } from '../../../paths'
import { Button } from '../../../ui/Button'
import { ErrorSummary, type SummaryError } from '../../../ui/ErrorSummary'
import { TextField } from '../../../ui/Field'
import { offerPasskeys, passkeysWork, signInByPasskey, wasCancelled } from '../../factors/shared'
import { PasswordField } from './PasswordField'
import { words } from './words'

type Props = { passkeys: boolean; email: string; onAnswer: (answer: Session | SecondStep) => void }

export function SignInForm({ passkeys, email: known, onAnswer }: Props) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const [busy, setBusy] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const [errors, setErrors] = useState<SummaryError[]>([])
  const [refusal, setRefusal] = useState<string>()
  const withPasskeys = passkeys && passkeysWork()

  const refuse = (error: unknown) => {
    setBusy(false)
    setAttempt((tries) => tries + 1)
    if (wasCancelled(error)) return setRefusal(w.passkeyCancelled)
    if (!(error instanceof ApiProblem)) return setRefusal(w.passkeyFailed)
    const ofPasskey = error.code === 'passkeyRefused' || error.code === 'challengeOver'
    if (ofPasskey) return setRefusal(w.passkeyRefused)
    setRefusal(error.status === 401 ? w.wrong : sayProblem(error, lang))
  }
  const run = (prove: () => Promise<Session | SecondStep>) => {
    stopOffer()
    setBusy(true)
    setRefusal(undefined)
    prove().then(onAnswer, refuse)
  }
  const { offer, stopOffer } = usePasskeyOffer(withPasskeys, onAnswer, refuse)

  const submit = (event: FormEvent<HTMLFormElement>) => {
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
    setAttempt((tries) => tries + 1)
    if (missing.length === 0) run(() => ask(api.POST('/sessions', { body: { email, password } })))
  }

  const errorAt = (id: string) => errors.find((error) => error.id === id)?.message
  return (
    <>
      <form className="form" onSubmit={submit} noValidate>
        <ErrorSummary
          errors={errors}
          attempt={attempt}
          general={refusal ?? (errors.length > 0 ? w.errorsBefore : undefined)}
        />
        <TextField
          id="email"
          name="email"
          type="email"
          autoComplete={withPasskeys ? 'username webauthn' : 'username'}
          label={w.email}
          error={errorAt('email')}
          defaultValue={known}
          onFocus={offer}
          spellCheck={false}
          autoCapitalize="none"
        />
        <PasswordField
          id="password"
          name="password"
          autoComplete="current-password"
          label={w.password}
          error={errorAt('password')}
        />
        <p className="row">
          <Button type="submit" aria-busy={busy || undefined} aria-disabled={busy || undefined}>
            {busy ? w.submitting : w.submit}
          </Button>
          <a href={to.forgotten()}>{w.forgotten}</a>
        </p>
      </form>
      {withPasskeys && (
        <div className="entering-other">
          <h2 className="entering-or">{w.or}</h2>
          <Button variant="secondary" aria-describedby="passkey-help" onClick={() => !busy && run(signInByPasskey)}>
            {w.passkey}
          </Button>
          <p className="small soft" id="passkey-help">
            {w.passkeyHelp}
          </p>
        </div>
      )}
    </>
  )
}

/** The browser's own list of passkeys at the address field; a browser asks for one thing at a time. */
function usePasskeyOffer(wanted: boolean, take: (session: Session) => void, refuse: (error: unknown) => void) {
  const stop = useRef<() => void>(undefined)
  const stopOffer = () => {
    stop.current?.()
    stop.current = undefined
  }
  useEffect(() => () => stop.current?.(), [])
  const offer = () => {
    // What only was offered is refused without a word, unless it was chosen and did not count.
    if (wanted) stop.current ??= offerPasskeys(take, (error) => error instanceof ApiProblem && refuse(error))
  }
  return { offer, stopOffer }
}
