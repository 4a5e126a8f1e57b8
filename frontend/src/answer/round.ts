import type { components } from '../api/schema'
import type { Value } from '../ui/questions/question'
import type { PublicKey } from './ballot'
import { api, ask, askAll } from './client'

type Schemas = components['schemas']
type Survey = Schemas['Survey']
export type Section = Survey['sections'][number]
export type Question = Schemas['SurveyQuestion']
export type Values = Record<string, Value>

/** All that the page needs, fetched at once: after this the network may go and come as it likes until the answer is sent. */
export type Round = {
  code: string
  survey: Survey
  questions: Question[]
  keyId: string
  key: PublicKey
  /** How many keys the round has published; ours is one of them. */
  keys: number
  group: Survey['groups'][number] | undefined
}

/** The key of the code is not one that everybody can see, so that it could point somebody out. */
export class StrangeKey extends Error {}

export async function openRound(code: string): Promise<Round> {
  const { surveyId, keyId, state } = await ask(api.POST('/ballot-codes', { body: { code } }))
  if (state === 'used') throw new UsedCode()
  const path = { id: surveyId }
  const [survey, questions, keys] = await Promise.all([
    ask(api.GET('/surveys/{id}', { params: { path } })),
    askAll((query) => api.GET('/surveys/{id}/questions', { params: { path, query } })),
    askAll((query) => api.GET('/surveys/{id}/ballot-keys', { params: { path, query } })),
  ])
  const own = keys.find(({ id }) => id === keyId)
  if (!own) throw new StrangeKey()
  return { code, survey, questions, keyId, key: own.publicKey, keys: keys.length, group: survey.groups.find(({ id }) => id === keyId) }
}

export class UsedCode extends Error {}
