import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, done } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { useLang, useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { ErrorSummary } from '../../../ui/ErrorSummary'
import { PasswordField } from '../entering/PasswordField'
import { PasswordRules } from '../entering/PasswordRules'
import { passwordRefusal } from '../entering/refusals'
import { words as entering } from '../entering/words'
import { Asked, isRecentSignInNeeded, useAsking } from '../shared'
import { words } from './words'

export function OwnPassword({ email }: { email: string }) {
  const w = useWords(words)
  const e = useWords(entering)
  const lang = useLang()
  const queries = useQueryClient()
  const asking = useAsking()
  const [open, setOpen] = useState(false)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [attempt, setAttempt] = useState(0)
  const [said, setSaid] = useState<string>()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const body = { currentPassword: String(form.get('currentPassword')), password: String(form.get('password')) }
    const missing = {
      ...(body.currentPassword ? {} : { currentPassword: w.currentMissing }),
      ...(body.password ? {} : { password: e.newMissing }),
    }
    setErrors(missing)
    setAttempt((tries) => tries + 1)
    if (Object.keys(missing).length > 0) return
    void asking.run(async () => {
      try {
        await done(api.PUT('/users/me/password', { body }))
      } catch (error) {
        const { fields } = passwordRefusal(error, lang)
        if (isRecentSignInNeeded(error) || Object.keys(fields).length === 0) throw error
        setErrors(fields)
        setAttempt((tries) => tries + 1)
        return
      }
      setOpen(false)
      setSaid(w.passwordChanged)
      await refresh(queries, 'accounts')
    })
  }
  return (
    <div className="account-part">
      <p role="status">{said}</p>
      {!open ? (
        <Button
          variant="secondary"
          onClick={() => {
            setSaid(undefined)
            setErrors({})
            setOpen(true)
          }}
        >
          {w.changePassword}
        </Button>
      ) : (
        <form className="form editing-form" onSubmit={submit} noValidate aria-label={w.changePassword}>
          <ErrorSummary errors={Object.entries(errors).map(([id, message]) => ({ id, message }))} attempt={attempt} />
          <Asked asking={asking} part="losenord" />
          {/* For password managers: whose password this is. */}
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          <PasswordField
            id="currentPassword"
            name="currentPassword"
            autoComplete="current-password"
            autoFocus
            label={w.currentPassword}
            error={errors.currentPassword}
          />
          <PasswordRules />
          <PasswordField
            id="password"
            name="password"
            autoComplete="new-password"
            label={e.newPassword}
            error={errors.password}
          />
          <p className="soft small">{w.passwordEnds}</p>
          <p className="row">
            <Button type="submit" aria-disabled={asking.busy || undefined}>
              {asking.busy ? e.savingNow : e.save}
            </Button>
            <Button variant="secondary" onClick={() => setOpen(false)}>
              {w.cancel}
            </Button>
          </p>
        </form>
      )}
    </div>
  )
}
