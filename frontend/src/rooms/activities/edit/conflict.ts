import type { ConflictField } from '../../../ui/ConflictView'

/** How a field of a form is told when two have changed it. */
export type FieldSpec<V> = {
  name: keyof V & string
  label: string
  joinable?: boolean
  /** How a value is shown: ids as names, a choice as its words. */
  show?: (value: V[keyof V & string]) => string
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null))

const readBack = (text: string, like: unknown): unknown => (typeof like === 'string' ? text : JSON.parse(text))

/** The same thing as three know it, field by field, as texts that can be compared. */
export function conflictFields<V extends object>(specs: FieldSpec<V>[], base: V, theirs: V, mine: V): ConflictField[] {
  return specs.map(({ name, label, joinable, show }) => ({
    name,
    label,
    joinable,
    base: asText(base[name]),
    theirs: asText(theirs[name]),
    mine: asText(mine[name]),
    show: show && ((text: string) => show(readBack(text, mine[name]) as V[typeof name])),
  }))
}

/** Theirs, with what was chosen for each field that differs. */
export function resolved<V extends object>(theirs: V, chosen: Record<string, { value: string }>): V {
  const next = { ...theirs }
  for (const [name, { value }] of Object.entries(chosen)) {
    const field = name as keyof V
    next[field] = readBack(value, theirs[field]) as V[keyof V]
  }
  return next
}
