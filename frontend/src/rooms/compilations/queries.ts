import { useQuery } from '@tanstack/react-query'
import { api, ask, askAll } from '../../api/client'
import { key } from '../../api/keys'

export function useCompilation(id: string) {
  return useQuery({
    queryKey: key('surveys', 'compilation', id),
    queryFn: () => ask(api.GET('/surveys/{id}/compilation', { params: { path: { id } } })),
  })
}

/** What is said of the answers, by the question's key. */
export function useAnalyses(id: string) {
  return useQuery({
    queryKey: key('surveys', 'analyses', id),
    queryFn: () =>
      askAll((page, limit) => api.GET('/surveys/{id}/analyses', { params: { path: { id }, query: { page, limit } } })),
  })
}
