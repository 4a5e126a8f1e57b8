import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { sayProblem } from '../../api/problem'
import { useLang, useWords } from '../../lib/i18n'
import { Button } from '../Button'
import { TextField } from '../Field'
import './editing.css'
import { words } from './words'

type Props = {
  /** The button that opens the question, and the question's heading. */
  label: string
  question: string
  /** What happens then, in plain words. */
  children: ReactNode
  confirm: string
  /** A word to type first, for what cannot be undone. */
  word?: string
  /** What to say of a refusal when there is more to say than usual; nothing for the usual. */
  sayRefusal?: (error: unknown) => ReactNode
  onConfirm: () => Promise<unknown>
}

/** Something with consequences: says them and asks, in the place where it was asked for, before it is done. */
export function Ask({ label, question, children, confirm, word, sayRefusal, onConfirm }: Props) {
  const w = useWords(words)
  const lang = useLang()
  const id = useId()
  const [open, setOpen] = useState<boolean>()
  const [busy, setBusy] = useState(false)
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const [refusal, setRefusal] = useState<unknown>()
  const heading = useRef<HTMLHeadingElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (open === undefined) return
    if (open) heading.current?.focus()
    else opener.current?.focus()
  }, [open])
  const close = () => {
    setOpen(false)
    setTyped('')
    setWrong(false)
    setRefusal(undefined)
  }
  const run = async () => {
    if (busy) return
    if (word && typed.trim().toLowerCase() !== word.toLowerCase()) {
      setWrong(true)
      document.getElementById(`${id}-word`)?.focus()
      return
    }
    setBusy(true)
    setRefusal(undefined)
    try {
      await onConfirm()
      close()
    } catch (error) {
      setRefusal(error)
    }
    setBusy(false)
  }
  if (!open) {
    return (
      <Button ref={opener} variant="secondary" onClick={() => setOpen(true)}>
        {label}
      </Button>
    )
  }
  return (
    <form
      className="ask stack"
      aria-labelledby={`${id}-question`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void run()
      }}
    >
      <h3 ref={heading} tabIndex={-1} id={`${id}-question`}>
        {question}
      </h3>
      {children}
      {word && (
        <TextField
          id={`${id}-word`}
          label={w.typeWord(word)}
          error={wrong ? w.wordDiffers(word) : undefined}
          className="ds-input field-short"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      {refusal !== undefined && (
        <div className="notice notice-attention" role="alert">
          {sayRefusal?.(refusal) ?? <p>{sayProblem(refusal, lang)}</p>}
        </div>
      )}
      <div className="row">
        <Button type="submit" aria-disabled={busy || undefined}>
          {confirm}
        </Button>
        <Button variant="secondary" onClick={close}>
          {w.cancel}
        </Button>
      </div>
    </form>
  )
}
