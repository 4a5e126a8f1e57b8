import { useQuery } from '@tanstack/react-query'
import { api, ask, askAll } from '../../api/client'
import { key } from '../../api/keys'
import type { paths } from '../../api/schema'

type CompetenceQuery = NonNullable<paths['/competences']['get']['parameters']['query']>

/** The register, or the part of it that is asked for: tens of entries, so it is fetched whole. */
export function useCompetences(query: Omit<CompetenceQuery, 'page' | 'limit'>, enabled: boolean) {
  return useQuery({
    queryKey: key('plan', 'competences', query),
    queryFn: () => askAll((page, limit) => api.GET('/competences', { params: { query: { ...query, page, limit } } })),
    enabled,
  })
}

export const askCompetence = (id: string) => ask(api.GET('/competences/{id}', { params: { path: { id } } }))
