import type { Lang } from './i18n'

/** A day as the API writes it, "2019-05-04", known to the day, the month or the year. */
export type Dated = { day: string; precision: 'day' | 'month' | 'year' }

const locale = { sv: 'sv-SE', en: 'en-GB' }
const shapes = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  monthOnly: { month: 'long' },
  monthShort: { month: 'short' },
} as const

const formatters = new Map<string, Intl.DateTimeFormat>()

// Plan dates are days without a clock: they are read and written as UTC so that no zone moves them.
function write(day: string, shape: keyof typeof shapes, lang: Lang): string {
  const key = lang + shape
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale[lang], { ...shapes[shape], timeZone: 'UTC' })
    formatters.set(key, formatter)
  }
  return formatter.format(toDate(day))
}

export const toDate = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** "4 maj 2019". */
export const formatDay = (day: string, lang: Lang): string => write(day, 'day', lang)

/** "4 maj". */
export const formatDayShort = (day: string, lang: Lang): string => write(day, 'short', lang)

/** "maj". */
export const formatMonth = (month: number, lang: Lang, short = false): string =>
  write(`2000-${String(month).padStart(2, '0')}-01`, short ? 'monthShort' : 'monthOnly', lang)

/** "4 maj 2019", "maj 2019" or "2019", as much as is known. */
export const formatDated = (dated: Dated, lang: Lang): string => write(dated.day, dated.precision, lang)

/** The last day a date may mean: the end of its month or year when no more is known. */
export function latestDay(dated: Dated): string {
  const date = toDate(dated.day)
  if (dated.precision === 'year') return `${dated.day.slice(0, 4)}-12-31`
  if (dated.precision === 'month') {
    return toDay(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)))
  }
  return dated.day
}

/** The first day a date may mean. */
export function earliestDay(dated: Dated): string {
  if (dated.precision === 'year') return `${dated.day.slice(0, 4)}-01-01`
  if (dated.precision === 'month') return `${dated.day.slice(0, 7)}-01`
  return dated.day
}

export const toDay = (date: Date): string => date.toISOString().slice(0, 10)

const stockholm = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })

/** Today where the plan is: a day in Europe/Stockholm, whatever the reader's clock is set to. */
export const today = (now = new Date()): string => stockholm.format(now)

export function addDays(day: string, days: number): string {
  const date = toDate(day)
  date.setUTCDate(date.getUTCDate() + days)
  return toDay(date)
}

/** "14.02", as a saved state says it; in English 14:02. */
export function formatClock(date: Date, lang: Lang): string {
  const text = new Intl.DateTimeFormat(locale[lang], {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Stockholm',
  }).format(date)
  return lang === 'sv' ? text.replace(':', '.') : text
}

/** An instant from the API as the day it was in Stockholm: "4 maj 2019". */
export const formatInstant = (instant: string, lang: Lang): string => formatDay(today(new Date(instant)), lang)

/** Reads "2019", "2019-05" or "2019-05-04" as a date of that precision; undefined when it is none. */
export function parseDated(text: string): Dated | undefined {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text.trim())
  if (!match?.[1] || match[1] === '0000') return undefined
  const precision = match[3] ? 'day' : match[2] ? 'month' : 'year'
  const day = `${match[1]}-${match[2] ?? '01'}-${match[3] ?? '01'}`
  const date = toDate(day)
  return Number.isNaN(date.getTime()) || toDay(date) !== day ? undefined : { day, precision }
}

/** The same, written back as the field shows it. */
export function writeDated(dated: Dated | undefined): string {
  if (!dated) return ''
  return dated.day.slice(0, { year: 4, month: 7, day: 10 }[dated.precision])
}
