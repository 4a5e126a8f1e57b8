import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, ask } from '../../api/client'
import { key } from '../../api/keys'

export function useResults(id: string, compare: string | undefined) {
  return useQuery({
    queryKey: key('surveys', 'results', id, compare),
    queryFn: () => ask(api.GET('/surveys/{id}/results', { params: { path: { id }, query: { compare } } })),
    placeholderData: keepPreviousData,
  })
}
