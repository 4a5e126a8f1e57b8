import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../../lib/i18n'
import { Button } from '../Button'
import { ConflictView } from '../ConflictView'
import { ErrorSummary } from '../ErrorSummary'
import { SaveState } from '../small'
import type { Editing } from './useEditing'
import { Why } from './Why'
import { words } from './words'
import './editing.css'

type Props<V extends object> = {
  editing: Editing<V>
  label: string
  submit?: string
  onCancel?: () => void
  after?: ReactNode
  children: ReactNode
}

/** The frame of a form that is edited where it stands: what stands in the way, the fields, the buttons, what is kept. */
export function Frame<V extends object>({ editing, label, submit, onCancel, after, children }: Props<V>) {
  const w = useWords(words)
  const form = useRef<HTMLFormElement>(null)
  // Whoever opened the form goes on in its first field.
  const opened = onCancel !== undefined
  useEffect(() => {
    if (opened) form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus()
  }, [opened])
  const busy = editing.saving.status === 'saving'
  return (
    <>
      <form
        ref={form}
        className="form editing-form"
        aria-label={label}
        onSubmit={editing.submit}
        noValidate
        data-size="sm"
      >
        <ErrorSummary errors={editing.summary} attempt={editing.attempt} general={editing.refusal} />
        {children}
        {editing.why && <Why {...editing.why} />}
        <div className="editing-bar">
          <Button type="submit" aria-disabled={busy || undefined}>
            {submit ?? w.save}
          </Button>
          {onCancel && (
            <Button
              variant="secondary"
              onClick={() => {
                if (!editing.dirty || window.confirm(w.discard)) onCancel()
              }}
            >
              {w.cancel}
            </Button>
          )}
          <SaveState saving={editing.saving} />
          {after}
        </div>
      </form>
      {editing.conflict && (
        <ConflictView
          fields={editing.conflict.fields}
          onResolve={editing.conflict.resolve}
          onClose={editing.conflict.close}
        />
      )}
    </>
  )
}
