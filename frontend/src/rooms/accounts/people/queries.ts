import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, ask } from '../../../api/client'
import { key } from '../../../api/keys'
import { sayAlso } from '../../../api/problem'
import type { paths } from '../../../api/schema'
import { codes } from './words'

sayAlso(codes)

export type PeopleQuery = NonNullable<paths['/users']['get']['parameters']['query']>

export function usePeople(query: PeopleQuery, enabled: boolean) {
  return useQuery({
    queryKey: key('accounts', 'people', query),
    queryFn: () => ask(api.GET('/users', { params: { query } })),
    placeholderData: keepPreviousData,
    enabled,
  })
}

export const askPerson = (id: string) => ask(api.GET('/users/{id}', { params: { path: { id } } }))

export function usePerson(id: string) {
  return useQuery({ queryKey: key('accounts', 'people', 'one', id), queryFn: () => askPerson(id) })
}
