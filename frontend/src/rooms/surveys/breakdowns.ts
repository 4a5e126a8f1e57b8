import type { Survey, SurveyQuestion } from '../../api/types'
import type { Lang } from '../../lib/i18n'
import { textOf } from '../../ui/questions/question'

/** By what the results will be told, as declared before anyone has answered, and what is then told together. */
export function breakdownsOf(
  round: Pick<Survey, 'dimensions' | 'groups'>,
  questions: SurveyQuestion[],
  lang: Lang,
  w: { toldTogether: (names: string) => string },
): string[] {
  return (round.dimensions ?? []).map(({ nameSv, nameEn, questionKey, merged = [] }) => {
    const names = questionKey
      ? (questions.find(({ key }) => key === questionKey)?.options ?? [])
          .filter(({ key }) => merged.includes(key))
          .map(({ sv, en }) => textOf(sv, en, lang))
      : round.groups.filter(({ key }) => merged.includes(key)).map((group) => textOf(group.nameSv, group.nameEn, lang))
    const name = textOf(nameSv, nameEn, lang)
    if (names.length === 0) return name
    return `${name} (${w.toldTogether(new Intl.ListFormat(lang, { type: 'conjunction' }).format(names))})`
  })
}
