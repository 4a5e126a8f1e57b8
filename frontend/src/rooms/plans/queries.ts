import { useQuery } from '@tanstack/react-query'
import { api, askAll } from '../../api/client'
import { key } from '../../api/keys'
import type { Plan } from '../../api/types'

export function usePlans() {
  return useQuery({
    queryKey: key('plan', 'plans'),
    queryFn: () => askAll((page, limit) => api.GET('/plans', { params: { query: { page, limit } } })),
    staleTime: 60_000,
  })
}

/** The plan whose key is given; else the one in force: published, succeeded by none, the latest period. */
export function choosePlan(plans: Plan[], planKey?: string): Plan | null {
  if (planKey) return plans.find((plan) => plan.key === planKey || plan.id === planKey) ?? null
  const published = plans.filter((plan) => plan.status === 'published')
  const succeeded = new Set(published.map((plan) => plan.supersedesId))
  const standing = published.filter((plan) => !succeeded.has(plan.id) && !plan.parentId)
  const byPeriod = (a: Plan, b: Plan) => (b.periodFrom ?? '').localeCompare(a.periodFrom ?? '')
  return standing.sort(byPeriod)[0] ?? published.sort(byPeriod)[0] ?? plans[0] ?? null
}

export function usePlan(planKey?: string) {
  const plans = usePlans()
  return { ...plans, data: plans.data && choosePlan(plans.data, planKey) }
}

export function useViolenceAreas() {
  return useQuery({
    queryKey: key('plan', 'violence-areas'),
    queryFn: () => askAll((page, limit) => api.GET('/violence-areas', { params: { query: { page, limit } } })),
    select: byPosition,
    staleTime: 60_000,
  })
}

export function useTargetGroups() {
  return useQuery({
    queryKey: key('plan', 'target-groups'),
    queryFn: () => askAll((page, limit) => api.GET('/target-groups', { params: { query: { page, limit } } })),
    select: byPosition,
    staleTime: 60_000,
  })
}

const byPosition = <T extends { position: number }>(items: T[]): T[] =>
  items.toSorted((a, b) => a.position - b.position)

/** The plan's sections in reading order, numbered by the server. */
export function useSections(planId: string | undefined) {
  return useQuery({
    queryKey: key('plan', 'sections', planId),
    queryFn: () =>
      askAll((page, limit) =>
        api.GET('/plans/{id}/sections', { params: { path: { id: planId ?? '' }, query: { page, limit } } }),
      ),
    enabled: planId !== undefined,
  })
}

export function useGoals(planId: string | undefined) {
  return useQuery({
    queryKey: key('plan', 'goals', planId),
    queryFn: () => askAll((page, limit) => api.GET('/goals', { params: { query: { plan: planId, page, limit } } })),
    select: byPosition,
    enabled: planId !== undefined,
  })
}

export function useReportingRounds(planId: string | undefined) {
  return useQuery({
    queryKey: key('plan', 'rounds', planId),
    queryFn: () =>
      askAll((page, limit) =>
        api.GET('/plans/{id}/reporting-rounds', { params: { path: { id: planId ?? '' }, query: { page, limit } } }),
      ),
    enabled: planId !== undefined,
  })
}

/** The plan's frozen versions, the newest first. */
export function useVersions(planId: string | undefined) {
  return useQuery({
    queryKey: key('plan', 'versions', planId),
    queryFn: () =>
      askAll((page, limit) =>
        api.GET('/plans/{id}/versions', { params: { path: { id: planId ?? '' }, query: { page, limit } } }),
      ),
    select: (versions) => versions.toSorted((a, b) => b.number - a.number),
    enabled: planId !== undefined,
  })
}

/** What differs between two frozen versions, or between one and the plan as it stands (`current`). */
export function useComparison(planId: string, from: string, to: string) {
  return useQuery({
    queryKey: key('plan', 'comparison', planId, from, to),
    queryFn: () =>
      askAll((page, limit) =>
        api.GET('/plans/{id}/comparisons', { params: { path: { id: planId }, query: { from, to, page, limit } } }),
      ),
  })
}
