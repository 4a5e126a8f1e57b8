import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, ask, askAll } from '../../api/client'
import { key } from '../../api/keys'
import { problemFrom } from '../../api/problem'
import type { CouncilMeetingQuery, CouncilMeetingWhole } from '../../api/types'

/** Ten years of meetings are some sixty, so a list is asked for in one go. */
export function useMeetings(filters: CouncilMeetingQuery) {
  return useQuery({
    queryKey: key('council', 'meetings', 'list', filters),
    queryFn: () =>
      askAll((page, limit) => api.GET('/council-meetings', { params: { query: { ...filters, page, limit } } })),
    placeholderData: keepPreviousData,
  })
}

export function useMeetingSeries() {
  return useQuery({
    queryKey: key('council', 'meetings', 'series'),
    queryFn: () => askAll((page, limit) => api.GET('/council-meeting-series', { params: { query: { page, limit } } })),
    staleTime: 60_000,
  })
}

const oneKey = (id: string) => key('council', 'meetings', 'one', id)

// The tag of what was answered last, so that a look for what others have written costs nothing when nobody has.
const tags = new WeakMap<CouncilMeetingWhole, string>()

/** The whole meeting in one answer; `every` milliseconds it is looked at again, as long as somebody works in it. */
export function useMeeting(id: string, every: (meeting: CouncilMeetingWhole | undefined) => number | false) {
  const queries = useQueryClient()
  return useQuery({
    queryKey: oneKey(id),
    queryFn: async () => {
      const before = queries.getQueryData<CouncilMeetingWhole>(oneKey(id))
      const tag = before && tags.get(before)
      const { data, error, response } = await api.GET('/council-meetings/{id}', {
        params: { path: { id } },
        headers: tag ? { 'If-None-Match': tag } : {},
      })
      if (response.status === 304 && before) return before
      if (!response.ok || !data) throw problemFrom(response, error)
      tags.set(data, response.headers.get('ETag') ?? '')
      return data
    },
    structuralSharing: false,
    refetchInterval: ({ state }) => every(state.data),
  })
}

/** The whole meeting as it now stands, for a conflict. */
export const askMeeting = (id: string) => ask(api.GET('/council-meetings/{id}', { params: { path: { id } } }))

/** How it stands with the places at an open meeting. */
export function usePlaces(id: string) {
  return useQuery({
    queryKey: key('council', 'meetings', 'places', id),
    queryFn: () => ask(api.GET('/council-meetings/{id}/sign-up', { params: { path: { id } } })),
  })
}
