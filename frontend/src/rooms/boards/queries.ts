import { useQuery } from '@tanstack/react-query'
import { api, ask, askAll } from '../../api/client'
import { key } from '../../api/keys'
import type { Body } from '../../api/types'

/** Every body by id, with its place in the tree. Small by nature (tens), so it is fetched whole and shared. */
export type Bodies = { all: Body[]; byId: Map<string, Body>; childrenOf: (id: string | undefined) => Body[] }

const arrange = (all: Body[]): Bodies => {
  const byId = new Map(all.map((body) => [body.id, body]))
  return {
    all,
    byId,
    childrenOf: (id) =>
      all.filter((body) => (body.parentId && byId.has(body.parentId) ? body.parentId : undefined) === id),
  }
}

export function useBodies() {
  return useQuery({
    queryKey: key('boards', 'all'),
    queryFn: () => askAll((page, limit) => api.GET('/boards', { params: { query: { page, limit } } })),
    select: arrange,
    staleTime: 60_000,
  })
}

/** One body by its key (as addresses have it) or its id. */
export function useBody(keyOrId: string) {
  const bodies = useBodies()
  const known = bodies.data?.all.find((body) => body.key === keyOrId || body.id === keyOrId)
  return useQuery({
    queryKey: key('boards', 'one', known?.id ?? keyOrId),
    queryFn: () => ask(api.GET('/boards/{id}', { params: { path: { id: known?.id ?? keyOrId } } })),
    enabled: !bodies.isPending,
    initialData: known,
    initialDataUpdatedAt: bodies.dataUpdatedAt,
    staleTime: 60_000,
  })
}
