import type { SurveyQuestion } from '../../../api/types'
import type { Choice } from '../../../ui/questions/question'
import { answersOf } from '../condition'

/** What follows when a question is answered in one way: the questions that are asked only then, those that these lead to among them. */
type Way = { answer: Choice; asks: SurveyQuestion[] }

/** A question where the ways part. */
export type Parting = { at: SurveyQuestion; ways: Way[] }

const isAskedAfter = (question: SurveyQuestion, at: SurveyQuestion, answer: string) => {
  const { condition } = question
  return condition?.questionKey === at.key && condition.values.includes(answer) === (condition.op === 'is')
}

/** Each question on whose answer it hangs what else is asked, with what each answer leads to directly. */
export function partingsOf(all: SurveyQuestion[]): Parting[] {
  return all
    .filter((at) => all.some(({ condition }) => condition?.questionKey === at.key))
    .map((at) => ({
      at,
      ways: answersOf(at).map((answer) => ({
        answer,
        asks: all.filter((question) => isAskedAfter(question, at, answer.key)),
      })),
    }))
}

/** Questions that no answer leads to. */
export function unreached(all: SurveyQuestion[]): SurveyQuestion[] {
  const reached = new Set<string>()
  for (const question of all) {
    const at = all.find(({ key }) => key === question.condition?.questionKey)
    const isAsked =
      !question.condition ||
      (at !== undefined && reached.has(at.key) && answersOf(at).some(({ key }) => isAskedAfter(question, at, key)))
    if (isAsked) reached.add(question.key)
  }
  return all.filter(({ key }) => !reached.has(key))
}

/** How few and how many questions somebody can meet. Each parting is taken where it leads to fewest, and to most. */
export function spanOf(all: SurveyQuestion[]): { fewest: number; most: number } {
  const partings = partingsOf(all)
  const from = (question: SurveyQuestion, of: (counts: number[]) => number): number => {
    const parting = partings.find(({ at }) => at.key === question.key)
    if (!parting) return 1
    const counts = parting.ways.map(({ asks }) => asks.reduce((sum, next) => sum + from(next, of), 0))
    if (!question.required) counts.push(0)
    return 1 + of(counts)
  }
  const first = all.filter(({ condition }) => !condition)
  const total = (of: (counts: number[]) => number) => first.reduce((sum, question) => sum + from(question, of), 0)
  return { fewest: total((counts) => Math.min(...counts)), most: total((counts) => Math.max(...counts)) }
}
