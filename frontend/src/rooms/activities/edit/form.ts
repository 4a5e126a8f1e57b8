import { useEffect, useMemo, useRef, useState } from 'react'
import {
  type DefaultValues,
  type FieldErrors,
  type FieldValues,
  type Path,
  type Resolver,
  set,
  useForm,
} from 'react-hook-form'
import { type GenericSchema, safeParse } from 'valibot'
import { newIdempotencyKey } from '../../../api/client'
import { ApiProblem, fieldErrors, sayProblem } from '../../../api/problem'
import { useSession } from '../../../api/session'
import { useLang } from '../../../lib/i18n'
import type { ConflictField } from '../../../ui/ConflictView'
import type { SummaryError } from '../../../ui/ErrorSummary'
import { conflictFields, type FieldSpec, withChosen } from '../../../ui/editing/conflict'
import type { Saving } from '../../../ui/small'
import { useUnsaved } from '../../../ui/useUnsaved'
import { draftOf, dropDraft, keepDraft } from './drafts'

type Versioned<V> = { values: V; version: number }

type Given<V> = {
  /** What is written, for the draft: the same key gets its words back. Also the prefix of the fields' ids. */
  name: string
  initial: V
  version?: number
  schema: GenericSchema<V, V>
  /** The fields by what they are called in front of the reader, in the form's order. */
  fields: FieldSpec<V>[]
  /** The API's names of fields where they differ from the form's. */
  apiNames?: Record<string, keyof V & string>
  save: (values: V, at: { version: number; idempotencyKey: string; note: string }) => Promise<unknown>
  /** Asks, folded away, why the change is made. */
  why?: boolean
  /** The thing as it now stands, for a conflict; without it a stale save is only said. */
  fresh?: () => Promise<Versioned<V>>
  /** Told after a refused save that others had changed the thing. */
  onStale?: () => void
  onSaved?: (values: V) => void
}

type Draft<V> = { values: V; base: Versioned<V>; idempotencyKey: string }

/** One form's life: what is typed is kept until it is saved, refusals land at their fields, conflicts are put side by side. */
export function useEditor<V extends FieldValues>(given: Given<V>) {
  const lang = useLang()
  const session = useSession()
  const person = session.status === 'signedIn' ? session.user.id : ''
  const key = `${person}/${given.name}`
  const [kept] = useState(() => draftOf<Draft<V>>(key))
  const [base, setBase] = useState<Versioned<V>>(
    () => kept?.base ?? { values: given.initial, version: given.version ?? 0 },
  )
  const [idempotencyKey, setIdempotencyKey] = useState(() => kept?.idempotencyKey ?? newIdempotencyKey())
  const [saving, setSaving] = useState<Saving>({ status: 'clean' })
  const [attempt, setAttempt] = useState(0)
  const [note, setNote] = useState('')
  const [refusal, setRefusal] = useState<string>()
  const [conflict, setConflict] = useState<{ fields: ConflictField[]; theirs: Versioned<V> }>()
  const schema = useRef(given.schema)
  schema.current = given.schema
  const resolver = useMemo(() => resolverFor<V>(() => schema.current), [])
  const form = useForm<V>({
    defaultValues: base.values as DefaultValues<V>,
    resolver,
    shouldFocusError: false,
  })
  const dirty = form.formState.isDirty
  useUnsaved(dirty && saving.status !== 'saving')

  // Words that a closed form or a lost session left behind come back; what is written is kept at every stroke.
  useEffect(() => {
    if (kept) form.reset(kept.values, { keepDefaultValues: true })
  }, [kept, form])
  useEffect(() => {
    const watching = form.watch((values) => {
      keepDraft(key, { values, base, idempotencyKey })
      setSaving((now) => (now.status === 'saving' ? now : { status: 'dirty' }))
    })
    return () => watching.unsubscribe()
  }, [form, key, base, idempotencyKey])

  const refused = async (error: unknown, values: V) => {
    setSaving({ status: 'failed' })
    setAttempt((n) => n + 1)
    if (error instanceof ApiProblem && error.isStale) {
      given.onStale?.()
      if (given.fresh) {
        const theirs = await given.fresh()
        setConflict({ fields: conflictFields(given.fields, base.values, theirs.values, values), theirs })
        return
      }
    }
    const unplaced = placeErrors(fieldErrors(error, lang))
    setRefusal(unplaced ?? (hasFields(error) ? undefined : sayProblem(error, lang)))
  }

  const placeErrors = (errors: Record<string, string>): string | undefined => {
    let unplaced: string | undefined
    for (const [apiName, message] of Object.entries(errors)) {
      const name = given.apiNames?.[apiName] ?? apiName
      if (given.fields.some((field) => field.name === name)) {
        form.setError(name as Path<V>, { type: 'server', message })
      } else unplaced = message
    }
    return unplaced
  }

  const send = async (values: V, version: number) => {
    setSaving({ status: 'saving' })
    setRefusal(undefined)
    let saved: unknown
    try {
      saved = await given.save(values, { version, idempotencyKey, note })
    } catch (error) {
      // The question of what now stands may fail as well: then that is what is said.
      await refused(error, values).catch((second: unknown) => setRefusal(sayProblem(second, lang)))
      return
    }
    setIdempotencyKey(newIdempotencyKey())
    setNote('')
    form.reset(values)
    // After the reset, which is heard as a stroke like any other.
    dropDraft(key)
    setBase({ values, version: versionOf(saved) ?? version + 1 })
    setSaving({ status: 'saved', at: new Date() })
    given.onSaved?.(values)
  }

  const resolve = (chosen: Record<string, { value: string }>) => {
    if (!conflict) return
    const values = withChosen(conflict.theirs.values, chosen)
    setBase(conflict.theirs)
    setConflict(undefined)
    form.reset(conflict.theirs.values)
    form.reset(values, { keepDefaultValues: true })
    void send(values, conflict.theirs.version)
  }

  const submit = form.handleSubmit(
    (values) => (saving.status === 'saving' ? undefined : send(values, base.version)),
    () => {
      setRefusal(undefined)
      setAttempt((n) => n + 1)
    },
  )

  const errors = flatten(form.formState.errors)
  const idOf = (name: string) => `${given.name}-${name}`.replace(/[^\w-]/g, '-')
  const summary: SummaryError[] = given.fields.flatMap(({ name, label }) =>
    errors[name] ? [{ id: idOf(name), message: `${label}: ${errors[name]}` }] : [],
  )
  return {
    form,
    values: form.watch(),
    restored: kept !== undefined,
    dirty,
    saving,
    /** What `<Why>` needs, in a form that asks for it. */
    why: given.why ? { id: given.name, note, onNote: setNote } : undefined,
    submit,
    summary,
    attempt,
    refusal,
    conflict: conflict && { fields: conflict.fields, resolve, close: () => setConflict(undefined) },
    /** Forgets what is typed, when somebody says so. */
    discard: () => {
      form.reset(base.values)
      dropDraft(key)
      setSaving({ status: 'clean' })
    },
    /** What a text field, area, select or date needs. */
    field: (name: Path<V>) => ({ id: idOf(name), error: errors[name], ...form.register(name) }),
    /** What a group of choices needs. */
    choice: <N extends Path<V>>(name: N) => ({
      id: idOf(name),
      name: idOf(name),
      error: errors[name],
      value: form.watch(name),
      onChange: (value: V[N]) =>
        form.setValue(name, value as never, { shouldDirty: true, shouldValidate: form.formState.isSubmitted }),
    }),
  }
}

export type Editor<V extends FieldValues> = ReturnType<typeof useEditor<V>>

const versionOf = (saved: unknown): number | undefined =>
  typeof saved === 'object' && saved !== null && 'version' in saved && typeof saved.version === 'number'
    ? saved.version
    : undefined

const hasFields = (error: unknown) => error instanceof ApiProblem && error.fields.length > 0

const resolverFor =
  <V extends FieldValues>(schema: () => GenericSchema<V, V>): Resolver<V> =>
  (values) => {
    const result = safeParse(schema(), values)
    if (result.success) return { values, errors: {} }
    const errors: FieldErrors<V> = {}
    for (const issue of result.issues) {
      const name = issue.path?.map(({ key }) => key).join('.') ?? 'root'
      set(errors, name, { type: 'invalid', message: issue.message })
    }
    return { values: {}, errors }
  }

/** The first message of each field, by the field's own name. */
function flatten(errors: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([name, error]) => {
      const message = firstMessage(error)
      return message ? [[name, message]] : []
    }),
  )
}

function firstMessage(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if ('message' in error && typeof error.message === 'string' && error.message) return error.message
  for (const [name, value] of Object.entries(error)) {
    const found = name === 'ref' ? undefined : firstMessage(value)
    if (found) return found
  }
  return undefined
}
