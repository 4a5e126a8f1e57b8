import { useQuery } from '@tanstack/react-query'
import { api, ask, askAll } from '../../api/client'
import { key } from '../../api/keys'

/** Both reference groups, those who have left too: tens of members, so they are fetched whole. */
export function useReferenceMembers() {
  return useQuery({
    queryKey: key('council', 'reference-members'),
    queryFn: () => askAll((page, limit) => api.GET('/reference-members', { params: { query: { page, limit } } })),
  })
}

export const askReferenceMember = (id: string) => ask(api.GET('/reference-members/{id}', { params: { path: { id } } }))

/** What a member is and has been called in to. */
export function useCallingsOfMember(id: string, enabled: boolean) {
  return useQuery({
    queryKey: key('council', 'callings', 'member', id),
    queryFn: () =>
      askAll((page, limit) =>
        api.GET('/reference-members/{id}/callings', { params: { path: { id }, query: { page, limit } } }),
      ),
    enabled,
  })
}

/** Who is and has been called in to an activity. */
export function useCallingsOfActivity(id: string) {
  return useQuery({
    queryKey: key('council', 'callings', 'activity', id),
    queryFn: () =>
      askAll((page, limit) =>
        api.GET('/activities/{id}/callings', { params: { path: { id }, query: { page, limit } } }),
      ),
  })
}

export const askCalling = (id: string) => ask(api.GET('/reference-callings/{id}', { params: { path: { id } } }))
