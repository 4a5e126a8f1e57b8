import { ApiProblem, fieldErrors } from '../../../api/problem'
import { useLang, useWords } from '../../../lib/i18n'
import { lackWords } from './words'

/** Why a step is refused: what the round lacks or what is wrong, one thing a line. */
function Refusal({ of }: { of: ApiProblem }) {
  const w = useWords(lackWords)
  const lang = useLang()
  const said = fieldErrors(of, lang)
  const lines = of.fields.map(({ name, code }) => sayLack(w, name.replaceAll(/\[\d+\]/g, ''), code) ?? said[name])
  return (
    <ul>
      {[...new Set(lines)].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

/** Only where the API names what is wrong; all else is told as everywhere. */
export const sayLacks = (error: unknown) =>
  error instanceof ApiProblem && error.fields.length > 0 ? <Refusal of={error} /> : undefined

/** What is lacking is known by the field; what is wrong with a day or a name, by its code. */
function sayLack(w: Record<keyof typeof lackWords, string>, field: string, code: string) {
  if (field === 'questions') return w.questions
  if (field === 'groups') return w.groups
  if (field === 'dimensions.questionKey') return w.breakdown
  if (field === 'dimensions.merged') return code === 'duplicate' ? w.calledOther : w.merged
  if (field === 'closesOn' && code === 'required') return w.lastDay
  return undefined
}
