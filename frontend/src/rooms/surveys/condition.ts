import type { SurveyQuestion } from '../../api/types'
import type { Lang } from '../../lib/i18n'
import { type Choice, textOf } from '../../ui/questions/question'

/** The answers of a question on which another can depend. */
export const answersOf = (q: SurveyQuestion | undefined): Choice[] => {
  if (q?.type !== 'scale') return q?.options ?? []
  const { min = 0, max = 0 } = q
  return Array.from({ length: max - min + 1 }, (_, i) => ({ key: String(min + i), sv: String(min + i) }))
}

export type ConditionWords = {
  askedIf: (text: string, answers: string) => string
  askedUnless: (text: string, answers: string) => string
}

/** When a question is asked, in words; nothing of one that always is. */
export function conditionOf(question: SurveyQuestion, all: SurveyQuestion[], lang: Lang, w: ConditionWords) {
  const { condition } = question
  const on = condition && all.find(({ key }) => key === condition.questionKey)
  if (!condition || !on) return undefined
  const answers = answersOf(on)
    .filter(({ key }) => condition.values.includes(key))
    .map(({ sv, en }) => textOf(sv, en, lang))
  const listed = new Intl.ListFormat(lang, { type: 'disjunction' }).format(answers)
  return (condition.op === 'is' ? w.askedIf : w.askedUnless)(textOf(on.textSv, on.textEn, lang), listed)
}
