import { type ReactNode, useEffect, useRef, useState } from 'react'
import { sayProblem } from '../../api/problem'
import { useLang, useWords } from '../../lib/i18n'
import { Button } from '../Button'
import './editing.css'
import { words } from './words'

type Row = { id: string; _links: Record<string, unknown> }

type Props<T extends Row> = {
  rows: T[]
  /** What a row is called, in its buttons. */
  nameOf: (row: T) => string
  draw: (row: T) => ReactNode
  /** The form of a row, or of a new one. */
  form: (row: T | undefined, close: () => void) => ReactNode
  /** Rows that are only added and removed have no form of their own. */
  fixed?: boolean
  addLabel: string
  onRemove: (row: T) => Promise<unknown>
}

/** Rows changed where they stand: one form open at a time, removal asked for in place. */
export function Rows<T extends Row>({ rows, nameOf, draw, form, fixed, addLabel, onRemove }: Props<T>) {
  const r = useWords(words)
  const [open, setOpen] = useState<string>()
  const close = () => setOpen(undefined)
  const box = useFollowedFocus(open)
  return (
    <div className="stack" ref={box}>
      {rows.length === 0 && <p className="soft">{r.none}</p>}
      <ul className="plain-list editable-rows">
        {rows.map((row) => (
          <li key={row.id}>
            {open === row.id ? (
              form(row, close)
            ) : (
              <div className="editable-row">
                <span>{draw(row)}</span>
                <span className="row">
                  {!fixed && 'edit' in row._links && (
                    <Button
                      variant="secondary"
                      data-opens={row.id}
                      aria-label={r.changeOf(nameOf(row))}
                      onClick={() => setOpen(row.id)}
                    >
                      {r.change}
                    </Button>
                  )}
                  {'delete' in row._links && <Remove name={nameOf(row)} onRemove={() => onRemove(row)} />}
                </span>
              </div>
            )}
          </li>
        ))}
      </ul>
      {open === '' ? (
        form(undefined, close)
      ) : (
        <Button variant="secondary" data-opens="" onClick={() => setOpen('')}>
          {addLabel}
        </Button>
      )}
    </div>
  )
}

/** Focus goes into the form that opens, and back to the button that opened it. */
function useFollowedFocus(open: string | undefined) {
  const box = useRef<HTMLDivElement>(null)
  const before = useRef(open)
  useEffect(() => {
    const was = before.current
    before.current = open
    if (open === was) return
    const target =
      open === undefined
        ? (box.current?.querySelector(`[data-opens="${was}"]`) ?? box.current?.querySelector('[data-opens=""]'))
        : box.current?.querySelector('form :is(input, select, textarea)')
    if (target instanceof HTMLElement) target.focus()
  }, [open])
  return box
}

/** Asks once more, in the same place, before anything is gone. */
export function Remove({ name, onRemove }: { name: string; onRemove: () => Promise<unknown> }) {
  const r = useWords(words)
  const lang = useLang()
  const [asked, setAsked] = useState(false)
  const [kept, setKept] = useState(false)
  const [removing, setRemoving] = useState(false)
  const [refusal, setRefusal] = useState<unknown>()
  const removeNow = async () => {
    if (removing) return
    setRemoving(true)
    setRefusal(undefined)
    await onRemove().catch(setRefusal)
    setRemoving(false)
  }
  if (!asked) {
    return (
      <Button variant="secondary" autoFocus={kept} aria-label={r.removeOf(name)} onClick={() => setAsked(true)}>
        {r.remove}
      </Button>
    )
  }
  return (
    <span className="row" role="group" aria-label={r.removeQuestion(name)}>
      <span>{r.removeQuestion(name)}</span>
      <Button autoFocus aria-disabled={removing || undefined} onClick={() => void removeNow()}>
        {r.yesRemove}
      </Button>
      <Button
        variant="secondary"
        onClick={() => {
          setKept(true)
          setAsked(false)
        }}
      >
        {r.keep}
      </Button>
      {refusal !== undefined && <span role="alert">{sayProblem(refusal, lang)}</span>}
    </span>
  )
}
