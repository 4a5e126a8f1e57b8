import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, ask, askAll } from '../../api/client'

/** Nothing here hangs on a revision: how much is due changes by itself, so it is asked for anew on every visit. */
const family = 'retention'
export const retentionKey = [family] as const

export function useRules() {
  return useQuery({
    queryKey: [family, 'rules'],
    queryFn: () => askAll((page, limit) => api.GET('/retention-rules', { params: { query: { page, limit } } })),
  })
}

export function useRecords(page: number, limit: number) {
  return useQuery({
    queryKey: [family, 'records', page, limit],
    queryFn: () => ask(api.GET('/erasure-records', { params: { query: { page, limit } } })),
    placeholderData: keepPreviousData,
  })
}

export function useRecord(id: string) {
  return useQuery({
    queryKey: [family, 'record', id],
    queryFn: () => ask(api.GET('/erasure-records/{id}', { params: { path: { id } } })),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
