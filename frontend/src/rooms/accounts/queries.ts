import { useQuery } from '@tanstack/react-query'
import { api, ask, askAll } from '../../api/client'
import { key } from '../../api/keys'

/** What the signed-in person states of themselves. */
export function useProfile() {
  return useQuery({ queryKey: key('accounts', 'profile'), queryFn: () => ask(api.GET('/users/me/profile')) })
}

/** Where the signed-in person is signed in. */
export function useSignIns() {
  return useQuery({
    queryKey: key('accounts', 'sign-ins'),
    queryFn: () => askAll((page, limit) => api.GET('/sessions', { params: { query: { page, limit } } })),
  })
}
