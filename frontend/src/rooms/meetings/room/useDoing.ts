import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { refresh } from '../../../api/keys'
import { fieldErrors, sayAlso, sayProblem } from '../../../api/problem'
import { useLang } from '../../../lib/i18n'
import { refusalWords } from './words'

sayAlso(refusalWords)

/** Things done at one press: one at a time, what came of it said, and everything asked for anew after. */
export function useDoing() {
  const lang = useLang()
  const queries = useQueryClient()
  const busy = useRef(false)
  const [refusal, setRefusal] = useState<string>()
  const [said, setSaid] = useState('')
  const run = async (step: () => Promise<unknown>, say = '') => {
    if (busy.current) return
    busy.current = true
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
    busy.current = false
  }
  return { run: (step: () => Promise<unknown>, say?: string) => void run(step, say), refusal, said }
}
