import { formatDay } from '../lib/dates'
import type { Lang } from '../lib/i18n'
import { type Choice, textOf, type Value } from '../ui/questions/question'
import type { Question } from './round'

const named = (choices: Choice[] | undefined, key: string, lang: Lang): string => {
  const found = choices?.find((choice) => choice.key === key)
  return found ? textOf(found.sv, found.en, lang) : key
}

/** An answer in words, as the one who gave it reads it before sending. */
export function sayValue({ type, options, rows, unit }: Question, value: Value | undefined, lang: Lang): string {
  if (Array.isArray(value)) return value.map((key) => named(options, key, lang)).join(', ')
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([row, key]) => `${named(rows, row, lang)}: ${named(options, key, lang)}`)
      .join('\n')
  }
  if (type === 'single') return named(options, String(value ?? ''), lang)
  if (type === 'date') return formatDay(String(value), lang)
  return [typeof value === 'number' ? value.toLocaleString(lang) : (value ?? ''), unit].filter(Boolean).join(' ')
}
