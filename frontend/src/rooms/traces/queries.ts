import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api, ask, askAll } from '../../api/client'
import { key } from '../../api/keys'
import type { paths } from '../../api/schema'
import { nameOf, useLang } from '../../lib/i18n'
import { usePlanActivities } from '../activities/queries'
import { useBodies } from '../boards/queries'
import { useSeats } from '../council/queries'
import {
  useGoals,
  usePlans,
  useReportingRounds,
  useSections,
  useTargetGroups,
  useViolenceAreas,
} from '../plans/queries'
import type { NameOf } from './say/values'

export const historyTypes = [
  'activity',
  'plan',
  'body',
  'timelineEntry',
  'councilSeat',
  'councilQuestion',
  'councilMeeting',
  'decision',
] as const
export type HistoryType = (typeof historyTypes)[number]

const families: Partial<Record<HistoryType, 'boards' | 'council'>> = {
  body: 'boards',
  councilSeat: 'council',
  councilQuestion: 'council',
  councilMeeting: 'council',
}

/** How a thing came to be as it is, newest first, a page at a time. Its key begins with its family: every write asks anew. */
export function useHistory(objectType: HistoryType, objectId: string, limit: number) {
  return useInfiniteQuery({
    queryKey: key(families[objectType] ?? 'plan', 'history', objectType, objectId, limit),
    queryFn: ({ pageParam: page }) =>
      ask(
        api.GET('/histories/{objectType}/{objectId}', {
          params: { path: { objectType, objectId }, query: { page, limit } },
        }),
      ),
    initialPageParam: 1,
    getNextPageParam: ({ _meta }) => (_meta.page * _meta.limit < _meta.totalRecords ? _meta.page + 1 : undefined),
  })
}

export type TraceQuery = NonNullable<paths['/audit-events']['get']['parameters']['query']>

/** A page of the search. It leaves a trace each time, so it is never asked again by itself. */
export function useTraces(query: TraceQuery) {
  return useQuery({
    queryKey: ['traces', query],
    queryFn: () => ask(api.GET('/audit-events', { params: { query } })),
    placeholderData: keepPreviousData,
    ...once,
  })
}

export function useTrace(id: string) {
  return useQuery({
    queryKey: ['traces', 'one', id],
    queryFn: () => ask(api.GET('/audit-events/{id}', { params: { path: { id } } })),
    ...once,
  })
}

const once = { staleTime: 60_000, refetchOnWindowFocus: false, refetchOnReconnect: false } as const

/** The accounts to choose among; only their ids ever stand in an address. */
export function usePeople() {
  return useQuery({
    queryKey: key('accounts', 'users', 'all'),
    queryFn: () => askAll((page, limit) => api.GET('/users', { params: { query: { page, limit } } })),
    staleTime: 60_000,
  })
}

/** What ids stand for today: bodies, plans, areas, groups, and what belongs to the plan. */
export function useNames(planId?: string): NameOf {
  const lang = useLang()
  const plans = usePlans().data ?? []
  const bodies = useBodies().data
  const named = [...(useViolenceAreas().data ?? []), ...(useTargetGroups().data ?? [])]
  const activities = usePlanActivities(planId).data ?? []
  const sections = useSections(planId).data ?? []
  const goals = useGoals(planId).data ?? []
  const rounds = useReportingRounds(planId).data ?? []
  const seats = useSeats().data ?? []
  const names = new Map<string, string>([
    ...[...named, ...seats].map((one) => [one.id, nameOf(one, lang)] as const),
    ...plans.map(({ id, name }) => [id, name] as const),
    ...activities.map(({ id, code, title }) => [id, `${code} ${title}`] as const),
    ...sections.map(({ id, title }) => [id, title] as const),
    ...goals.map(({ id, text }) => [id, text] as const),
    ...rounds.map(({ id, name }) => [id, name] as const),
  ])
  return (id) => names.get(id) ?? (nameOf(bodies?.byId.get(id), lang) || undefined)
}
