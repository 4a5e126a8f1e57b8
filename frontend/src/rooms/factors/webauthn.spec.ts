import { afterEach, expect, it, vi } from 'vitest'
import { creationOptions, credentialJSON, fromBase64url, requestOptions, toBase64url } from './webauthn'

afterEach(() => vi.unstubAllGlobals())

it('writes bytes as base64url and reads them back', () => {
  const bytes = Uint8Array.from([0, 251, 255, 62, 63])
  expect(toBase64url(bytes.buffer)).toBe('APv_Pj8')
  expect([...fromBase64url('APv_Pj8')]).toEqual([...bytes])
})

it('reads what to ask an older browser for itself', () => {
  vi.stubGlobal('PublicKeyCredential', class {})
  const asked = requestOptions({ challenge: 'AQI', allowCredentials: [{ id: 'Aw', type: 'public-key' }] })
  expect([...(asked.challenge as Uint8Array)]).toEqual([1, 2])
  expect(asked.allowCredentials?.[0]?.id).toEqual(Uint8Array.from([3]))
  const made = creationOptions({
    challenge: 'AQI',
    rp: { name: 'En väg in' },
    user: { id: 'BA', name: 'a', displayName: 'A' },
    pubKeyCredParams: [{ alg: -7, type: 'public-key' }],
  })
  expect([...(made.user.id as Uint8Array)]).toEqual([4])
})

it('writes what an older browser gave as newer ones do', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values).buffer
  const given = {
    id: 'Aw',
    rawId: bytes(3),
    type: 'public-key',
    authenticatorAttachment: null,
    getClientExtensionResults: () => ({}),
    response: { clientDataJSON: bytes(1), authenticatorData: bytes(2), signature: bytes(4), userHandle: null },
  } as unknown as PublicKeyCredential
  expect(credentialJSON(given)).toMatchObject({
    rawId: 'Aw',
    response: { clientDataJSON: 'AQ', authenticatorData: 'Ag', signature: 'BA' },
  })
})
