import { type FormEvent, useEffect, useRef, useState } from 'react'
import { api, done } from '../../api/client'
import { useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Button } from '../../ui/Button'
import { ErrorSummary } from '../../ui/ErrorSummary'
import { TextField } from '../../ui/Field'
import { Page } from '../../ui/Page'
import './entering/entering.css'
import { words } from './entering/words'
import { Asked, useAsking } from './shared'

export default function ForgottenPage() {
  const w = useWords(words)
  const [sentTo, setSentTo] = useState<string>()
  return (
    <Page title={w.forgottenTitle} lead={sentTo === undefined ? <p>{w.forgottenLead}</p> : undefined}>
      {sentTo === undefined ? <Ask onSent={setSentTo} /> : <Sent email={sentTo} onAgain={() => setSentTo(undefined)} />}
    </Page>
  )
}

function Ask({ onSent }: { onSent: (email: string) => void }) {
  const w = useWords(words)
  const to = usePaths()
  const asking = useAsking()
  const [missing, setMissing] = useState<string>()
  const [attempt, setAttempt] = useState(0)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get('email')).trim()
    setAttempt((tries) => tries + 1)
    setMissing(email ? undefined : w.emailMissing)
    if (!email) return
    void asking.run(async () => {
      await done(api.POST('/password-resets', { body: { email } }))
      onSent(email)
    })
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ErrorSummary
        errors={missing ? [{ id: 'email', message: missing }] : []}
        attempt={attempt}
        general={missing && w.errorsBefore}
      />
      <Asked asking={asking} part="" />
      <TextField
        id="email"
        name="email"
        type="email"
        autoComplete="username"
        label={w.email}
        error={missing}
        spellCheck={false}
        autoCapitalize="none"
      />
      <p className="row">
        <Button type="submit" aria-busy={asking.busy || undefined}>
          {asking.busy ? w.sending : w.send}
        </Button>
        <a href={to.signIn()}>{w.toSignIn}</a>
      </p>
    </form>
  )
}

/** The same words whether there is such an account or not. */
function Sent({ email, onAgain }: { email: string; onAgain: () => void }) {
  const w = useWords(words)
  const to = usePaths()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="entering">
      <h2 ref={heading} tabIndex={-1}>
        {w.sentTitle}
      </h2>
      <p>{w.sentText(email)}</p>
      <p>{w.sentNothing}</p>
      <p className="row">
        <Button variant="secondary" onClick={onAgain}>
          {w.sendAgain}
        </Button>
        <a href={to.signIn()}>{w.toSignIn}</a>
      </p>
    </div>
  )
}
