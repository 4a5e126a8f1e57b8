import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../../api/client'
import { key } from '../../../api/keys'

export const askMember = (id: string) => ask(api.GET('/council-members/{id}', { params: { path: { id } } }))

/** One mandate as it stands, to change it. */
export function useMember(id: string) {
  return useQuery({ queryKey: key('council', 'members', id), queryFn: () => askMember(id) })
}
