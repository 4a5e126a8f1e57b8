import type { ConflictField } from '../ConflictView'

/** How a field of a form is told when two have changed it. */
export type FieldSpec<V> = {
  name: keyof V & string
  label: string
  joinable?: boolean
  /** A list whose rows have fields of their own, with ids by their place: a refusal leads there. */
  rows?: boolean
  /** How a value that is not plain text is shown: an id as a name, a choice as its words. */
  show?: (value: V[keyof V & string]) => string
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null))

const readBack = (text: string, like: unknown): unknown => (typeof like === 'string' ? text : JSON.parse(text))

export const same = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The same thing as three know it, field by field, as texts that can be compared. */
export const conflictFields = <V extends object>(specs: FieldSpec<V>[], base: V, theirs: V, mine: V): ConflictField[] =>
  specs.map(({ name, label, joinable, show }) => ({
    name,
    label,
    joinable,
    base: asText(base[name]),
    theirs: asText(theirs[name]),
    mine: asText(mine[name]),
    show: show && ((text: string) => show(readBack(text, mine[name]) as V[typeof name])),
  }))

/** Theirs, with what was chosen for each field that differs. A value that one side lacks is read as JSON. */
export function withChosen<V extends object>(theirs: V, chosen: Record<string, { value: string }>): V {
  const next = { ...theirs } as Record<string, unknown>
  for (const [name, { value }] of Object.entries(chosen)) {
    const like = next[name]
    next[name] = like === undefined ? (JSON.parse(value) ?? undefined) : (readBack(value, like) ?? undefined)
  }
  return next as V
}
