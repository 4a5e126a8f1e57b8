import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, ask, askAll } from '../../api/client'
import { key } from '../../api/keys'
import type { paths } from '../../api/schema'

export type DecisionQuery = NonNullable<paths['/decisions']['get']['parameters']['query']>

/** One page of what has been decided, the newest first. */
export function useDecisionPage(query: DecisionQuery, enabled: boolean) {
  return useQuery({
    queryKey: key('plan', 'decisions', query),
    queryFn: () => ask(api.GET('/decisions', { params: { query } })),
    placeholderData: keepPreviousData,
    enabled,
  })
}

/** All decisions about a thing, or by a body. */
export function useDecisionsOf(about: Pick<DecisionQuery, 'concerns' | 'concernsType' | 'plan' | 'body'>) {
  return useQuery({
    queryKey: key('plan', 'decisions', 'of', about),
    queryFn: () => askAll((page, limit) => api.GET('/decisions', { params: { query: { ...about, page, limit } } })),
  })
}

export function useDecision(id: string) {
  return useQuery({ queryKey: key('plan', 'decisions', 'one', id), queryFn: () => askDecision(id) })
}

export const askDecision = (id: string) => ask(api.GET('/decisions/{id}', { params: { path: { id } } }))
