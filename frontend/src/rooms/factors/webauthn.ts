import { api, ask } from '../../api/client'
import type { Session } from '../../api/types'

// Passkeys by the browser's own API. What newer browsers translate themselves (parse…FromJSON, toJSON) is done here
// for those that do not: bytes travel as base64url.

export const passkeysWork = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' && navigator.credentials !== undefined

export function toBase64url(buffer: ArrayBuffer): string {
  const text = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('')
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (character) => character.charCodeAt(0))
}

const known = (keys: PublicKeyCredentialDescriptorJSON[] | undefined): PublicKeyCredentialDescriptor[] =>
  (keys ?? []).map(({ id, type, transports }) => ({
    id: fromBase64url(id),
    type: type as 'public-key',
    transports: transports as AuthenticatorTransport[] | undefined,
  }))

export function requestOptions(json: PublicKeyCredentialRequestOptionsJSON): PublicKeyCredentialRequestOptions {
  if ('parseRequestOptionsFromJSON' in PublicKeyCredential) return PublicKeyCredential.parseRequestOptionsFromJSON(json)
  const { challenge, allowCredentials, timeout, rpId, userVerification } = json
  return {
    challenge: fromBase64url(challenge),
    allowCredentials: known(allowCredentials),
    timeout,
    rpId,
    userVerification: userVerification as UserVerificationRequirement | undefined,
  }
}

export function creationOptions(json: PublicKeyCredentialCreationOptionsJSON): PublicKeyCredentialCreationOptions {
  if ('parseCreationOptionsFromJSON' in PublicKeyCredential)
    return PublicKeyCredential.parseCreationOptionsFromJSON(json)
  const { challenge, user, excludeCredentials, rp, pubKeyCredParams, timeout, authenticatorSelection } = json
  return {
    rp,
    pubKeyCredParams: pubKeyCredParams as PublicKeyCredentialParameters[],
    timeout,
    authenticatorSelection: authenticatorSelection as AuthenticatorSelectionCriteria | undefined,
    attestation: 'none',
    challenge: fromBase64url(challenge),
    user: { ...user, id: fromBase64url(user.id) },
    excludeCredentials: known(excludeCredentials),
  }
}

type Given = PublicKeyCredential & { toJSON?: () => unknown }

/** What the browser gave, as the API reads it. */
export function credentialJSON(credential: Given): Record<string, never> {
  if (typeof credential.toJSON === 'function') return credential.toJSON() as Record<string, never>
  const { response } = credential
  const parts = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'] as const
  const written = parts.flatMap((part) => {
    const bytes = (response as Partial<Record<(typeof parts)[number], ArrayBuffer | null>>)[part]
    return bytes ? [[part, toBase64url(bytes)]] : []
  })
  const transports = 'getTransports' in response ? (response as AuthenticatorAttestationResponse).getTransports() : []
  return {
    id: credential.id,
    rawId: toBase64url(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    response: { ...Object.fromEntries(written), ...(transports.length > 0 ? { transports } : {}) },
  } as unknown as Record<string, never>
}

/** The person, or the browser for them, let it be: nothing went wrong that needs more than a calm word. */
export const wasCancelled = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError')

export const isThereAlready = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'InvalidStateError'

type How = { token?: string; mediation?: CredentialMediationRequirement; signal?: AbortSignal }

/** Signs in by a passkey: any of this site's, or as the second step of the sign-in that the token names. */
export async function signInByPasskey({ token, mediation, signal }: How = {}): Promise<Session> {
  const asked = token ? { token } : {}
  const challenge = await ask(api.POST('/passkey-challenges', { body: asked, signal }))
  const publicKey = requestOptions(challenge.options as PublicKeyCredentialRequestOptionsJSON)
  const credential = await navigator.credentials.get({ publicKey, mediation, signal })
  if (!credential) throw new DOMException('', 'NotAllowedError')
  const body = { ...asked, challengeId: challenge.id, credential: credentialJSON(credential as PublicKeyCredential) }
  return ask(api.POST('/passkey-sessions', { body }))
}

/** Makes a passkey on this device, for the account that is signed in. */
export async function makePasskey(): Promise<{ challengeId: string; credential: Record<string, never> }> {
  const challenge = await ask(api.POST('/users/me/passkey-challenges', { body: {} }))
  const publicKey = creationOptions(challenge.options as PublicKeyCredentialCreationOptionsJSON)
  const credential = await navigator.credentials.create({ publicKey })
  if (!credential) throw new DOMException('', 'NotAllowedError')
  return { challengeId: challenge.id, credential: credentialJSON(credential as PublicKeyCredential) }
}

/**
 * Lets the browser offer passkeys where the address is written. It asks the server first when the reader goes to the
 * field, not for everybody who passes by; what is asked lives five minutes, so it is asked anew before that.
 */
export function offerPasskeys(take: (session: Session) => void, refuse: (error: unknown) => void): () => void {
  const stop = new AbortController()
  const offer = async (): Promise<void> => {
    if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return
    while (!stop.signal.aborted) {
      const round = new AbortController()
      const end = () => round.abort()
      const timer = setTimeout(end, 4 * 60_000)
      stop.signal.addEventListener('abort', end)
      try {
        take(await signInByPasskey({ mediation: 'conditional', signal: round.signal }))
        return
      } catch (error) {
        if (stop.signal.aborted) return
        if (!round.signal.aborted) return refuse(error)
      } finally {
        clearTimeout(timer)
        stop.signal.removeEventListener('abort', end)
      }
    }
  }
  void offer()
  return () => stop.abort()
}
