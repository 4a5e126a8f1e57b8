import type { SurveyQuestion } from '../../../api/types'
import type { Choice } from '../../../ui/questions/question'
import { answersOf } from '../condition'

/** What follows directly when a question is answered in one way, and in no other: the questions that are asked then. */
type Way = { answer: Choice; asks: SurveyQuestion[] }

/** A question where the ways part. */
export type Parting = { at: SurveyQuestion; ways: Way[] }

/** The same as the API's Condition.holds: of several choices, one match is enough. */
const isAskedAfter = (question: SurveyQuestion, at: SurveyQuestion, ...answers: string[]) => {
  const { condition } = question
  return (
    condition?.questionKey === at.key &&
    answers.some((answer) => condition.values.includes(answer)) === (condition.op === 'is')
  )
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

/** How many choices that lead different ways are tried in all their combinations. */
const triedTogether = 10

/** The answers to try: each by itself, and where several can be chosen, those together that lead different ways. */
function choicesAt(at: SurveyQuestion, next: SurveyQuestion[]): string[][] {
  const answers = answersOf(at).map(({ key }) => key)
  const each = answers.map((key) => [key])
  if (at.type !== 'multiple') return each
  const leadsTo = (answer: string) => next.map(({ condition }) => Number(condition?.values.includes(answer))).join('')
  const differing = [...new Map(answers.map((key) => [leadsTo(key), key])).values()]
  // Beyond that by one or by all: exact, unless questions that an answer brings and that it takes away are mixed.
  if (differing.length > triedTogether) return [...each, answers]
  const sets: string[][] = []
  for (const key of differing) sets.push([key], ...sets.map((set) => [...set, key]))
  return sets
}

/** How few and how many questions somebody can meet. Each parting is taken where it leads to fewest, and to most. */
export function spanOf(all: SurveyQuestion[]): { fewest: number; most: number } {
  const from = (question: SurveyQuestion, of: (counts: number[]) => number): number => {
    const next = all.filter(({ condition }) => condition?.questionKey === question.key)
    if (next.length === 0) return 1
    const weights = next.map((one) => from(one, of))
    const counts = choicesAt(question, next).map((chosen) =>
      next.reduce((sum, one, i) => sum + (isAskedAfter(one, question, ...chosen) ? (weights[i] ?? 0) : 0), 0),
    )
    if (!question.required) counts.push(0)
    return 1 + of(counts)
  }
  const first = all.filter(({ condition }) => !condition)
  const total = (of: (counts: number[]) => number) => first.reduce((sum, question) => sum + from(question, of), 0)
  return { fewest: total((counts) => Math.min(...counts)), most: total((counts) => Math.max(...counts)) }
}
