import type { Survey, SurveyCreation, SurveyQuestion } from '../../../api/types'
import { keyed } from './keyFor'

export type SectionRow = SurveyCreation['sections'][number]
export type GroupRow = NonNullable<SurveyCreation['groups']>[number]
export type DimensionRow = NonNullable<SurveyCreation['dimensions']>[number]

export type Values = {
  titleSv: string
  titleEn: string
  key: string
  answering: 'unit' | 'staff'
  isSensitive: boolean
  threshold: string
  opensOn: string
  closesOn: string
  introSv: string
  introEn: string
  filled: 'template' | 'empty'
  sections: SectionRow[]
  groups: GroupRow[]
  dimensions: DimensionRow[]
}

export const emptySection: SectionRow = { key: '', titleSv: '', titleEn: '', introSv: '', introEn: '' }
export const emptyGroup: GroupRow = { key: '', nameSv: '', nameEn: '' }
export const emptyDimension: DimensionRow = { key: '', nameSv: '', nameEn: '' }

export const valuesOf = (round?: Survey): Values => ({
  titleSv: round?.titleSv ?? '',
  titleEn: round?.titleEn ?? '',
  key: round?.key ?? '',
  answering: round?.answering ?? 'unit',
  isSensitive: round?.isSensitive ?? false,
  threshold: round?.threshold ? String(round.threshold) : '',
  opensOn: round?.opensOn ?? '',
  closesOn: round?.closesOn ?? '',
  introSv: round?.introSv ?? '',
  introEn: round?.introEn ?? '',
  filled: 'template',
  sections: round?.sections ?? [emptySection],
  groups: round?.groups.map(({ id: _, ...group }) => group) ?? [],
  dimensions: round?.dimensions ?? [],
})

/** What a breakdown parts the answers into: the groups, or the options of its question, named as groups are. */
export const partsOf = ({ questionKey }: DimensionRow, groups: GroupRow[], questions: SurveyQuestion[]): GroupRow[] =>
  questionKey
    ? (questions.find(({ key }) => key === questionKey)?.options ?? []).map(({ key, sv, en }) => ({
        key,
        nameSv: sv,
        nameEn: en,
      }))
    : groups

/** The round as it is sent; what the form does not show (the plan, the round before) stays as it was. */
export function inputOf(v: Values, questions: SurveyQuestion[], round?: Survey): SurveyCreation {
  const isStaff = v.answering === 'staff'
  const fromTemplate = !round && v.filled === 'template'
  return {
    planId: round?.planId,
    followsId: round?.followsId,
    threshold: isStaff && v.threshold.trim() !== '' ? Number(v.threshold.trim()) : undefined,
    key: v.key.trim(),
    answering: v.answering,
    titleSv: v.titleSv.trim(),
    titleEn: v.titleEn.trim(),
    introSv: v.introSv,
    introEn: v.introEn,
    isSensitive: v.isSensitive,
    opensOn: v.opensOn || undefined,
    closesOn: v.closesOn || undefined,
    sections: fromTemplate ? [] : keyed(v.sections, ({ titleSv }) => titleSv),
    groups: isStaff ? keyed(v.groups, ({ nameSv }) => nameSv) : undefined,
    dimensions: isStaff ? keyed(v.dimensions, ({ nameSv }) => nameSv).map(withMerged(v, questions)) : undefined,
    ...(round ? {} : { fromTemplate }),
  }
}

/** A group or an option that has been taken away goes from what is told together too: the form cannot show it. */
const withMerged = (v: Values, questions: SurveyQuestion[]) => (dimension: DimensionRow) => {
  const there = partsOf(dimension, v.groups, questions)
  const merged = dimension.merged?.filter((key) => there.some((part) => part.key === key))
  return { ...dimension, merged: merged?.length ? merged : undefined }
}
