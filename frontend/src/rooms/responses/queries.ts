import { useQuery } from '@tanstack/react-query'
import { api, ask, askAll } from '../../api/client'
import { key } from '../../api/keys'

/** The units that one answers for, with how far each has come. */
export function useUnits(surveyId: string) {
  return useQuery({
    queryKey: key('surveys', 'units', surveyId),
    queryFn: () =>
      askAll((page, limit) =>
        api.GET('/surveys/{id}/units', { params: { path: { id: surveyId }, query: { page, limit } } }),
      ),
  })
}

/** What a unit says of its own work, as the unit has it. */
export function useDescription({ surveyId, id }: { surveyId: string; id: string }) {
  return useQuery({
    queryKey: key('surveys', 'description', id),
    queryFn: () =>
      ask(
        api.GET('/surveys/{id}/responses/{responseId}/description', {
          params: { path: { id: surveyId, responseId: id } },
        }),
      ),
  })
}

/** A unit's answer, asked for again every few seconds: others may be writing in it. */
export function useUnitResponse(surveyId: string, responseId: string) {
  return useQuery({
    queryKey: key('surveys', 'response', responseId),
    queryFn: () =>
      ask(api.GET('/surveys/{id}/responses/{responseId}', { params: { path: { id: surveyId, responseId } } })),
    refetchInterval: 5000,
  })
}
