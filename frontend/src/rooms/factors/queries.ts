import { type QueryClient, useQuery } from '@tanstack/react-query'
import { api, ask, askAll } from '../../api/client'
import { key, refresh } from '../../api/keys'
import { renew } from '../../api/session'

/** How the signed-in person stands with second steps. */
export function useSecondSteps() {
  return useQuery({
    queryKey: key('accounts', 'second-steps'),
    queryFn: () => ask(api.GET('/users/me/totp')),
  })
}

export function usePasskeys() {
  return useQuery({
    queryKey: key('accounts', 'passkeys'),
    queryFn: () => askAll((page, limit) => api.GET('/users/me/passkeys', { params: { query: { page, limit } } })),
  })
}

/** A first second step may give roles back that were withheld: who is signed in is asked anew, with all they see. */
export async function refreshSteps(queries: QueryClient, withheld = false): Promise<void> {
  if (withheld && (await renew())) return queries.invalidateQueries()
  await refresh(queries, 'accounts')
}
