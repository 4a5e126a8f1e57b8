import type { ErasureRecord } from '../../api/types'
import { useWords } from '../../lib/i18n'
import { actorWords } from '../traces/words'
import { orderWords } from './words'

/** Who ordered a run, in words: a person by their role. */
export function useOrderedBy(): (record: ErasureRecord) => string {
  const orders = useWords(orderWords)
  const actors = useWords(actorWords)
  return ({ orderedBy, role }) =>
    role && Object.hasOwn(actors, role) ? actors[role as keyof typeof actors] : orders[orderedBy]
}
