import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../api/client'
import { key } from '../../api/keys'

export function useCoverage(id: string) {
  return useQuery({
    queryKey: key('surveys', 'coverage', id),
    queryFn: () => ask(api.GET('/surveys/{id}/coverage', { params: { path: { id } } })),
  })
}
