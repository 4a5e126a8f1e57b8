import type { TraceChange } from '../../../api/types'
import { type Lang, wordsIn } from '../../../lib/i18n'
import { actorWords, sentenceWords, thingWords, verbWords, wholeWords, words } from '../words'
import { byReading, labelOf, type NameOf } from './values'
import { fieldInSentence } from './words'

/** As much of a trace as its sentence needs; a search knows the fields, a history their values too. */
export type Told = {
  role: string
  roleWords: { sv: string; en: string }
  action: string
  object: { type: string; id: string }
  /** The thing whose history it stands in, when that is another. */
  isPart: boolean
  fields: string[]
  changes?: TraceChange[]
}

const has = <C extends object>(entries: C, name: string): name is Extract<keyof C, string> =>
  Object.hasOwn(entries, name)

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** "Samordnaren ändrade rubriken och slutdatumet." */
export function sentenceOf(told: Told, lang: Lang, nameOf: NameOf): string {
  return `${actorOf(told, lang)} ${predicateOf(told, lang, nameOf)}.`
}

function actorOf({ role, roleWords }: Pick<Told, 'role' | 'roleWords'>, lang: Lang): string {
  const actors = wordsIn(actorWords, lang)
  if (role === '') return actors.nobody
  return has(actorWords, role) ? actors[role] : capital(roleWords[lang])
}

function predicateOf(told: Told, lang: Lang, nameOf: NameOf): string {
  const s = wordsIn(sentenceWords, lang)
  const verbs = wordsIn(verbWords, lang)
  const { action, object } = told
  if (has(wholeWords, action)) return wordsIn(wholeWords, lang)[action]
  if (action === 'confirm' && object.type === 'activity') return s.confirmOn
  const [on, off] = [`${action}On`, `${action}Off`]
  if (has(sentenceWords, on) && has(sentenceWords, off)) return s[takenBack(told) ? off : on]
  if (action === 'read' && object.type === 'auditEvents') return s.searched
  if (action === 'replace' && !told.isPart && told.fields.length > 0) return `${verbs.replace} ${fieldsOf(told, lang)}`
  const thing = thingOf(told, lang, nameOf)
  if (action === 'create' && object.type === 'report') return `${s.left} ${thing}`
  if (action === 'replace' && object.type === 'report') return `${s.corrected} ${thing}`
  if (action === 'create' && object.type === 'planVersion') return `${s.froze} ${thing}`
  if (action === 'create' && told.isPart) return `${s.addedPart} ${thing}`
  const verb = has(verbWords, action) ? verbs[action] : action
  if (action === 'replace' && told.fields.length > 0) return `${verb} ${thing}: ${fieldsOf(told, lang)}`
  return `${verb} ${thing}`
}

/** What marks a state set by hand: when it has no value after, the state was taken back. */
const marks: Record<string, string> = {
  complete: 'doneOn',
  overrideStatus: 'statusOverride',
  cancel: 'cancelledOn',
  merge: 'mergedIntoId',
}

function takenBack({ action, changes }: Told): boolean {
  const change = changes?.find(({ field }) => field === marks[action])
  return change !== undefined && !change.isErased && (change.after ?? '') === ''
}

function fieldsOf({ object, fields }: Told, lang: Lang): string {
  const w = wordsIn(words, lang)
  const names = [...new Set(fields.toSorted(byReading).map((field) => nameInSentence(object.type, field, lang)))]
  const shown = names.length > 4 ? [...names.slice(0, 3), w.more(names.length - 3)] : names
  const last = shown.pop() ?? ''
  return shown.length > 0 ? `${shown.join(', ')} ${w.and} ${last}` : last
}

function nameInSentence(type: string, field: string, lang: Lang): string {
  const said = wordsIn(fieldInSentence, lang)
  for (const name of [`${type}.${field}`, field]) if (has(fieldInSentence, name)) return said[name]
  return labelOf(type, field, lang).toLocaleLowerCase(lang)
}

/** "milstolpen ”Planen är antagen”": a part is called by what it was called then, else by its name today. */
function thingOf({ object, changes, isPart }: Told, lang: Lang, nameOf: NameOf): string {
  const kind = has(thingWords, object.type) ? wordsIn(thingWords, lang)[object.type] : object.type
  const body = nameIn(changes, nameOf, ['bodyId'])
  if (isPart && body) return wordsIn(words, lang).of(kind, body)
  const name = (isPart || !changes?.length) && (nameIn(changes, nameOf, nameFields) ?? nameOf(object.id))
  return name ? `${kind} ${lang === 'sv' ? `”${name}”` : `“${name}”`}` : kind
}

const nameFields = ['title', 'name', 'label', 'nameSv', 'beforeId']

function nameIn(changes: TraceChange[] | undefined, nameOf: NameOf, fields: string[]): string | undefined {
  for (const field of fields) {
    const change = changes?.find((one) => one.field === field)
    const value = change?.before ?? change?.after
    if (typeof value === 'string' && value !== '') return field.endsWith('Id') ? nameOf(value) : value
  }
  return undefined
}
