import type { Lang } from '../../lib/i18n'

/** What an answer is: a key, a number, several keys, or keys by row. */
export type Value = string | number | string[] | Record<string, string>

export type Choice = { key: string; sv: string; en?: string }

/** A question as the inputs need it; the API's own has more. */
export type Asked = {
  key: string
  type: 'single' | 'multiple' | 'scale' | 'matrix' | 'number' | 'date' | 'shortText' | 'longText' | 'fileLink'
  textSv: string
  textEn?: string
  required?: boolean
  options?: Choice[]
  rows?: Choice[]
  min?: number
  max?: number
  minLabelSv?: string
  minLabelEn?: string
  maxLabelSv?: string
  maxLabelEn?: string
  unit?: string
  maxLength?: number
}

/** A text in the reader's language, else in Swedish; with the language it is in when that is not the page's. */
export const textOf = (sv: string | undefined, en: string | undefined, lang: Lang): string =>
  (lang === 'en' && en) || (sv ?? '')

export const isEmpty = (value: Value | undefined): boolean => {
  if (value === undefined || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && Object.values(value).every((part) => part === '')
}

/** The steps of a scale, when they are few enough to be chosen among. */
export function stepsOf({ min = 1, max = 5 }: Asked): number[] | undefined {
  const steps = max - min + 1
  return Number.isInteger(steps) && steps >= 2 && steps <= 11 ? Array.from({ length: steps }, (_, i) => min + i) : undefined
}

/** A number as people write it, with a comma or a point; what is none stays as it was written. */
export function readNumber(text: string): Value | undefined {
  const tidy = text.trim().replace(/[\s\u00a0]/g, '').replace(',', '.')
  if (tidy === '') return undefined
  return /^[-+]?\d+(\.\d+)?$/.test(tidy) ? Number(tidy) : text
}
