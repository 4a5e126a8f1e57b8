import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ask, done, ifMatch } from '../../api/client'
import { ApiProblem } from '../../api/problem'
import type { Passkey, SecondSteps } from '../../api/types'
import { formatInstant } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { ErrorSummary } from '../../ui/ErrorSummary'
import { Frame } from '../../ui/editing/Frame'
import { Remove } from '../../ui/editing/Rows'
import { useEditing } from '../../ui/editing/useEditing'
import { TextField } from '../../ui/Field'
import { Load } from '../../ui/Load'
import { Asked, isRecentSignInNeeded, useAsking } from '../accounts/shared'
import { refreshSteps, usePasskeys } from './queries'
import { isThereAlready, makePasskey, passkeysWork, wasCancelled } from './webauthn'
import { words } from './words'

type Props = { steps: SecondSteps; onCodes: (codes: string[]) => void }

export function Passkeys({ steps, onCodes }: Props) {
  const w = useWords(words)
  const queries = useQueryClient()
  const passkeys = usePasskeys()
  const asking = useAsking()
  const [adding, setAdding] = useState(false)
  const [renaming, setRenaming] = useState<string>()
  const [said, setSaid] = useState<string>()
  const remove = async (passkey: Passkey) => {
    try {
      const params = { path: { passkeyId: passkey.id }, header: ifMatch(passkey) }
      await done(api.DELETE('/users/me/passkeys/{passkeyId}', { params }))
      await refreshSteps(queries)
      setSaid(w.passkeyRemoved(passkey.name))
    } catch (error) {
      const last = error instanceof ApiProblem && error.code === 'secondFactorRequired'
      if (last || isRecentSignInNeeded(error)) asking.refuse(error, last ? w.lastOne : undefined)
      throw error
    }
  }
  return (
    <div className="account-thing">
      <h3>{w.passkeys}</h3>
      <p>{w.passkeysText}</p>
      <p role="status">{said}</p>
      <Load of={passkeys} lines={2}>
        {(found) =>
          found.length === 0 ? (
            <p className="soft">{w.passkeysNone}</p>
          ) : (
            <ul className="plain-list editable-rows">
              {found.map((passkey) => (
                <li key={passkey.id}>
                  {renaming === passkey.id ? (
                    <Rename passkey={passkey} onClose={() => setRenaming(undefined)} />
                  ) : (
                    <div className="editable-row">
                      <PasskeyText passkey={passkey} />
                      <span className="row">
                        <Button
                          variant="secondary"
                          aria-label={w.renameOf(passkey.name)}
                          onClick={() => setRenaming(passkey.id)}
                        >
                          {w.rename}
                        </Button>
                        <Remove name={passkey.name} onRemove={() => remove(passkey)} />
                      </span>
                    </div>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Load>
      <Asked asking={asking} part="tva-steg" />
      {!passkeysWork() && <p className="soft">{w.passkeysNot}</p>}
      {passkeysWork() &&
        (adding ? (
          <Add
            onAdded={(name, codes) => {
              setAdding(false)
              setSaid(w.passkeyAdded(name))
              if (codes) onCodes(codes)
              void refreshSteps(queries, steps.withheld)
            }}
            onCancel={() => setAdding(false)}
          />
        ) : (
          <Button
            variant="secondary"
            onClick={() => {
              setSaid(undefined)
              setAdding(true)
            }}
          >
            {w.addPasskey}
          </Button>
        ))}
    </div>
  )
}

function PasskeyText({ passkey }: { passkey: Passkey }) {
  const w = useWords(words)
  const lang = useLang()
  const notes = [
    passkey.lastUsedAt ? w.lastUsed(formatInstant(passkey.lastUsedAt, lang)) : w.neverUsed,
    w.added(formatInstant(passkey.createdAt, lang)),
    ...(passkey.synced ? [w.synced] : []),
  ]
  return (
    <div>
      <p>
        <strong>{passkey.name}</strong>
      </p>
      <p className="small soft">{notes.join(', ')}</p>
      {passkey.stopped && <p className="field-error">{w.stopped}</p>}
    </div>
  )
}

type AddProps = { onAdded: (name: string, codes?: string[]) => void; onCancel: () => void }

function Add({ onAdded, onCancel }: AddProps) {
  const w = useWords(words)
  const asking = useAsking()
  const [missing, setMissing] = useState<string>()
  const [attempt, setAttempt] = useState(0)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name')).trim()
    setMissing(name ? undefined : w.passkeyNameMissing)
    setAttempt((tries) => tries + 1)
    if (!name) return
    void asking.run(async () => {
      const made = await makePasskey()
      const added = await ask(api.POST('/users/me/passkeys', { body: { name, ...made } }))
      onAdded(added.name, added.recoveryCodes)
    }, sayBrowser)
  }
  const sayBrowser = (error: unknown) => {
    if (wasCancelled(error)) return w.passkeyCancelled
    if (isThereAlready(error)) return w.passkeyThere
    return error instanceof DOMException ? w.passkeyFailed : undefined
  }
  return (
    <form className="form editing-form" onSubmit={submit} noValidate aria-label={w.addPasskey}>
      <ErrorSummary errors={missing ? [{ id: 'passkey-name', message: missing }] : []} attempt={attempt} />
      <Asked asking={asking} part="tva-steg" />
      <TextField
        id="passkey-name"
        name="name"
        autoFocus
        label={w.passkeyName}
        help={w.passkeyNameHelp}
        error={missing}
        maxLength={80}
        autoComplete="off"
      />
      <p className="row">
        <Button type="submit" aria-disabled={asking.busy || undefined}>
          {asking.busy ? w.waiting : w.addPasskey}
        </Button>
        <Button variant="secondary" onClick={onCancel}>
          {w.cancel}
        </Button>
      </p>
    </form>
  )
}

function Rename({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const w = useWords(words)
  const queries = useQueryClient()
  const editing = useEditing<{ name: string }>({
    name: `passkey-${passkey.id}`,
    initial: { name: passkey.name },
    version: passkey.version,
    fields: [{ name: 'name', label: w.passkeyName }],
    check: ({ name }): Record<string, string> => (name.trim() ? {} : { name: w.passkeyNameMissing }),
    save: ({ name }, version) =>
      ask(
        api.PUT('/users/me/passkeys/{passkeyId}', {
          params: { path: { passkeyId: passkey.id }, header: ifMatch({ version }) },
          body: { name: name.trim() },
        }),
      ),
    onSaved: () => void refreshSteps(queries).then(onClose),
  })
  return (
    <Frame editing={editing} label={w.renameOf(passkey.name)} onCancel={onClose}>
      <TextField {...editing.text('name')} maxLength={80} />
    </Frame>
  )
}
