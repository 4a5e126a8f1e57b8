import { useQuery } from '@tanstack/react-query'
import { api, ask, askAll } from '../../api/client'
import { key } from '../../api/keys'

/** How letters to groups of employees went, the newest first. */
export function useStaffLetters(id: string) {
  return useQuery({
    queryKey: key('surveys', 'staff-letters', id),
    queryFn: () =>
      askAll((page, limit) =>
        api.GET('/surveys/{id}/staff-letters', { params: { path: { id }, query: { page, limit } } }),
      ),
  })
}

export function useCoverage(id: string) {
  return useQuery({
    queryKey: key('surveys', 'coverage', id),
    queryFn: () => ask(api.GET('/surveys/{id}/coverage', { params: { path: { id } } })),
  })
}
