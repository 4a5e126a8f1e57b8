import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { refresh } from '../../../api/keys'
import { fieldErrors, sayAlso, sayProblem } from '../../../api/problem'
import { useLang } from '../../../lib/i18n'
import { refusalWords } from './words'

sayAlso(refusalWords)

/** Things done at one press: one after the other, what came of it said, and everything asked for anew after. */
export function useDoing() {
  const lang = useLang()
  const queries = useQueryClient()
  const before = useRef<Promise<unknown>>(Promise.resolve())
  const [refusal, setRefusal] = useState<string>()
  const [said, setSaid] = useState('')
  const take = async (step: () => Promise<unknown>, say: string) => {
    setRefusal(undefined)
    setSaid('')
    try {
      await step()
      await refresh(queries, 'council')
      setSaid(say)
    } catch (error) {
      setRefusal(Object.values(fieldErrors(error, lang))[0] ?? sayProblem(error, lang))
      void refresh(queries, 'council')
    }
  }
  // A press while another is under way waits for its turn: whoever ticks off seventeen seats waits for none of them.
  const run = (step: () => Promise<unknown>, say = ''): Promise<void> => {
    const mine = before.current.then(() => take(step, say))
    before.current = mine
    return mine
  }
  return { run, refusal, said }
}
