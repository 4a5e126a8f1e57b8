import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { act, renderHook, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fromBase64Url, type PublicKey, toBase64Url } from './ballot'
import type { Round, Values } from './round'
import { useSending } from './sending'

const suite = RSABSSA.SHA384.PSS.Randomized()
const keys = await suite.generateKey({ modulusLength: 2048, publicExponent: Uint8Array.from([1, 0, 1]) })
const key = (await crypto.subtle.exportKey('jwk', keys.publicKey)) as PublicKey
const round = { code: '7KQM-2XRA-9HWD-CE4Q', survey: { id: 's1' }, keyId: 'g1', key } as Round

type Sent = { blinded?: string; code?: string; ballot?: string; answers?: Values }

/** The server as the page meets it: one signature a code, one answer a ballot; `cut` says which answers never arrive. */
function server(cut: (path: string, times: number) => boolean) {
  const got = { ballots: [] as Sent[], answers: [] as Sent[], headers: [] as Request[] }
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request
    const path = new URL(request.url).pathname.split('/').at(-1) ?? ''
    const body = (await request.json()) as Sent
    const seen = path === 'ballots' ? got.ballots : got.answers
    seen.push(body)
    got.headers.push(request)
    if (cut(path, seen.length)) throw new TypeError('Failed to fetch')
    const say = (status: number, said: object) => Response.json(said, { status })
    if (path === 'ballots') {
      if (body.blinded !== got.ballots[0]?.blinded) return say(409, { code: 'codeUsed' })
      const stamp = await suite.blindSign(keys.privateKey, fromBase64Url(body.blinded ?? ''))
      return say(201, { signature: toBase64Url(stamp) })
    }
    const same = JSON.stringify(body) === JSON.stringify(got.answers[0])
    return same ? say(201, {}) : say(409, { code: 'alreadyAnswered' })
  })
  return got
}

const open = () => renderHook(() => useSending(round)).result
const never = () => false

beforeEach(() => vi.restoreAllMocks())

describe('sending', () => {
  it('sends one answer with one ballot, however often it is pressed', async () => {
    const got = server(never)
    const hook = open()
    await act(async () => {
      hook.current.exchange()
      await Promise.all([hook.current.send({ a: 'x' }), hook.current.send({ a: 'x' }), hook.current.send({ a: 'x' })])
    })
    expect(hook.current.sending.status).toBe('done')
    expect(got.ballots).toHaveLength(1)
    expect(got.answers).toHaveLength(1)
    expect(got.answers[0]?.answers).toEqual({ a: 'x' })
    expect(JSON.stringify(got.answers[0])).not.toContain(round.code)
    for (const request of got.headers) expect([request.credentials, request.referrerPolicy]).toEqual(['omit', 'no-referrer'])
  })

  it('says what was lost, and sends the same again until there is a receipt', async () => {
    const got = server((path, times) => times === 1 && (path === 'ballots' || path === 'staff-answers'))
    const hook = open()
    await act(async () => hook.current.exchange())
    await waitFor(() => expect(hook.current.sending).toEqual({ status: 'lost', sent: false }))
    await act(() => hook.current.send({ a: 'x' }))
    expect(hook.current.sending).toEqual({ status: 'lost', sent: true })
    await act(() => hook.current.send({ a: 'changed meanwhile' }))
    expect(hook.current.sending.status).toBe('done')
    expect(new Set(got.ballots.map(({ blinded }) => blinded)).size).toBe(1)
    expect(got.answers.map(({ answers }) => answers)).toEqual([{ a: 'x' }, { a: 'x' }])
  })

  it('goes on by itself when the connection is back', async () => {
    const got = server((path, times) => path === 'staff-answers' && times === 1)
    const hook = open()
    await act(() => hook.current.send({ a: 'x' }))
    expect(hook.current.sending).toEqual({ status: 'lost', sent: true })
    await act(async () => {
      window.dispatchEvent(new Event('online'))
    })
    await waitFor(() => expect(hook.current.sending.status).toBe('done'))
    expect(got.answers).toHaveLength(2)
  })

  it('refuses a stamp that does not hold, and sends no answer', async () => {
    const got = server(never)
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(
      Response.json({ signature: toBase64Url(new Uint8Array(256).fill(7)) }, { status: 201 }),
    )
    const hook = open()
    await act(() => hook.current.send({ a: 'x' }))
    expect(hook.current.sending.status).toBe('refused')
    expect(got.answers).toHaveLength(0)
  })

  it('tells a code that another page has used', async () => {
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json({ code: 'codeUsed' }, { status: 409 }))
    const hook = open()
    await act(async () => hook.current.exchange())
    await waitFor(() => expect(hook.current.sending.status).toBe('refused'))
  })
})
