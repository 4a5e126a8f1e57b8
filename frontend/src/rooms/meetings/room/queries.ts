import { useQuery } from '@tanstack/react-query'
import { api, ask, askAll } from '../../../api/client'
import { key } from '../../../api/keys'

/** What the agenda might take up, drawn from the facts. */
export function useProposals(id: string, enabled: boolean) {
  return useQuery({
    queryKey: key('council', 'meetings', 'proposals', id),
    queryFn: () =>
      askAll((page, limit) =>
        api.GET('/council-meetings/{id}/proposals', { params: { path: { id }, query: { page, limit } } }),
      ),
    enabled,
  })
}

/** The papers of one item, asked for when somebody unfolds them. */
export function usePapers(id: string, itemId: string, enabled: boolean) {
  return useQuery({
    queryKey: key('council', 'meetings', 'papers', id, itemId),
    queryFn: () =>
      askAll((page, limit) =>
        api.GET('/council-meetings/{id}/agenda-items/{itemId}/papers', {
          params: { path: { id, itemId }, query: { page, limit } },
        }),
      ),
    enabled,
  })
}

/** What members want the council to take up. */
export function useTopics() {
  return useQuery({
    queryKey: key('council', 'meetings', 'topics'),
    queryFn: () => askAll((page, limit) => api.GET('/council-topics', { params: { query: { page, limit } } })),
  })
}

export const askTopic = (id: string) => ask(api.GET('/council-topics/{id}', { params: { path: { id } } }))

/** Who has signed up to an open meeting. */
export function useSignUps(id: string, enabled: boolean) {
  return useQuery({
    queryKey: key('council', 'meetings', 'sign-ups', id),
    queryFn: () =>
      askAll((page, limit) =>
        api.GET('/council-meetings/{id}/sign-ups', { params: { path: { id }, query: { page, limit } } }),
      ),
    enabled,
  })
}
