import { type Dated, formatDated, formatDay, formatMonth } from '../../../lib/dates'
import { type Lang, wordsIn } from '../../../lib/i18n'
import { differences, type Piece } from '../../../lib/merge'
import { partWords, stateWords } from '../../../ui/words'
import { levelWords } from '../../activities/words'
import { kindWords as bodyKindWords } from '../../boards/words'
import { kindWords as timelineKindWords } from '../../timelines/words'
import { words } from '../words'
import { fieldWords, valueWords } from './words'

/** What a thing is called today, by its id; undefined when nobody knows it any more. */
export type NameOf = (id: string) => string | undefined

export type Reading = { lang: Lang; nameOf: NameOf; roleOf?: (role: string) => string }

const inCatalogue = (entries: Record<string, { sv: unknown; en: unknown }>, name: string, lang: Lang) => {
  const text = Object.hasOwn(entries, name) ? entries[name]?.[lang] : undefined
  return typeof text === 'string' ? text : undefined
}

/** What a field is called, in its thing; one that nobody has named is shown by the API's name. */
export const labelOf = (type: string, field: string, lang: Lang): string =>
  inCatalogue(fieldWords, `${type}.${field}`, lang) ?? inCatalogue(fieldWords, field, lang) ?? field

const isDated = (value: object): value is Dated => 'day' in value && 'precision' in value
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)
const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)

/** A value as people read it; empty text when there is none. */
export function readable(type: string, field: string, value: unknown, reading: Reading): string {
  const { lang, nameOf } = reading
  const w = wordsIn(words, lang)
  if (value === undefined || value === null || value === '') return ''
  if (typeof value === 'boolean') return value ? w.yes : w.no
  if (typeof value === 'number') return field === 'month' ? formatMonth(value, lang) : value.toLocaleString(lang)
  if (typeof value === 'string') {
    if (isDay(value)) return formatDay(value, lang)
    // A person’s id stays an id; all else is called by its name.
    if (isId(value)) return nameOf(value) ?? (field.endsWith('Id') || field.endsWith('Ids') ? w.gone : value)
    return word(type, field, value, reading) ?? value
  }
  if (Array.isArray(value)) return value.map((one) => readable(type, field, one, reading)).join('\n')
  if (typeof value !== 'object') return String(value)
  if (isDated(value)) return formatDated(value, lang)
  return ofObject(type, field, value as Record<string, unknown>, reading)
}

function word(type: string, field: string, value: string, { lang, roleOf }: Reading): string | undefined {
  if (type === 'body' && field === 'kind') return inCatalogue(bodyKindWords, value, lang)?.toLocaleLowerCase(lang)
  if (type === 'timelineEntry' && field === 'kind') return inCatalogue(timelineKindWords, value, lang)
  if (type === 'report' && field === 'state') return inCatalogue(partWords, value, lang)
  if (field === 'statusOverride') return inCatalogue(stateWords, value, lang)
  if (field === 'levels') return inCatalogue(levelWords, value, lang)
  if (field === 'roles') return roleOf?.(value)
  const family = field.toLowerCase().endsWith('source') ? 'source' : field
  return inCatalogue(valueWords, `${family}.${value}`, lang)
}

/** Small objects within a field: a link, a part of the plan, a recurrence, money, a role. */
function ofObject(type: string, field: string, value: Record<string, unknown>, reading: Reading): string {
  const w = wordsIn(words, reading.lang)
  const say = (name: string) => readable(type, name, value[name], reading)
  if (field === 'links') return `${value.title} (${value.url})`
  if (field === 'parts') return `${value.number}. ${value.title}`
  if (field === 'recurrence') {
    const more = [value.times ? w.times(Number(value.times)) : '', value.month ? w.month(say('month')) : '']
    const how = inCatalogue(valueWords, `kind.${value.kind}`, reading.lang) ?? String(value.kind)
    return [how, ...more].filter(Boolean).join(', ')
  }
  if (field === 'statusOverride') {
    const until = value.until ? w.untilDay(say('until')) : ''
    return [readable(type, field, value.status, reading), until, value.reason].filter(Boolean).join(', ')
  }
  return Object.keys(value)
    .map((name) => (name === 'role' ? readable(type, field, value[name], reading) : say(name)))
    .filter(Boolean)
    .join(', ')
}

// What people look for first, and what only the order of things needs, last; all else between, as it came.
const first = [
  'title',
  'name',
  'nameSv',
  'nameEn',
  'label',
  'text',
  'summary',
  'description',
  'body',
  'bodyId',
  'state',
]
const then = ['status', 'role', 'date', 'start', 'end', 'due', 'from', 'to', 'doneOn']
const last = ['datesSource', 'classificationSource', 'source', 'planId', 'lang', 'key', 'anchor', 'position']
const places = new Map([...first, ...then].map((field, place) => [field, place - 100]))
for (const [place, field] of last.entries()) places.set(field, place + 1)

/** Fields in the order in which people read them. */
export const byReading = (a: string, b: string): number => (places.get(a) ?? 0) - (places.get(b) ?? 0)

const changed = ({ kind }: Piece) => kind !== 'same'

/**
 * What differs between two texts of some length, word by word; undefined when they are short, or share so little that
 * they are better read one after the other.
 */
export function wordByWord(before: string, after: string): Piece[] | undefined {
  if (!before || !after || Math.max(before.length, after.length) <= 40) return undefined
  const pieces = differences(before, after)
  const kept = pieces.filter((piece) => !changed(piece)).reduce((sum, { text }) => sum + text.trim().length, 0)
  if (kept < 0.4 * Math.max(before.length, after.length)) return undefined
  return joined(pieces)
}

/** Changed words with nothing but space between them are one change: first all that went, then all that came. */
function joined(pieces: Piece[]): Piece[] {
  const out: Piece[] = []
  const put = (text: string, kind: Piece['kind']) => {
    const before = out.at(-1)
    if (before?.kind === kind) before.text += text
    else if (text) out.push({ text, kind })
  }
  let went = ''
  let came = ''
  const flush = () => {
    const space = trailing(went) === trailing(came) ? trailing(went) : ''
    put(went.slice(0, went.length - space.length), 'before')
    put(came.slice(0, came.length - space.length), 'after')
    put(space, 'same')
    went = came = ''
  }
  for (const [place, piece] of pieces.entries()) {
    const next = pieces[place + 1]
    if (piece.kind === 'before') went += piece.text
    else if (piece.kind === 'after') came += piece.text
    else if ((went || came) && next && changed(next) && piece.text.trim() === '') {
      went += piece.text
      came += piece.text
    } else {
      flush()
      put(piece.text, 'same')
    }
  }
  flush()
  return out
}

const trailing = (text: string): string => /\s*$/.exec(text)?.[0] ?? ''
