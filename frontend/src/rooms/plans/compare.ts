import type { PlanDifference } from '../../api/types'
import { type Dated, formatDated, formatDay } from '../../lib/dates'
import { type Lang, wordsIn } from '../../lib/i18n'
import { versionWords } from './words'

export type Group = { kind: PlanDifference['kind']; items: PlanDifference[] }

/** Differences by the sort of thing they are of, in the order the API tells them. */
export function groupsOf(differences: PlanDifference[]): Group[] {
  const groups = new Map<Group['kind'], PlanDifference[]>()
  for (const difference of differences) {
    groups.set(difference.kind, [...(groups.get(difference.kind) ?? []), difference])
  }
  return [...groups].map(([kind, items]) => ({ kind, items }))
}

const isDated = (value: object): value is Dated => 'day' in value && 'precision' in value

/** A value of a package as people read it: dates as dates, lists as lines, things by what names them. */
export function readable(value: unknown, lang: Lang): string {
  const w = wordsIn(versionWords, lang)
  if (value === undefined || value === null || value === '') return ''
  if (typeof value === 'boolean') return value ? w.yes : w.no
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value, lang) : value
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.map((item) => readable(item, lang)).join('\n')
  if (isDated(value)) return formatDated(value, lang)
  return Object.entries(value)
    .filter(([name]) => name !== 'id')
    .map(([, inner]) => readable(inner, lang))
    .filter(Boolean)
    .join(', ')
}

/** Long texts are marked word by word; short values are simply put beside each other. */
export const isText = (before: string, after: string): boolean => before.length > 40 && after.length > 40
