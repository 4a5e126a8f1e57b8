import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, ask } from '../../api/client'
import { key } from '../../api/keys'
import type { paths } from '../../api/schema'

type CommunicationQuery = NonNullable<paths['/communications']['get']['parameters']['query']>

/** One page of the communication plan, by day. */
export function useCommunicationPage(query: CommunicationQuery) {
  return useQuery({
    queryKey: key('plan', 'communications', query),
    queryFn: () => ask(api.GET('/communications', { params: { query } })),
    placeholderData: keepPreviousData,
  })
}

export const askCommunication = (id: string) => ask(api.GET('/communications/{id}', { params: { path: { id } } }))
