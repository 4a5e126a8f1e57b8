import { createHmac } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, dark, focused, type Harness, overflowsAt320, settled, signIn, signOut, start, tabTo } from './harness'

const password = process.env.ENVAGIN_DEMO_PASSWORD ?? 'ett-losenord-for-prov'
let site: Harness

beforeAll(async () => {
  site = await start(() => ({ ENVAGIN_REQUIRE_SECOND_FACTOR: 'secretary' }))
})

afterAll(() => site?.stop())

/** What an app shows: RFC 6238 with six digits and half minutes. */
function codeOf(secret: string, stepsAhead = 0): string {
  const bits = [...secret.replace(/\s/g, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + stepsAhead))
  const hash = createHmac('sha1', Buffer.from(bytes)).update(counter).digest()
  const at = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

async function byPassword(page: Page, role: string): Promise<void> {
  await page.goto('/logga-in')
  await settled(page)
  await page.getByLabel('E-postadress').fill(`${role}@demo.example`)
  await page.getByLabel('Lösenord').fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Logga in', exact: true }).click()
}

/** Turns on codes from an app on the account page; gives the secret and the recovery codes. */
async function turnOn(page: Page): Promise<{ secret: string; codes: string[] }> {
  await page.goto('/konto#tva-steg')
  await page.getByRole('button', { name: 'Sätt på kod från en app' }).click()
  await page.getByRole('img', { name: 'QR-kod' }).waitFor()
  expect(await focused(page)).toBe('Lägg till kontot i appen')
  const secret = (await page.locator('.account-secret').textContent()) ?? ''
  await page.getByLabel('Koden som appen visar').fill(codeOf(secret))
  await page.getByRole('button', { name: 'Slå på' }).click()
  await page.getByRole('heading', { name: 'Spara dina reservkoder' }).waitFor()
  const codes = await page.getByRole('list', { name: 'Koderna' }).getByRole('listitem').allTextContents()
  return { secret, codes }
}

/** A device of the browser's own that makes and keeps passkeys without asking anybody. */
async function withAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable', { enableUI: false })
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

describe('codes from an app', () => {
  it('are turned on, asked for, and replaced by a recovery code when the telephone is gone', async () => {
    const page = await site.visit()
    await signIn(page, 'officer')
    const { secret, codes } = await turnOn(page)
    expect(codes).toHaveLength(10)
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Jag har sparat koderna' }).click()
    await page.getByText('10 koder kvar').waitFor()

    const other = await site.visit()
    await byPassword(other, 'officer')
    await other.getByRole('heading', { name: 'Ett steg till: koden från appen' }).waitFor()
    expect(await focused(other)).toBe('Ett steg till: koden från appen')
    expect(await axe(other)).toEqual([])
    await other.getByRole('button', { name: 'Fortsätt' }).click()
    await other.getByRole('alert').getByRole('link', { name: 'Skriv koden.' }).click()
    expect(await focused(other)).toBe('Kod från appen')
    await other.getByLabel('Kod från appen').fill(codeOf(secret, 1))
    await other.keyboard.press('Enter')
    await other.getByRole('banner').getByRole('button', { name: 'Logga ut' }).waitFor()

    const third = await site.visit()
    await byPassword(third, 'officer')
    await third.getByRole('button', { name: 'Använd en reservkod' }).click()
    await third.getByRole('textbox', { name: 'Reservkod' }).fill(codes[0] ?? '')
    await third.getByRole('button', { name: 'Fortsätt' }).click()
    await third.getByRole('banner').getByRole('button', { name: 'Logga ut' }).waitFor()
    await third.goto('/konto#tva-steg')
    await third.getByText('9 koder kvar').waitFor()

    const fourth = await site.visit()
    await byPassword(fourth, 'officer')
    await fourth.getByRole('button', { name: 'Använd en reservkod' }).click()
    await fourth.getByRole('textbox', { name: 'Reservkod' }).fill(codes[0] ?? '')
    await fourth.getByRole('button', { name: 'Fortsätt' }).click()
    await fourth.getByRole('alert').getByText('Ta nästa kod på listan').waitFor()

    await third.getByRole('button', { name: 'Ta bort kod från en app' }).click()
    await third.getByRole('button', { name: 'Ja, ta bort' }).click()
    await third.getByText('Kod från en app är borttaget.').waitFor()
  })

  it('ask for a fresh sign-in first, and come back', async () => {
    const page = await site.visit()
    await signIn(page, 'reader')
    // A quarter of an hour is long to wait for: the server's answer after it is put in its place, once.
    const refusal = { type: 'about:blank', title: 'Forbidden', status: 403, code: 'recentSignInNeeded' }
    await page.route(
      '**/api/v1/users/me/totp',
      (route) =>
        route.request().method() === 'POST'
          ? route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(refusal) })
          : route.fallback(),
      { times: 2 },
    )
    await page.goto('/konto#tva-steg')
    await page.getByRole('button', { name: 'Sätt på kod från en app' }).click()
    await page.getByRole('alert').getByRole('link', { name: 'Logga in och kom tillbaka hit' }).click()
    await page.getByRole('heading', { level: 1, name: 'Logga in en gång till' }).waitFor()
    expect(await page.getByLabel('E-postadress').inputValue()).toBe('reader@demo.example')
    await page.getByLabel('Lösenord').fill(password)
    await page.getByRole('main').getByRole('button', { name: 'Logga in', exact: true }).click()
    await page.waitForURL('**/konto#tva-steg')
    await page.unrouteAll()
    await page.getByRole('button', { name: 'Sätt på kod från en app' }).click()
    await page.getByRole('img', { name: 'QR-kod' }).waitFor()
  })

  it('are turned on by the keyboard alone', async () => {
    const page = await site.visit()
    await signIn(page, 'partner')
    await page.goto('/konto#tva-steg')
    await tabTo(page, 'Sätt på kod från en app')
    await page.keyboard.press('Enter')
    await page.getByRole('img', { name: 'QR-kod' }).waitFor()
    await tabTo(page, 'Koden som appen visar')
    await page.keyboard.type(codeOf((await page.locator('.account-secret').textContent()) ?? ''))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Spara dina reservkoder' }).waitFor()
    await tabTo(page, 'Jag har sparat koderna')
    await page.keyboard.press('Enter')
    await page.getByText('10 koder kvar').waitFor()
  })

  it('are invited to where a role must have them, and give the role back', async () => {
    const page = await site.visit()
    await byPassword(page, 'secretary')
    await page.waitForURL('**/konto#tva-steg')
    await page.getByText('Din roll kräver det.').waitFor()
    expect(await axe(page)).toEqual([])
    await turnOn(page)
    await page.getByText('Din roll kräver inloggning i två steg.').waitFor()
    expect(await page.getByRole('button', { name: 'Ta bort kod från en app' }).count()).toBe(0)
  })
})

describe('passkeys', () => {
  it('are added, named, used alone and as a second step, and removed', async () => {
    const page = await site.visit()
    await withAuthenticator(page)
    await signIn(page, 'manager')
    await page.goto('/konto#tva-steg')
    await page.getByRole('button', { name: 'Lägg till en nyckel' }).click()
    await page.getByLabel('Namn på nyckeln').fill('Datorn')
    await page.getByRole('button', { name: 'Lägg till en nyckel' }).click()
    await page.getByText('Nyckeln Datorn är tillagd.').waitFor()
    await page.getByRole('button', { name: 'Jag har sparat koderna' }).click()
    await page.getByRole('button', { name: 'Byt namn på Datorn' }).click()
    await page.getByLabel('Namn på nyckeln').fill('Datorn på jobbet')
    await page.getByRole('button', { name: 'Spara', exact: true }).last().click()
    await page.getByText('Datorn på jobbet', { exact: true }).waitFor()
    expect(await axe(page)).toEqual([])

    await signOut(page)
    await page.goto('/logga-in?from=%2Fnamnder')
    await page.getByRole('button', { name: 'Logga in med nyckel' }).click()
    await page.waitForURL('**/namnder')
    await signOut(page)

    // Offered by the browser where the address is written; this device chooses by itself.
    await page.goto('/logga-in?from=%2Foversikt')
    await page.getByLabel('E-postadress').focus()
    await page.waitForURL('**/oversikt')
    await signOut(page)

    await page.addInitScript(() => {
      PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false)
    })
    await byPassword(page, 'manager')
    await page.getByRole('heading', { name: 'Ett steg till: din nyckel' }).waitFor()
    await page.getByRole('button', { name: 'Använd nyckeln' }).click()
    await page.getByRole('banner').getByRole('button', { name: 'Logga ut' }).waitFor()

    await page.goto('/konto#tva-steg')
    await page.getByRole('button', { name: 'Ta bort Datorn på jobbet' }).click()
    await page.getByRole('button', { name: 'Ja, ta bort' }).click()
    await page.getByText('Nyckeln Datorn på jobbet är borttagen.').waitFor()
    await page.getByText('Du har ingen nyckel ännu.').waitFor()
  })

  it('that are unknown here are refused kindly', async () => {
    const page = await site.visit('/logga-in')
    await withAuthenticator(page)
    await page.getByRole('button', { name: 'Logga in med nyckel' }).click()
    await page.getByRole('alert').getByText('Ingen nyckel användes.').waitFor()
  })
})

it('the second step is without faults in English, in the dark and on a narrow screen', async () => {
  const page = await site.visit()
  await signIn(page, 'expert')
  await turnOn(page)
  for (const options of [{}, dark]) {
    const visitor = await site.visit('/en/logga-in', options)
    await visitor.getByLabel('Email address').fill('expert@demo.example')
    await visitor.getByLabel('Password').fill(password)
    await visitor.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
    await visitor.getByRole('heading', { name: 'One more step' }).waitFor()
    expect(await axe(visitor)).toEqual([])
    expect(await overflowsAt320(visitor)).toBe(false)
  }
})
