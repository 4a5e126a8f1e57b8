import { useQuery } from '@tanstack/react-query'
import { api, ask, askAll } from '../../../api/client'
import { key } from '../../../api/keys'

const of = (id: string) => ({ path: { id } })

export function useMilestones(id: string) {
  return useQuery({
    queryKey: key('plan', 'activity', id, 'milestones'),
    queryFn: () =>
      askAll((page, limit) =>
        api.GET('/activities/{id}/milestones', { params: { ...of(id), query: { page, limit } } }),
      ),
  })
}

/** The newest reports; the page asks for more when somebody wants older ones. */
export function useReports(id: string, limit: number) {
  return useQuery({
    queryKey: key('plan', 'activity', id, 'reports', limit),
    queryFn: () => ask(api.GET('/activities/{id}/reports', { params: { ...of(id), query: { limit } } })),
    placeholderData: (before) => before,
  })
}

/** Each body's share; the viewer reports for those whose links say `edit`. */
export function useShares(id: string) {
  return useQuery({
    queryKey: key('plan', 'activity', id, 'parts'),
    queryFn: () =>
      askAll((page, limit) => api.GET('/activities/{id}/parts', { params: { ...of(id), query: { page, limit } } })),
  })
}

export function useDependencies(id: string) {
  return useQuery({
    queryKey: key('plan', 'activity', id, 'dependencies'),
    queryFn: () =>
      askAll((page, limit) =>
        api.GET('/activities/{id}/dependencies', { params: { ...of(id), query: { page, limit } } }),
      ),
  })
}

export function useGoals(planId: string) {
  return useQuery({
    queryKey: key('plan', 'goals', planId),
    queryFn: () => askAll((page, limit) => api.GET('/goals', { params: { query: { plan: planId, page, limit } } })),
    staleTime: 60_000,
  })
}
