import { formatDay } from '../../lib/dates'
import type { Lang } from '../../lib/i18n'
import { type Asked, type Choice, textOf, type Value } from './question'

const label = (choices: Choice[] | undefined, key: string, lang: Lang): string => {
  const found = choices?.find((choice) => choice.key === key)
  return found ? textOf(found.sv, found.en, lang) : key
}

/** An answer as it is read: options by their names, days in words, a document with its address. */
export function readable(question: Asked, value: Value | undefined, lang: Lang): string {
  if (value === undefined) return ''
  if (Array.isArray(value)) return value.map((key) => label(question.options, key, lang)).join(', ')
  if (typeof value === 'number') return [value.toLocaleString(lang), question.unit].filter(Boolean).join(' ')
  if (typeof value === 'string') {
    if (question.type === 'single') return label(question.options, value, lang)
    return question.type === 'date' ? formatDay(value, lang) : value
  }
  if (question.type === 'fileLink') return [value.title, value.url].filter(Boolean).join(': ')
  return Object.entries(value)
    .map(([row, key]) => `${label(question.rows, row, lang)}: ${label(question.options, key, lang)}`)
    .join('\n')
}
