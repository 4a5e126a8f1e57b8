import createClient from 'openapi-fetch'
import { problemFrom, unreachable } from '../api/problem'
import type { paths } from '../api/schema'

/**
 * The API as somebody whom nobody shall know: no cookie, no referrer, nothing kept in the browser's store, no way to
 * another address. Nothing here knows a session, and the build keeps it so.
 */
export const api = createClient<paths>({
  baseUrl: `${typeof location === 'undefined' ? '' : location.origin}/api/v1`,
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
  redirect: 'error',
  fetch: (request) =>
    fetch(request).catch(() => {
      throw unreachable()
    }),
})

export async function ask<T>(answer: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<NonNullable<T>> {
  const { data, error, response } = await answer
  if (!response.ok) throw problemFrom(response, error)
  return data as NonNullable<T>
}

type Page<T> = { items: T[]; _meta: { totalRecords: number } }

/** Every page of a list. */
export async function askAll<T>(
  page: (query: { page: number; limit: number }) => Promise<{ data?: Page<T>; error?: unknown; response: Response }>,
): Promise<T[]> {
  const items: T[] = []
  for (let number = 1; ; number += 1) {
    const list = await ask(page({ page: number, limit: 100 }))
    items.push(...list.items)
    if (list.items.length < 100 || items.length >= list._meta.totalRecords) return items
  }
}
