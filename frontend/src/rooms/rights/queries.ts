import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../api/client'

/** The policy as data: the same for everyone until the next release. */
export function useAccessRules() {
  return useQuery({
    queryKey: ['access-rules'],
    queryFn: () => ask(api.GET('/access-rules')),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Tells whether a role is given for one body; false until it is known. */
export function useRoleKinds(): (role: string) => boolean {
  const rules = useAccessRules().data
  return (role) => rules?.roles.some((one) => one.role === role && one.holdsForBody) ?? false
}
