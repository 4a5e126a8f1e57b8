import { type ReactNode, useState } from 'react'
import { may } from '../../../api/client'
import type { Links } from '../../../api/types'
import { useLang, useWords } from '../../../lib/i18n'
import { sayProblem } from '../../../api/problem'
import { Button } from '../../../ui/Button'
import { words } from './words'

type Props<T> = {
  things: T[]
  nameOf: (thing: T) => string
  line: (thing: T) => ReactNode
  form: (thing: T | undefined, close: () => void) => ReactNode
  remove: (thing: T) => Promise<unknown>
  add: string
}

/** A short list whose rows are edited where they stand, one at a time. */
export function Rows<T extends { id: string; _links: Links }>({ things, nameOf, line, form, remove, add }: Props<T>) {
  const w = useWords(words)
  const lang = useLang()
  const [open, setOpen] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  const close = () => setOpen(undefined)
  const erase = async (thing: T) => {
    if (!window.confirm(w.removeThing(nameOf(thing)))) return
    setRefusal(undefined)
    await remove(thing).catch((error: unknown) => setRefusal(sayProblem(error, lang)))
  }
  return (
    <>
      {refusal && <p role="alert">{refusal}</p>}
      <ul className="plan-rows plain-list">
        {things.map((thing) => (
          <li key={thing.id}>
            {open === thing.id ? (
              form(thing, close)
            ) : (
              <div className="plan-row">
                <div>{line(thing)}</div>
                <span className="row">
                  {may(thing, 'edit') && (
                    <Button
                      variant="tertiary"
                      aria-label={w.editThing(nameOf(thing))}
                      onClick={() => setOpen(thing.id)}
                    >
                      {w.edit}
                    </Button>
                  )}
                  {may(thing, 'delete') && (
                    <Button
                      variant="tertiary"
                      aria-label={`${w.remove} ${nameOf(thing)}`}
                      onClick={() => void erase(thing)}
                    >
                      {w.remove}
                    </Button>
                  )}
                </span>
              </div>
            )}
          </li>
        ))}
      </ul>
      {open === 'new' ? (
        form(undefined, close)
      ) : (
        <p>
          <Button variant="secondary" onClick={() => setOpen('new')}>
            {add}
          </Button>
        </p>
      )}
    </>
  )
}
