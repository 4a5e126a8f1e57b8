import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, ask, askAll } from '../../api/client'
import { key } from '../../api/keys'

type TextsQuery = { question?: string; state?: 'waiting' | 'allowed' | 'withheld'; page: number }

/** A page of what employees wrote. */
export function useTexts(id: string, query: TextsQuery) {
  return useQuery({
    queryKey: key('surveys', 'texts', id, query),
    queryFn: () =>
      ask(api.GET('/surveys/{id}/free-texts', { params: { path: { id }, query: { ...query, limit: 20 } } })),
    placeholderData: keepPreviousData,
  })
}

/** What was put right in a published round. */
export function useCorrections(id: string) {
  return useQuery({
    queryKey: key('surveys', 'corrections', id),
    queryFn: () =>
      askAll((page, limit) => api.GET('/surveys/{id}/corrections', { params: { path: { id }, query: { page, limit } } })),
  })
}

export function useResults(id: string, compare: string | undefined) {
  return useQuery({
    queryKey: key('surveys', 'results', id, compare),
    queryFn: () => ask(api.GET('/surveys/{id}/results', { params: { path: { id }, query: { compare } } })),
    placeholderData: keepPreviousData,
  })
}
