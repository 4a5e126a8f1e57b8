import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { api, ask, ifMatch } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { ApiProblem, fieldErrors, sayAlso, sayProblem } from '../../../api/problem'
import type { UnitResponse } from '../../../api/types'
import { useLang } from '../../../lib/i18n'
import type { Value } from '../../../ui/questions/question'
import { useUnsaved } from '../../../ui/useUnsaved'
import { refusalWords } from '../words'
import { Answers, isUnsaved, type Outcome } from './answers'

sayAlso(refusalWords)

/** No network, signed out meanwhile, too much at once: what was written is kept on the page and sent again. */
const passing = new Set([0, 401, 429])

/** The answers while the page is open: followed, sent again when the network is back, and guarded on the way out. */
export function useAnswers(response: UnitResponse) {
  const lang = useLang()
  const queries = useQueryClient()
  const [answers] = useState(
    () =>
      new Answers(
        (questionKey, value, version) => send(response, questionKey, value, version, lang),
        () => void refresh(queries, 'surveys'),
      ),
  )
  const entries = useSyncExternalStore(answers.subscribe, answers.snapshot)
  useUnsaved(isUnsaved(entries))
  useEffect(() => answers.received(response.answers), [answers, response.answers])
  useEffect(() => {
    const hurry = () => answers.hurry()
    window.addEventListener('online', hurry)
    document.addEventListener('visibilitychange', hurry)
    return () => {
      window.removeEventListener('online', hurry)
      document.removeEventListener('visibilitychange', hurry)
      answers.stop()
    }
  }, [answers])
  return { answers, entries }
}

async function send(
  { surveyId, id }: UnitResponse,
  questionKey: string,
  value: Value | undefined,
  version: number,
  lang: 'sv' | 'en',
): Promise<Outcome> {
  const path = { id: surveyId, responseId: id, questionKey }
  try {
    const kept = await ask(
      api.PUT('/surveys/{id}/responses/{responseId}/answers/{questionKey}', {
        params: { path, header: ifMatch({ version }) },
        body: { value: value ?? null },
      }),
    )
    return { kind: 'kept', version: kept.version }
  } catch (error) {
    if (!(error instanceof ApiProblem) || passing.has(error.status) || error.status >= 500) return { kind: 'offline' }
    if (!error.isStale) {
      return { kind: 'refused', why: Object.values(fieldErrors(error, lang))[0] ?? sayProblem(error, lang) }
    }
    try {
      const theirs = await ask(
        api.GET('/surveys/{id}/responses/{responseId}/answers/{questionKey}', { params: { path } }),
      )
      return { kind: 'stale', theirs: (theirs.value ?? undefined) as Value | undefined, version: theirs.version }
    } catch {
      return { kind: 'offline' }
    }
  }
}
