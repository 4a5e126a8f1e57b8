import { RSABSSA } from '@cloudflare/blindrsa-ts'

// A ballot is bought blind (RFC 9474): the server stamps something it cannot see, so that nobody who holds all that it
// keeps can tell which code a ballot was bought for.
const suite = RSABSSA.SHA384.PSS.Randomized()

/** A public key as the round publishes it. */
export type PublicKey = { kty: string; n: string; e: string }

/** What is kept in memory between the asking and the stamp: only `blinded` is ever sent. */
export type Asking = { key: CryptoKey; ballot: Uint8Array; blinded: string; inv: Uint8Array }

export type Ballot = { ballot: string; signature: string }

/** Browsers keep these tools from pages that came over an open connection. */
export const canBlind = (): boolean => typeof crypto !== 'undefined' && crypto.subtle !== undefined

export async function blind({ kty, n, e }: PublicKey): Promise<Asking> {
  const key = await crypto.subtle.importKey('jwk', { kty, n, e }, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify'])
  const ballot = suite.prepare(crypto.getRandomValues(new Uint8Array(32)))
  const { blindedMsg, inv } = await suite.blind(key, ballot)
  return { key, ballot, blinded: toBase64Url(blindedMsg), inv }
}

/** Takes the blinding off, and refuses a stamp that does not hold. */
export async function finish({ key, ballot, inv }: Asking, stamp: string): Promise<Ballot> {
  const signature = await suite.finalize(key, ballot, fromBase64Url(stamp), inv)
  return { ballot: toBase64Url(ballot), signature: toBase64Url(signature) }
}

/** Sixteen figures of a key, which those of one group can compare with each other. */
export async function fingerprint({ n, e }: PublicKey): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${n}.${e}`))
  const figures = [...new Uint8Array(digest).slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return (figures.toUpperCase().match(/.{4}/g) ?? []).join(' ')
}

export const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

export const fromBase64Url = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
