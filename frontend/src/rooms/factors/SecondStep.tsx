import { type FormEvent, useEffect, useRef, useState } from 'react'
import { api, ask } from '../../api/client'
import { ApiProblem, sayProblem } from '../../api/problem'
import type { Session, SecondStep as Step } from '../../api/types'
import { useLang, useWords } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { ErrorSummary } from '../../ui/ErrorSummary'
import { TextField } from '../../ui/Field'
import './factors.css'
import { passkeysWork, signInByPasskey, wasCancelled } from './webauthn'
import { stepWords } from './words'

type Method = 'totp' | 'passkey' | 'recoveryCode'

type Props = {
  step: Step
  onSession: (session: Session) => void
  /** This sign-in is over, for the reason given, and begins anew. */
  onOver: (reason?: string) => void
}

/** The second step of a sign-in: one way at a time, with the others within reach. */
export function SecondStep({ step, onSession, onOver }: Props) {
  const w = useWords(stepWords)
  const lang = useLang()
  const ways = (['totp', 'passkey', 'recoveryCode'] as const).filter(
    (method) => step.methods.includes(method) && (method !== 'passkey' || passkeysWork()),
  )
  const [method, setMethod] = useState<Method>(ways[0] ?? 'recoveryCode')
  const [busy, setBusy] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const [wrong, setWrong] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  const heading = useRef<HTMLHeadingElement>(null)
  // The heading says what is asked for now; the field is one step away.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another way is another question
  useEffect(() => heading.current?.focus(), [method])

  const choose = (next: Method) => {
    setMethod(next)
    setWrong(undefined)
    setRefusal(undefined)
  }
  const run = async (prove: () => Promise<Session>) => {
    if (busy) return
    setBusy(true)
    setWrong(undefined)
    setRefusal(undefined)
    try {
      onSession(await prove())
    } catch (error) {
      setBusy(false)
      setAttempt((tries) => tries + 1)
      if (wasCancelled(error)) return setRefusal(w.passkeyCancelled)
      if (!(error instanceof ApiProblem)) return setRefusal(w.passkeyFailed)
      if (error.code === 'signInAgain') return onOver(w.signInAgain)
      if (error.code === 'passkeyRefused' || error.code === 'challengeOver') return setRefusal(w.passkeyRefused)
      const atField = error.code === 'codeWrong' || error.status === 422
      if (atField) return setWrong(method === 'totp' ? w.totpWrong : w.recoveryWrong)
      setRefusal(sayProblem(error, lang))
    }
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (method === 'passkey') return void run(() => signInByPasskey({ token: step.token }))
    const code = String(new FormData(event.currentTarget).get('code')).trim()
    if (code === '') {
      setAttempt((tries) => tries + 1)
      return setWrong(w.codeMissing)
    }
    void run(() => ask(api.POST('/second-factors', { body: { token: step.token, code } })))
  }

  const titles = { totp: w.totpTitle, passkey: w.passkeyTitle, recoveryCode: w.recoveryTitle }
  const others = { totp: w.useTotp, passkey: w.usePasskey, recoveryCode: w.useRecovery }
  return (
    <form className="form" onSubmit={submit} noValidate aria-labelledby="second-step">
      <h2 id="second-step" ref={heading} tabIndex={-1}>
        {titles[method]}
      </h2>
      <ErrorSummary
        errors={wrong ? [{ id: 'code', message: wrong }] : []}
        attempt={attempt}
        general={refusal ?? (wrong ? w.codeNotTaken : undefined)}
      />
      {method === 'passkey' ? (
        <p>{w.passkeyHelp}</p>
      ) : (
        <TextField
          key={method}
          id="code"
          name="code"
          className="ds-input field-short"
          label={method === 'totp' ? w.totpCode : w.recoveryCode}
          help={method === 'totp' ? w.totpHelp : w.recoveryHelp}
          error={wrong}
          autoComplete={method === 'totp' ? 'one-time-code' : 'off'}
          inputMode={method === 'totp' ? 'numeric' : 'text'}
          autoCapitalize="none"
          spellCheck={false}
        />
      )}
      <Button type="submit" aria-busy={busy || undefined} aria-disabled={busy || undefined}>
        {busy ? w.checking : method === 'passkey' ? w.usePasskeyNow : w.goOn}
      </Button>
      <div>
        <p className="soft">{w.otherWays}</p>
        <ul className="plain-list second-ways">
          {ways
            .filter((way) => way !== method)
            .map((way) => (
              <li key={way}>
                <Button variant="tertiary" onClick={() => choose(way)}>
                  {others[way]}
                </Button>
              </li>
            ))}
          <li>
            <Button variant="tertiary" onClick={() => onOver()}>
              {w.beginAgain}
            </Button>
          </li>
        </ul>
        <p className="small soft">{w.lostAll}</p>
      </div>
    </form>
  )
}
