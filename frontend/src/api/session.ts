import { useSyncExternalStore } from 'react'
import type { Session, User } from './types'

/**
 * Who is signed in, in memory only: the access token lives five minutes, and what outlives a reload is a cookie that
 * no script can read. `unknown` until the first renewal has been answered. `ended` tells that there was a sign-in, and
 * that something else than this person's signing out here has ended it.
 */
export type SessionState =
  | { status: 'unknown' }
  | { status: 'anonymous'; ended?: boolean }
  | { status: 'signedIn'; user: User }

const base = '/api/v1'

let state: SessionState = { status: 'unknown' }
let token: string | undefined
let renewal: Promise<boolean> | undefined
const listeners = new Set<() => void>()

function become(next: SessionState, accessToken?: string): void {
  state = next
  token = accessToken
  for (const listener of listeners) listener()
}

export const accessToken = (): string | undefined => token

export const currentSession = (): SessionState => state

export function onSession(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSession = (): SessionState => useSyncExternalStore(onSession, currentSession)

export const signedIn = (session: Session): void =>
  become({ status: 'signedIn', user: session.user }, session.accessToken)

/** Asks for a new access token; however many ask at once, one request is sent. True when somebody is signed in. */
export function renew(): Promise<boolean> {
  renewal ??= askForToken().finally(() => {
    renewal = undefined
  })
  return renewal
}

async function askForToken(): Promise<boolean> {
  try {
    const answer = await fetch(`${base}/session-renewals`, { method: 'POST', credentials: 'same-origin' })
    if (answer.ok && answer.status !== 204) {
      signedIn((await answer.json()) as Session)
      return true
    }
    // A server that cannot answer says nothing about who is signed in: keep them, and let the request fail instead.
    if (answer.status >= 500 && state.status === 'signedIn') return false
    become({ status: 'anonymous', ended: answer.status === 401 || state.status === 'signedIn' })
  } catch {
    if (state.status !== 'signedIn') become({ status: 'anonymous' })
  }
  return false
}

export async function signOut(): Promise<void> {
  try {
    await fetch(`${base}/sessions/current`, {
      method: 'DELETE',
      // Who signs out and closes the page at once is signed out all the same.
      keepalive: true,
      credentials: 'same-origin',
      headers: token ? { Authorization: `Bearer ${token}` } : {},
    })
  } finally {
    become({ status: 'anonymous' })
  }
}
