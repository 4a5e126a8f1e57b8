import { useEffect, useRef, useState } from 'react'
import { ApiProblem } from '../api/problem'
import { type Asking, type Ballot, blind, finish } from './ballot'
import { api, ask } from './client'
import type { Round, Values } from './round'

export type Sending =
  /** Nothing is under way. */
  | { status: 'idle' }
  /** The code is being exchanged for a ballot. */
  | { status: 'asking' }
  | { status: 'sending' }
  /** The server was not reached; `sent` when the answer itself had left, so that nobody knows whether it arrived. */
  | { status: 'lost'; sent: boolean }
  | { status: 'refused'; error: unknown }
  | { status: 'done' }
  /** An answer with this ballot was there already, with other words. */
  | { status: 'already' }

type Sent = Ballot & { keyId: string; answers: Values }

// Whether the server said anything at all that can be trusted: what a proxy says in its place is no answer.
const isLost = (error: unknown): boolean => error instanceof ApiProblem && (error.status === 0 || error.status >= 500)

/**
 * One code, one ballot, one answer, however often anything is pressed or lost on the way: what was asked for is asked
 * for again with the same words until the server has answered, and both exchanges give the same answer to the same words.
 */
export function useSending(round: Round) {
  const [sending, setSending] = useState<Sending>({ status: 'idle' })
  const asking = useRef<Asking>(undefined)
  const ballot = useRef<Ballot>(undefined)
  const body = useRef<Sent>(undefined)
  const busy = useRef(false)
  const exchanging = useRef<Promise<void>>(undefined)

  async function alone(work: () => Promise<void>): Promise<void> {
    if (busy.current) return
    busy.current = true
    try {
      await work()
    } catch (error) {
      if (isLost(error)) setSending({ status: 'lost', sent: body.current !== undefined })
      else {
        body.current = undefined
        const already = error instanceof ApiProblem && error.code === 'alreadyAnswered'
        setSending(already ? { status: 'already' } : { status: 'refused', error })
      }
    } finally {
      busy.current = false
    }
  }

  async function getBallot(): Promise<Ballot> {
    asking.current ??= await blind(round.key)
    const { signature } = await ask(
      api.POST('/surveys/{id}/ballots', {
        params: { path: { id: round.survey.id } },
        body: { code: round.code, keyId: round.keyId, blinded: asking.current.blinded },
      }),
    )
    return finish(asking.current, signature)
  }

  /** Exchanges the code, some time before the answer is sent: the two shall not follow upon each other. */
  const exchange = () => {
    if (ballot.current) return
    exchanging.current = alone(async () => {
      setSending({ status: 'asking' })
      ballot.current = await getBallot()
      setSending({ status: 'idle' })
    })
  }

  const send = async (answers: Values) => {
    await exchanging.current
    await alone(async () => {
      setSending({ status: 'sending' })
      ballot.current ??= await getBallot()
      body.current ??= { ...ballot.current, keyId: round.keyId, answers }
      await ask(
        api.POST('/surveys/{id}/staff-answers', { params: { path: { id: round.survey.id } }, body: body.current }),
      )
      setSending({ status: 'done' })
    })
  }

  // When the connection comes back, what was on its way goes on by itself.
  const { status } = sending
  useEffect(() => {
    if (status !== 'lost') return
    const again = () => (body.current ? void send(body.current.answers) : exchange())
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  })

  return { sending, exchange, send }
}
