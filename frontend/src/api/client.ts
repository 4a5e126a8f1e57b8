import createClient from 'openapi-fetch'
import { ApiProblem, problemFrom, unreachable } from './problem'
import type { paths } from './schema'
import { accessToken, renew } from './session'

// openapi-fetch hands over a Request that has not been read; a copy is kept for the one retry after a renewal.
async function authorised(request: Request): Promise<Response> {
  const token = accessToken()
  if (!token) return send(request)
  const again = request.clone()
  const answer = await send(withToken(request, token))
  if (answer.status !== 401) return answer
  if (!(await renew())) return answer
  return send(withToken(again, accessToken()))
}

function withToken(request: Request, token: string | undefined): Request {
  if (token) request.headers.set('Authorization', `Bearer ${token}`)
  return request
}

async function send(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw unreachable()
  }
}

/** The API, typed by its own description: `api.GET('/activities/{id}', { params: { path: { id } } })`. */
export const api = createClient<paths>({
  baseUrl: `${typeof location === 'undefined' ? '' : location.origin}/api/v1`,
  fetch: authorised,
})

type Answer<T> = { data?: T; error?: unknown; response: Response }

/** The data of an answer, or its problem thrown: `const activity = await ask(api.GET(...))`. */
export async function ask<T>(answer: Promise<Answer<T>>): Promise<NonNullable<T>> {
  const { data, error, response } = await answer
  if (!response.ok) throw problemFrom(response, error)
  return data as NonNullable<T>
}

/** For answers without a body (204), where only failing matters. */
export async function done(answer: Promise<Answer<unknown>>): Promise<void> {
  const { error, response } = await answer
  if (!response.ok) throw problemFrom(response, error)
}

/** Every page of a list, for lists that are small by nature (bodies, areas, a plan's sections). */
export async function askAll<T>(
  page: (page: number, limit: number) => Promise<Answer<{ items: T[]; _meta: { totalRecords: number } }>>,
): Promise<T[]> {
  const limit = 100
  const items: T[] = []
  for (let number = 1; ; number += 1) {
    const list = await ask(page(number, limit))
    items.push(...list.items)
    if (list.items.length < limit || items.length >= list._meta.totalRecords) return items
  }
}

/** Why a change is made, when somebody says so; its history shows it. Headers hold ASCII, so it is percent-encoded. */
export const because = (note: string | undefined) =>
  note?.trim() ? { 'Change-Note': encodeURIComponent(fiveLines(note)) } : {}

// Five lines are what a history shows, and all that the API takes: what comes after goes on in the last.
const fiveLines = (note: string): string => {
  const lines = note.trim().split(/\r?\n/)
  return [...lines.slice(0, 4), lines.slice(4).join(' ')].join('\n').trim()
}

/** PUT and DELETE say which version they saw; what is stale is refused (412) and shown as a conflict. */
export const ifMatch = (thing: { version: number; note?: string }) => ({
  'If-Match': `"${thing.version}"`,
  ...because(thing.note),
})

/** One key for one intention: make it before the first try, keep it for every try, make a new one after success. */
export const newIdempotencyKey = (): string => crypto.randomUUID()

/** Retry only what may pass by itself: a lost connection or a busy server, never an answer that says no. */
export const mayRetry = (failures: number, error: unknown): boolean =>
  failures < 2 && error instanceof ApiProblem && (error.status === 0 || error.status === 503)

/** Whether the viewer may take an action: its rel is in the answer's links. */
export const may = (thing: { _links?: Record<string, unknown> } | undefined, rel: string): boolean =>
  thing?._links !== undefined && rel in thing._links
