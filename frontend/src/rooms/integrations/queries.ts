import { useQuery } from '@tanstack/react-query'
import { api, ask, askAll } from '../../api/client'
import { key } from '../../api/keys'
import { sayAlso } from '../../api/problem'
import { codes } from './words'

sayAlso(codes)

export function useClients() {
  return useQuery({
    queryKey: key('integrations', 'all'),
    queryFn: () => askAll((page, limit) => api.GET('/api-clients', { params: { query: { page, limit } } })),
  })
}

export const askClient = (id: string) => ask(api.GET('/api-clients/{id}', { params: { path: { id } } }))

export function useClient(id: string) {
  return useQuery({ queryKey: key('integrations', 'one', id), queryFn: () => askClient(id) })
}

export function useKeys(clientId: string) {
  return useQuery({
    queryKey: key('integrations', 'keys', clientId),
    queryFn: () =>
      askAll((page, limit) =>
        api.GET('/api-clients/{id}/keys', { params: { path: { id: clientId }, query: { page, limit } } }),
      ),
  })
}
