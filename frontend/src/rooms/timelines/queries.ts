import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, askAll } from '../../api/client'
import { key } from '../../api/keys'

/** Everything of a plan that has, or should have, a date; a body's or an area's share of it when one is named. */
export function useTimeline(planId: string | undefined, of: { board?: string; area?: string } = {}) {
  return useQuery({
    queryKey: key('plan', 'timeline', planId, of),
    queryFn: () =>
      askAll((page, limit) => api.GET('/timelines', { params: { query: { plan: planId, ...of, page, limit } } })),
    placeholderData: keepPreviousData,
    enabled: planId !== undefined,
  })
}
