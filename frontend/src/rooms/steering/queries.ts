import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, ask } from '../../api/client'
import { key } from '../../api/keys'
import type { SteeringItem } from '../../api/types'

const limit = 100

const askPage = (since: string | undefined, page: number) =>
  ask(api.GET('/steering-items', { params: { query: { since, page, limit } } }))

/** All that the steering group should know of, with the day from which changes are told. Each kind is bounded by the API. */
export function useSteeringItems(since: string | undefined) {
  return useQuery({
    queryKey: key('council', 'steering', since),
    queryFn: async () => {
      const first = await askPage(since, 1)
      const pages = Math.ceil(first._meta.totalRecords / limit)
      const more = await Promise.all(Array.from({ length: pages - 1 }, (_, at) => askPage(since, at + 2)))
      const items: SteeringItem[] = [first, ...more].flatMap((page) => page.items)
      return { since: first.since, counts: first.counts, items }
    },
    placeholderData: keepPreviousData,
    // What is late or due belongs to other rooms, whose writes raise other families.
    staleTime: 0,
  })
}
