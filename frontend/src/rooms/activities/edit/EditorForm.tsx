import { type ReactNode, useEffect, useRef } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { ConflictView } from '../../../ui/ConflictView'
import { ErrorSummary } from '../../../ui/ErrorSummary'
import { Why } from '../../../ui/editing/Why'
import { Notice } from '../../../ui/Load'
import { SaveState } from '../../../ui/small'
import type { Editor } from './form'
import './edit.css'
import { words } from './words'

type Props<V extends FieldValues> = {
  editor: Editor<V>
  submitLabel: string
  onCancel?: () => void
  /** Buttons stay in view under a long form. */
  long?: boolean
  after?: ReactNode
  children: ReactNode
}

/** The frame of every form here: what stands in the way, the fields, the buttons, what is kept. */
export function EditorForm<V extends FieldValues>({ editor, submitLabel, onCancel, long, after, children }: Props<V>) {
  const w = useWords(words)
  const busy = editor.saving.status === 'saving'
  return (
    <>
      <form className="form" onSubmit={editor.submit} noValidate>
        <ErrorSummary errors={editor.summary} attempt={editor.attempt} general={editor.refusal} />
        {editor.restored && editor.saving.status === 'clean' && <Notice>{w.restored}</Notice>}
        {children}
        {editor.why && <Why {...editor.why} />}
        <div className={long ? 'form-bar' : 'row'}>
          <Button type="submit" aria-disabled={busy || undefined}>
            {busy ? w.saving : submitLabel}
          </Button>
          {onCancel && (
            <Button
              variant="secondary"
              onClick={() => {
                if (editor.dirty && !window.confirm(w.discardQuestion)) return
                editor.discard()
                onCancel()
              }}
            >
              {w.cancel}
            </Button>
          )}
          <SaveState saving={editor.saving} />
          {after}
        </div>
      </form>
      {editor.conflict && (
        <ConflictView
          fields={editor.conflict.fields}
          onResolve={editor.conflict.resolve}
          onClose={editor.conflict.close}
        />
      )}
    </>
  )
}

/** The heading of what lies beside the text; takes focus when it opens, gives it back when it closes. */
export function DeskHead({ title, onClose }: { title: string; onClose?: () => void }) {
  const w = useWords(words)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    heading.current?.focus()
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  return (
    <div className="desk-head">
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {onClose && (
        <Button variant="tertiary" className="button-quiet" onClick={onClose}>
          {w.close}
        </Button>
      )}
    </div>
  )
}
