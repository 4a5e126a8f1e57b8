import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, ask } from '../../api/client'
import { key } from '../../api/keys'
import type { QuestionQuery } from './address'

/** One page of questions, or of those that hold the words. The words travel in a body: an address is kept in many places. */
export function useQuestions(query: QuestionQuery, words: string, enabled: boolean) {
  return useQuery({
    queryKey: key('council', 'questions', query, words),
    queryFn: () =>
      words
        ? ask(
            api.POST('/council-question-searches', {
              body: { q: words, areaId: query.area, page: query.page, limit: query.limit },
            }),
          )
        : ask(api.GET('/council-questions', { params: { query } })),
    placeholderData: keepPreviousData,
    enabled,
  })
}

export function useQuestion(id: string) {
  return useQuery({ queryKey: key('council', 'questions', 'one', id), queryFn: () => askQuestion(id) })
}

export const askQuestion = (id: string) => ask(api.GET('/council-questions/{id}', { params: { path: { id } } }))
