import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { api, ask, done } from '../../api/client'
import { ApiProblem } from '../../api/problem'
import type { components } from '../../api/schema'
import type { SecondSteps } from '../../api/types'
import { formatInstant } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { ErrorSummary } from '../../ui/ErrorSummary'
import { Remove } from '../../ui/editing/Rows'
import { TextField } from '../../ui/Field'
import { Asked, isRecentSignInNeeded, useAsking } from '../accounts/shared'
import { refreshSteps } from './queries'
import { words } from './words'

type Setup = components['schemas']['TOTPSetup']
type Props = { steps: SecondSteps; onCodes: (codes: string[]) => void }

export function AppStep({ steps, onCodes }: Props) {
  const w = useWords(words)
  const lang = useLang()
  const queries = useQueryClient()
  const asking = useAsking()
  const [setup, setSetup] = useState<Setup>()
  const [said, setSaid] = useState<string>()
  const begin = () => {
    setSaid(undefined)
    return asking.run(async () => setSetup(await ask(api.POST('/users/me/totp', { body: {} }))))
  }
  const remove = async () => {
    try {
      await done(api.DELETE('/users/me/totp'))
      await refreshSteps(queries)
      setSaid(w.turnedOff)
    } catch (error) {
      const last = error instanceof ApiProblem && error.code === 'secondFactorRequired'
      if (last || isRecentSignInNeeded(error)) asking.refuse(error, last ? w.lastOne : undefined)
      throw error
    }
  }
  return (
    <div className="account-thing">
      <h3>{w.app}</h3>
      <p role="status">{said}</p>
      <p>{steps.confirmedAt && steps.confirmed ? w.appOn(formatInstant(steps.confirmedAt, lang)) : w.appOff}</p>
      <Asked asking={asking} part="tva-steg" />
      {setup ? (
        <SetUp
          setup={setup}
          onDone={(codes) => {
            setSetup(undefined)
            setSaid(w.turnedOn)
            onCodes(codes)
            void refreshSteps(queries, steps.withheld)
          }}
          onCancel={() => setSetup(undefined)}
        />
      ) : (
        <p className="row">
          <Button
            variant={steps.confirmed ? 'secondary' : 'primary'}
            onClick={() => void begin()}
            aria-disabled={asking.busy || undefined}
          >
            {steps.confirmed ? w.beginOther : w.begin}
          </Button>
          {'delete' in steps._links && <Remove name={w.removeApp} onRemove={remove} />}
        </p>
      )}
    </div>
  )
}

type SetUpProps = { setup: Setup; onDone: (codes: string[]) => void; onCancel: () => void }

function SetUp({ setup, onDone, onCancel }: SetUpProps) {
  const w = useWords(words)
  const asking = useAsking()
  const heading = useRef<HTMLHeadingElement>(null)
  const [wrong, setWrong] = useState<string>()
  const [attempt, setAttempt] = useState(0)
  useEffect(() => heading.current?.focus(), [])
  const refuse = (message: string) => {
    setWrong(message)
    setAttempt((tries) => tries + 1)
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code')).replace(/\s/g, '')
    setWrong(undefined)
    if (code === '') return refuse(w.codeMissing)
    void asking.run(async () => {
      try {
        onDone((await ask(api.PUT('/users/me/totp', { body: { code } }))).codes)
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 422) return refuse(w.codeWrong)
        if (error instanceof ApiProblem && error.code === 'nothingPending') return refuse(w.setUpOver)
        throw error
      }
    })
  }
  return (
    <form className="form editing-form account-setup" onSubmit={submit} noValidate aria-labelledby="set-up-title">
      <h4 id="set-up-title" ref={heading} tabIndex={-1}>
        {w.setUpTitle}
      </h4>
      <ErrorSummary errors={wrong ? [{ id: 'first-code', message: wrong }] : []} attempt={attempt} />
      <Asked asking={asking} part="tva-steg" />
      <p>{w.scan}</p>
      <img className="account-qr" src={setup.image} alt={w.qr} width="200" height="200" />
      <div>
        <p>{w.orType}</p>
        <p>
          <code className="account-secret">{setup.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
        <p>
          <a href={setup.uri}>{w.openApp}</a>
        </p>
      </div>
      <TextField
        id="first-code"
        name="code"
        className="ds-input field-short"
        label={w.firstCode}
        help={w.firstCodeHelp}
        error={wrong}
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      <p className="row">
        <Button type="submit" aria-disabled={asking.busy || undefined}>
          {asking.busy ? w.waiting : w.confirm}
        </Button>
        <Button variant="secondary" onClick={onCancel}>
          {w.cancel}
        </Button>
      </p>
    </form>
  )
}
