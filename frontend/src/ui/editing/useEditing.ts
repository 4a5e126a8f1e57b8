import { type FormEvent, useState } from 'react'
import { ApiProblem, fieldErrors, sayProblem } from '../../api/problem'
import { useLang } from '../../lib/i18n'
import type { ConflictField } from '../ConflictView'
import type { Saving } from '../small'
import { useUnsaved } from '../useUnsaved'
import { conflictFields, type FieldSpec, same, withChosen } from './conflict'

type Versioned<V> = { values: V; version: number }

type Given<V> = {
  /** Begins the fields' ids. */
  name: string
  initial: V
  version?: number
  fields: FieldSpec<V>[]
  /** What can be told wrong before it is sent, by field. */
  check?: (values: V) => Record<string, string>
  /** The note says why, when the form asks for it (`why`) and somebody has said so. */
  save: (values: V, version: number, note: string) => Promise<unknown>
  /** Asks, folded away, why the change is made. */
  why?: boolean
  /** The thing as it now stands, for a conflict. */
  fresh?: () => Promise<Versioned<V>>
  onSaved: () => void
}

/** One form's life: refusals land at their fields, a conflict is put side by side, ways out ask while it is unsaved. */
export function useEditing<V extends object>({
  name,
  initial,
  version = 0,
  fields,
  check,
  save,
  why,
  fresh,
  onSaved,
}: Given<V>) {
  const lang = useLang()
  const [base, setBase] = useState<Versioned<V>>({ values: initial, version })
  const [values, setValues] = useState(initial)
  const [note, setNote] = useState('')
  const [saving, setSaving] = useState<Saving>({ status: 'clean' })
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [refusal, setRefusal] = useState<string>()
  const [attempt, setAttempt] = useState(0)
  const [conflict, setConflict] = useState<{ fields: ConflictField[]; theirs: Versioned<V> }>()
  const dirty = !same(values, base.values)
  useUnsaved(dirty && saving.status !== 'saving' && saving.status !== 'saved')

  const refuse = (error: unknown) => {
    const found = fieldErrors(error, lang)
    setErrors(found)
    setRefusal(Object.keys(found).length > 0 ? undefined : sayProblem(error, lang))
    setAttempt((tries) => tries + 1)
    setSaving({ status: 'failed' })
  }

  async function run(next: V, at: number): Promise<void> {
    const wrong = check?.(next) ?? {}
    if (Object.keys(wrong).length > 0) {
      setErrors(wrong)
      setRefusal(undefined)
      setAttempt((tries) => tries + 1)
      return setSaving({ status: 'failed' })
    }
    setSaving({ status: 'saving' })
    setErrors({})
    setRefusal(undefined)
    try {
      await save(next, at, note)
      setNote('')
      setSaving({ status: 'saved', at: new Date() })
      onSaved()
    } catch (error) {
      if (!(error instanceof ApiProblem && error.isStale && fresh)) return refuse(error)
      try {
        const theirs = await fresh()
        setConflict({ fields: conflictFields(fields, base.values, theirs.values, next), theirs })
        setSaving({ status: 'dirty' })
      } catch (second) {
        refuse(second)
      }
    }
  }

  const set = (change: Partial<V>) => {
    setValues((now) => ({ ...now, ...change }))
    setSaving((now) => (now.status === 'saving' ? now : { status: 'dirty' }))
  }
  // The API names a part of a list by its place ("parts[1].title"); the list's own field says it.
  const errorOf = (field: string) =>
    errors[field] ??
    Object.entries(errors).find(([at]) => at.startsWith(`${field}[`) || at.startsWith(`${field}.`))?.[1]
  return {
    values,
    set,
    dirty,
    saving,
    /** What `<Why>` needs, in a form that asks for it. */
    why: why ? { id: name, note, onNote: setNote } : undefined,
    refusal,
    attempt,
    summary: Object.entries(errors).map(([at, message]) => {
      const field = fields.find((spec) => at.split(/[.[]/)[0] === spec.name)
      return {
        id: `${name}-${field && !field.rows ? field.name : at}`,
        message: field ? `${field.label}: ${message}` : `${at}: ${message}`,
      }
    }),
    submit(event: FormEvent) {
      event.preventDefault()
      if (saving.status !== 'saving') void run(values, base.version)
    },
    conflict: conflict && {
      fields: conflict.fields,
      close: () => setConflict(undefined),
      resolve: (chosen: Record<string, { value: string }>) => {
        const next = withChosen(conflict.theirs.values, chosen)
        setBase(conflict.theirs)
        setValues(next)
        setConflict(undefined)
        void run(next, conflict.theirs.version)
      },
    },
    /** The refusal of one place in a list: "roles[1].bodyId". */
    errorAt: (at: string): string | undefined => errors[at],
    /** What a text field or a choice needs, by the name the API has for it. */
    text: (field: keyof V & string) => ({
      id: `${name}-${field}`,
      label: fields.find((spec) => spec.name === field)?.label ?? field,
      error: errorOf(field),
      value: String(values[field] ?? ''),
      onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value } as Partial<V>),
    }),
    /** The same for a field that is not text. */
    other: (field: keyof V & string) => ({
      id: `${name}-${field}`,
      label: fields.find((spec) => spec.name === field)?.label ?? field,
      error: errorOf(field),
    }),
  }
}

export type Editing<V extends object> = ReturnType<typeof useEditing<V>>
