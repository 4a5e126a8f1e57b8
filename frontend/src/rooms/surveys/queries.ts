import { useQuery } from '@tanstack/react-query'
import { api, ask, askAll } from '../../api/client'
import { key } from '../../api/keys'

/** All rounds, the newest first: a municipality has a few a year. */
export function useSurveys() {
  return useQuery({
    queryKey: key('surveys', 'all'),
    queryFn: () => askAll((page, limit) => api.GET('/surveys', { params: { query: { page, limit } } })),
  })
}

export function useSurvey(id: string) {
  return useQuery({
    queryKey: key('surveys', 'one', id),
    queryFn: () => ask(api.GET('/surveys/{id}', { params: { path: { id } } })),
  })
}

export function useSurveyQuestions(id: string) {
  return useQuery({
    queryKey: key('surveys', 'questions', id),
    queryFn: () =>
      askAll((page, limit) => api.GET('/surveys/{id}/questions', { params: { path: { id }, query: { page, limit } } })),
  })
}
