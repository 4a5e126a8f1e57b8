import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, ask, askAll } from '../../api/client'
import { key } from '../../api/keys'
import { ApiProblem } from '../../api/problem'
import type { Activity, ActivityQuery } from '../../api/types'
import { usePlan } from '../plans/queries'

const listActivities = (query: ActivityQuery) => api.GET('/activities', { params: { query } })

/** One page of the list, by the API's own filters. */
export function useActivityPage(query: ActivityQuery, enabled = true) {
  return useQuery({
    queryKey: key('plan', 'activities', query),
    queryFn: () => ask(listActivities(query)),
    placeholderData: keepPreviousData,
    enabled,
  })
}

/** All activities of a plan, in the plan's order; sub-activities too. */
export function usePlanActivities(planId: string | undefined) {
  return useQuery({
    queryKey: key('plan', 'activities', 'of', planId),
    queryFn: () => askAll((page, limit) => listActivities({ plan: planId, page, limit, sort: 'code' })),
    enabled: planId !== undefined,
  })
}

const noSuchCode = new ApiProblem(404, 'notFound', '')

const looksLikeId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

/** One activity by id, or by its code (also an old one) in the plan in force. */
export function useActivity(codeOrId: string) {
  const byCode = !looksLikeId.test(codeOrId)
  const plan = usePlan()
  const siblings = usePlanActivities(byCode ? plan.data?.id : undefined)
  const found = siblings.data && findByCode(siblings.data, codeOrId)
  const id = byCode ? found?.id : codeOrId
  const one = useQuery({
    queryKey: key('plan', 'activity', id),
    queryFn: () => ask(api.GET('/activities/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
  })
  const missing = byCode && siblings.data !== undefined && found === undefined
  return { ...one, error: missing ? noSuchCode : (one.error ?? siblings.error ?? plan.error) }
}

const findByCode = (activities: Activity[], code: string): Activity | undefined =>
  activities.find((activity) => activity.code === code) ??
  activities.find((activity) => activity.aliases?.includes(code))
