import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api, ask, askAll, mayRetry } from './client'
import { ApiProblem, fieldErrors, sayProblem } from './problem'
import { currentSession, renew, signedIn, signOut } from './session'
import type { Session } from './types'

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })

const session = (accessToken: string) => ({ accessToken, user: { name: 'Handläggare' } }) as Session
const fetching = vi.fn<(input: Request | string, init?: RequestInit) => Promise<Response>>()

beforeEach(() => {
  fetching.mockReset()
  vi.stubGlobal('fetch', fetching)
})

afterEach(() => vi.unstubAllGlobals())

const urlOf = (input: Request | string) =>
  new URL(typeof input === 'string' ? input : input.url, location.origin).pathname

describe('asking the API', () => {
  it('renews once for all who were refused, and asks again with the new token', async () => {
    signedIn(session('old'))
    let renewals = 0
    fetching.mockImplementation(async (input) => {
      if (urlOf(input).endsWith('/session-renewals')) {
        renewals += 1
        return json(201, session('new'))
      }
      const token = (input as Request).headers.get('Authorization')
      return token === 'Bearer new' ? json(200, { token }) : json(401, { code: 'unauthenticated' })
    })

    const answers = await Promise.all([1, 2, 3].map(() => ask(api.GET('/users/me'))))

    expect(answers).toEqual([{ token: 'Bearer new' }, { token: 'Bearer new' }, { token: 'Bearer new' }])
    expect(renewals).toBe(1)
  })

  it('becomes anonymous when the session has ended', async () => {
    signedIn(session('old'))
    fetching.mockImplementation(async (input) =>
      urlOf(input).endsWith('/session-renewals')
        ? new Response(null, { status: 204 })
        : json(401, { code: 'unauthenticated' }),
    )
    await expect(ask(api.GET('/users/me'))).rejects.toMatchObject({ status: 401 })
    expect(currentSession().status).toBe('anonymous')
  })

  it('keeps who is signed in while the server cannot say', async () => {
    signedIn(session('old'))
    fetching.mockResolvedValue(json(503, {}))
    expect(await renew()).toBe(false)
    expect(currentSession().status).toBe('signedIn')
  })

  it('signs out here even when the server is not reached', async () => {
    signedIn(session('old'))
    fetching.mockRejectedValue(new TypeError('offline'))
    await signOut().catch(() => undefined)
    expect(currentSession().status).toBe('anonymous')
  })

  it('signs out even when the page is closed at once', async () => {
    signedIn(session('old'))
    fetching.mockResolvedValue(new Response(null, { status: 204 }))
    await signOut()
    expect(fetching.mock.lastCall?.[1]).toMatchObject({ method: 'DELETE', keepalive: true })
  })

  it('fetches every page of a small list', async () => {
    fetching.mockImplementation(async (input) => {
      const page = Number(new URL((input as Request).url).searchParams.get('page'))
      const items = Array.from({ length: page === 1 ? 100 : 7 }, (_, n) => ({ id: `${page}-${n}` }))
      return json(200, { items, _meta: { totalRecords: 107 } })
    })
    const all = await askAll((page, limit) => api.GET('/boards', { params: { query: { page, limit } } }))
    expect(all).toHaveLength(107)
  })

  it('says plainly that the service was not reached, and only then may try again', async () => {
    fetching.mockRejectedValue(new TypeError('offline'))
    const error = await ask(api.GET('/plans')).catch((problem: unknown) => problem)
    expect(sayProblem(error, 'sv')).toContain('Vi når inte tjänsten')
    expect(mayRetry(0, error)).toBe(true)
    expect(mayRetry(0, new ApiProblem(422, 'invalid', ''))).toBe(false)
  })
})

describe('problems', () => {
  const problem = new ApiProblem(422, 'invalid', 'internal words', [
    { name: 'title', code: 'required', detail: 'title is required' },
    { name: 'code', code: 'somethingNew', detail: 'not seen before' },
  ])

  it('are said by code in the reader’s language, field by field', () => {
    expect(fieldErrors(problem, 'sv')).toEqual({ title: 'Fyll i uppgiften.', code: 'not seen before' })
    expect(fieldErrors(problem, 'en').title).toBe('Fill this in.')
  })

  it('fall back on the status when the code is new', () => {
    expect(sayProblem(new ApiProblem(503, 'somethingNew', ''), 'sv')).toContain('tillfälligt upptagen')
    expect(sayProblem(new Error('boom'), 'en')).toContain('Something went wrong')
  })
})
