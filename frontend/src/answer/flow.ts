import { hasPersonalNumber } from '../lib/personalNumber'
import { isEmpty, type Value } from '../ui/questions/question'
import type { Question, Section, Values } from './round'

/** How the questions are laid on screens. */
export type Mode = 'one' | 'section'

/** One screen: a heading and the questions under it. Its key stays while others come and go by their conditions. */
export type Screen = { key: string; section: Section; questions: Question[] }

/** The questions that the answers so far lead to: a question is asked when its condition holds for one that is asked. */
export function askedOf(questions: Question[], values: Values): Question[] {
  const asked = new Map<string, boolean>()
  return questions.filter(({ key, condition }) => {
    const holds = !condition || (asked.get(condition.questionKey) === true && meets(condition, values))
    asked.set(key, holds)
    return holds
  })
}

function meets({ questionKey, op, values: wanted }: NonNullable<Question['condition']>, values: Values): boolean {
  const given = values[questionKey]
  if (isEmpty(given)) return false
  const chosen = (Array.isArray(given) ? given : [given]).map(String)
  return chosen.some((one) => wanted.includes(one)) === (op === 'is')
}

export function screensOf(mode: Mode, sections: Section[], asked: Question[]): Screen[] {
  return sections.flatMap((section) => {
    const inside = asked.filter(({ sectionKey }) => sectionKey === section.key)
    if (mode === 'one') return inside.map((question) => ({ key: question.id, section, questions: [question] }))
    return inside.length > 0 ? [{ key: section.key, section, questions: inside }] : []
  })
}

/** Where one stands among the screens; when a screen is gone by its condition, where it was. */
export function placeOf(screens: Screen[], key: string | undefined, before: number): number {
  const found = screens.findIndex((screen) => screen.key === key)
  return found >= 0 ? found : Math.min(before, Math.max(0, screens.length - 1))
}

export const missingOf = (asked: Question[], values: Values): Question[] =>
  asked.filter(({ key, required, rows }) => {
    const value = values[key]
    if (!required || isEmpty(value)) return required && isEmpty(value)
    // Every row of a matrix is a question of its own.
    return typeof value === 'object' && !Array.isArray(value) && (rows ?? []).some((row) => !value[row.key])
  })

/** Only what is asked and answered is sent: what was written under a condition that no longer holds stays here. */
export const answersOf = (asked: Question[], values: Values): Values =>
  Object.fromEntries(asked.filter(({ key }) => !isEmpty(values[key])).map(({ key }) => [key, trimmed(values[key])]))

function trimmed(value: Value | undefined): Value {
  return typeof value === 'string' ? value.trim() : (value ?? '')
}

export const isFree = ({ type }: Question): boolean => type === 'shortText' || type === 'longText'

export type Wrong = 'personalNumber' | 'tooLong' | 'notANumber' | 'outside' | 'link'

/** What is wrong with a value before it is sent. */
export function wrongWith(question: Question, value: Value | undefined): Wrong | undefined {
  if (isEmpty(value)) return undefined
  if (question.type === 'fileLink') return isLink(value) ? undefined : 'link'
  if (question.type === 'number' || question.type === 'scale') return wrongNumber(question, value)
  if (typeof value !== 'string' || !isFree(question)) return undefined
  if (hasPersonalNumber(value)) return 'personalNumber'
  return question.maxLength && value.length > question.maxLength ? 'tooLong' : undefined
}

function wrongNumber({ min, max }: Question, value: Value | undefined): Wrong | undefined {
  if (typeof value !== 'number') return 'notANumber'
  return (min !== undefined && value < min) || (max !== undefined && value > max) ? 'outside' : undefined
}

const isLink = (value: Value | undefined): boolean =>
  typeof value === 'object' && !Array.isArray(value) && Boolean(value.title) && /^https?:\/\/\S+$/.test(value.url ?? '')
