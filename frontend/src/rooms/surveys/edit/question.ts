import type { SurveyQuestion, SurveyQuestionInput } from '../../../api/types'
import type { Choice } from '../../../ui/questions/question'
import { keyed, keyFor } from './keyFor'

export type QuestionType = SurveyQuestionInput['type']

export type Values = {
  sectionKey: string
  type: QuestionType
  textSv: string
  textEn: string
  helpSv: string
  helpEn: string
  required: boolean
  options: Choice[]
  rows: Choice[]
  min: string
  max: string
  minLabelSv: string
  minLabelEn: string
  maxLabelSv: string
  maxLabelEn: string
  unit: string
  maxLength: string
  condition: { questionKey: string; op: 'is' | 'isNot'; values: string[] }
}

export const emptyChoice: Choice = { key: '', sv: '', en: '' }

export const hasOptions = (type: QuestionType) => type === 'single' || type === 'multiple' || type === 'matrix'
export const isCounted = (type: QuestionType) => type === 'scale' || type === 'number'
export const isText = (type: QuestionType) => type === 'shortText' || type === 'longText'

const written = (n: number | undefined) => (n ? String(n) : n === 0 ? '0' : '')
const read = (text: string) => (text.trim() === '' ? undefined : Number(text.trim().replace(',', '.')))

export const valuesOf = (sectionKey: string, q?: SurveyQuestion): Values => ({
  sectionKey: q?.sectionKey ?? sectionKey,
  type: q?.type ?? 'single',
  textSv: q?.textSv ?? '',
  textEn: q?.textEn ?? '',
  helpSv: q?.helpSv ?? '',
  helpEn: q?.helpEn ?? '',
  required: q?.required ?? false,
  options: q?.options ?? (q ? [] : [emptyChoice, emptyChoice]),
  rows: q?.rows ?? [],
  min: written(q?.min),
  max: written(q?.max),
  minLabelSv: q?.minLabelSv ?? '',
  minLabelEn: q?.minLabelEn ?? '',
  maxLabelSv: q?.maxLabelSv ?? '',
  maxLabelEn: q?.maxLabelEn ?? '',
  unit: q?.unit ?? '',
  maxLength: q?.maxLength ? String(q.maxLength) : '',
  condition: { questionKey: '', op: 'is', values: [], ...q?.condition },
})

/** What is sent: only what a question of this type has, so that a change of type leaves nothing behind. */
export function inputOf(v: Values, key: string, position: number): SurveyQuestionInput {
  const counted = isCounted(v.type)
  return {
    sectionKey: v.sectionKey,
    key,
    position,
    type: v.type,
    textSv: v.textSv.trim(),
    textEn: v.textEn.trim(),
    helpSv: v.helpSv,
    helpEn: v.helpEn,
    required: v.required,
    options: hasOptions(v.type) ? (keyed(v.options, ({ sv }) => sv) as SurveyQuestionInput['options']) : undefined,
    rows: v.type === 'matrix' ? (keyed(v.rows, ({ sv }) => sv) as SurveyQuestionInput['rows']) : undefined,
    min: counted ? read(v.min) : undefined,
    max: counted ? read(v.max) : undefined,
    minLabelSv: v.type === 'scale' ? v.minLabelSv : undefined,
    minLabelEn: v.type === 'scale' ? v.minLabelEn : undefined,
    maxLabelSv: v.type === 'scale' ? v.maxLabelSv : undefined,
    maxLabelEn: v.type === 'scale' ? v.maxLabelEn : undefined,
    unit: v.type === 'number' ? v.unit.trim() : undefined,
    maxLength: isText(v.type) ? read(v.maxLength) : undefined,
    condition: v.condition.questionKey ? v.condition : undefined,
  }
}

export const newKey = (v: Values, all: SurveyQuestion[]) =>
  keyFor(
    v.textSv,
    all.map(({ key }) => key),
  )

/** Where a question stands that is last in its section; the sections stand in their order. */
export function lastIn(sectionKey: string, sections: { key: string }[], others: SurveyQuestion[]): number {
  const upTo = sections.slice(0, sections.findIndex(({ key }) => key === sectionKey) + 1).map(({ key }) => key)
  return others.findLastIndex((other) => upTo.includes(other.sectionKey)) + 1
}

export const canBeDependedOn = ({ type }: SurveyQuestion) =>
  type === 'single' || type === 'multiple' || type === 'scale'
