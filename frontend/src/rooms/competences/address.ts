import type { Competence } from '../../api/types'

const kinds = ['competence', 'supportFunction'] as const

/** What the page's address says: which kind, an area and a target group by key. */
export type Address = { sort?: Competence['kind']; omrade?: string; grupp?: string }

export function readAddress(search: string): Address {
  const params = new URLSearchParams(search)
  return {
    sort: kinds.find((kind) => kind === params.get('sort')),
    omrade: params.get('omrade') ?? undefined,
    grupp: params.get('grupp') ?? undefined,
  }
}

type Chosen = { kind?: string; areaId?: string; groupId?: string }

/** Those that were chosen. What is tied to no area or group in particular is for all of them. */
export function chosen<T extends Pick<Competence, 'kind' | 'violenceAreaIds' | 'targetGroupIds'>>(
  all: readonly T[],
  { kind, areaId, groupId }: Chosen,
): T[] {
  const fits = (ids: string[] | undefined, id: string | undefined) => !id || !ids?.length || ids.includes(id)
  return all.filter(
    (one) => (!kind || one.kind === kind) && fits(one.violenceAreaIds, areaId) && fits(one.targetGroupIds, groupId),
  )
}
