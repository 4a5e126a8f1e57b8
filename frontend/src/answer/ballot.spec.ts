import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { blind, fingerprint, finish, fromBase64Url, type PublicKey, toBase64Url } from './ballot'

const suite = RSABSSA.SHA384.PSS.Randomized()
let keys: CryptoKeyPair
let published: PublicKey

beforeAll(async () => {
  keys = await suite.generateKey({ modulusLength: 2048, publicExponent: Uint8Array.from([1, 0, 1]) })
  const { kty = '', n = '', e = '' } = await crypto.subtle.exportKey('jwk', keys.publicKey)
  published = { kty, n, e }
})

const stampOf = async (blinded: string) =>
  toBase64Url(await suite.blindSign(keys.privateKey, fromBase64Url(blinded)))

describe('a ballot', () => {
  it('holds once its stamp has come, and nothing of it was in what was sent', async () => {
    const asking = await blind(published)
    const { ballot, signature } = await finish(asking, await stampOf(asking.blinded))
    expect(fromBase64Url(ballot)).toHaveLength(64)
    expect(await suite.verify(keys.publicKey, fromBase64Url(signature), fromBase64Url(ballot))).toBe(true)
    expect(asking.blinded).not.toContain(ballot.slice(0, 20))
    expect(asking.blinded).not.toBe(signature)
  })

  it('is a new one each time, for the same key', async () => {
    const [one, two] = await Promise.all([blind(published), blind(published)])
    expect(one.blinded).not.toBe(two.blinded)
  })

  it('refuses the stamp of another ballot', async () => {
    const [one, two] = await Promise.all([blind(published), blind(published)])
    await expect(finish(one, await stampOf(two.blinded))).rejects.toThrow()
  })
})

it('tells keys apart by sixteen figures', async () => {
  expect(await fingerprint(published)).toMatch(/^([0-9A-F]{4} ){3}[0-9A-F]{4}$/)
  expect(await fingerprint(published)).not.toBe(await fingerprint({ ...published, n: `${published.n}A` }))
})
