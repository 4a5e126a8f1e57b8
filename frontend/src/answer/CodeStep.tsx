import { type FormEvent, useEffect, useRef, useState } from 'react'
import { ApiProblem, sayProblem } from '../api/problem'
import { useLang, useWords, type Words } from '../lib/i18n'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { canBlind } from './ballot'
import { Known } from './Known'
import { openRound, type Round, StrangeKey, UsedCode } from './round'
import { refusals, words } from './words'

/** The code is typed and looked up; it is not used yet. */
export function CodeStep({ onOpen }: { onOpen: (round: Round) => void }) {
  const w = useWords(words)
  const lang = useLang()
  const [code, setCode] = useState('')
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (error !== undefined) field.current?.querySelector('input')?.focus()
  }, [error])

  async function open(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    if (code.trim() === '') return setError(new Empty())
    setBusy(true)
    setError(undefined)
    try {
      onOpen(await openRound(code))
    } catch (found) {
      setError(found)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="page answer-page">
      <h1 tabIndex={-1}>{w.title}</h1>
      <p className="page-lead">{w.lead}</p>
      {canBlind() ? (
        <form ref={field} className="form" onSubmit={open} autoComplete="off" noValidate>
          <TextField
            label={w.code}
            help={w.codeHelp}
            error={error === undefined ? undefined : sayWhy(error, w, lang)}
            className="ds-input answer-code"
            value={code}
            onChange={(event) => setCode(event.target.value)}
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="go"
            required
          />
          <p>
            <Button type="submit" aria-disabled={busy || undefined}>
              {w.goOn}
            </Button>
          </p>
          <p role="status">{busy && w.looking}</p>
        </form>
      ) : (
        <p className="notice notice-attention" role="alert">
          {w.cannotBlind}
        </p>
      )}
      <Known />
    </div>
  )
}

class Empty extends Error {}

function sayWhy(error: unknown, w: Words<typeof words>, lang: 'sv' | 'en'): string {
  if (error instanceof Empty) return w.codeMissing
  if (error instanceof StrangeKey) return w.strangeKey
  if (error instanceof UsedCode) return refusals.codeUsed[lang]
  if (error instanceof ApiProblem && error.status === 0) return w.lostFirst
  const field = error instanceof ApiProblem ? error.fields[0]?.code : undefined
  if (field && field in refusals) return refusals[field as keyof typeof refusals][lang]
  return sayProblem(error, lang)
}
