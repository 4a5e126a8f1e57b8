import type { Body, CouncilQuestion, CouncilQuestionInput } from '../../../api/types'

/** A question as its form holds it. */
export type Values = {
  title: string
  question: string
  askedByBodyId: string
  violenceAreaIds: string[]
  neededBy: string
}

export const emptyQuestion = (askedByBodyId: string): Values => ({
  title: '',
  question: '',
  askedByBodyId,
  violenceAreaIds: [],
  neededBy: '',
})

export const valuesOf = (question: CouncilQuestion): Values => ({
  title: question.title,
  question: question.question,
  askedByBodyId: question.askedByBodyId ?? '',
  violenceAreaIds: question.violenceAreaIds ?? [],
  neededBy: question.neededBy ?? '',
})

/** What is sent: what the form does not hold stays as it was. */
export const inputOf = (
  values: Values,
  kept: Pick<CouncilQuestionInput, 'meetingId' | 'lang'>,
): CouncilQuestionInput => ({
  title: values.title.trim(),
  question: values.question,
  askedByBodyId: values.askedByBodyId || undefined,
  violenceAreaIds: values.violenceAreaIds,
  meetingId: kept.meetingId,
  neededBy: values.neededBy || undefined,
  lang: kept.lang,
})

/** The bodies for which somebody asks: those of their roles and what lies under them. */
export function under(all: Pick<Body, 'id' | 'parentId'>[], own: (string | undefined)[]): Set<string> {
  const found = new Set(own.filter((id): id is string => id !== undefined))
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const { id, parentId } of all) if (parentId && found.has(parentId)) found.add(id)
  }
  return found
}
