import { ApiProblem, sayProblem } from '../../../api/problem'
import { type Lang, wordsIn } from '../../../lib/i18n'
import { passwordWords } from './words'

/** What the API says of a password, by field, and what it says in general. */
export function passwordRefusal(error: unknown, lang: Lang): { fields: Record<string, string>; general?: string } {
  const say = wordsIn(passwordWords, lang) as Record<string, string>
  if (!(error instanceof ApiProblem) || error.fields.length === 0)
    return { fields: {}, general: sayProblem(error, lang) }
  return {
    fields: Object.fromEntries(error.fields.map(({ name, code }) => [name, say[code] ?? sayProblem(error, lang)])),
  }
}
