import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, dark, focused, type Harness, overflowsAt320, settled, signIn, signOut, start, tabTo } from './harness'

const password = process.env.ENVAGIN_DEMO_PASSWORD ?? 'ett-losenord-for-prov'
let site: Harness

beforeAll(async () => {
  site = await start()
})

afterAll(() => site?.stop())

async function as(role: 'admin' | 'coordinator', path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await site.visit(undefined, options)
  await signIn(page, role)
  await page.goto(path)
  await settled(page)
  return page
}

async function invite(page: Page, name: string, email: string): Promise<void> {
  await page.goto('/personer/ny')
  await page.getByLabel('Namn', { exact: true }).fill(name)
  await page.getByLabel('E-postadress').fill(email)
  await page.getByLabel('Roll', { exact: true }).selectOption('partner')
  await page.getByLabel('Nämnd eller organisation').selectOption({ label: 'Region Västerbotten' })
  await page.getByRole('button', { name: 'Skicka inbjudan' }).click()
  await page.getByRole('heading', { level: 1, name: `Ett brev är på väg till ${email}` }).waitFor()
}

async function open(page: Page, name: string): Promise<void> {
  await page.goto('/personer')
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** What the API says, asked as the demo account of that role. */
async function asking(role: string) {
  const { request } = (await site.visit()).context()
  const session = await request.post('/api/v1/sessions', { data: { email: `${role}@demo.example`, password } })
  const headers = { Authorization: `Bearer ${(await session.json()).accessToken}` }
  return { request, headers }
}

/** The Region answers for one activity of the plan; gives it and one that the Region has nothing to do with. */
async function letTheRegionAnswer(): Promise<{ own: Found; other: Found }> {
  const { request, headers } = await asking('coordinator')
  const bodies = (await (await request.get('/api/v1/boards?limit=100')).json()).items
  const region = bodies.find((body: { key: string }) => body.key === 'region-vasterbotten')
  const activities = (await (await request.get('/api/v1/activities?limit=20')).json()).items
  const [own, other] = [activities[0], activities[1]]
  const made = await request.post(`/api/v1/activities/${own.id}/responsibilities`, {
    headers,
    data: { bodyId: region.id, role: 'answerable', position: 9, source: 'municipality' },
  })
  expect(made.status()).toBe(201)
  return { own, other }
}

type Found = { id: string; code: string }

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

describe('a partner from the Region', () => {
  it('is invited, signs in with a passkey, sees what is theirs, and is removed', async () => {
    const { own, other } = await letTheRegionAnswer()
    const coordinator = await as('coordinator', '/personer')
    await coordinator.getByRole('link', { name: 'Bjud in en person' }).click()
    await coordinator.waitForURL('**/personer/ny')
    await invite(coordinator, 'Rita Region', 'rita@region.example')

    // The letter is in the outbox, which is open to whoever tries the demo.
    const partner = await site.visit('/demo/utkorg')
    await withAuthenticator(partner)
    const letter = partner.getByRole('article').filter({ hasText: 'rita@region.example' })
    await letter.getByRole('link', { name: /\/konto\/losenord#/ }).click()
    await partner.getByLabel('Nytt lösenord').fill('fyra ord som ingen gissar')
    await partner.getByRole('button', { name: 'Spara lösenordet' }).click()
    await partner.getByLabel('E-postadress').fill('rita@region.example')
    await partner.getByLabel('Lösenord').fill('fyra ord som ingen gissar')
    await partner.getByRole('main').getByRole('button', { name: 'Logga in', exact: true }).click()
    await partner.getByRole('banner').getByRole('button', { name: 'Logga ut' }).waitFor()

    await partner.goto('/konto#tva-steg')
    await partner.getByRole('button', { name: 'Lägg till en nyckel' }).click()
    await partner.getByLabel('Namn på nyckeln').fill('Datorn')
    await partner.getByRole('button', { name: 'Lägg till en nyckel' }).click()
    await partner.getByText('Nyckeln Datorn är tillagd.').waitFor()
    await partner.getByRole('button', { name: 'Jag har sparat koderna' }).click()
    await signOut(partner)
    await partner.goto('/logga-in?from=%2Farbete')
    let token = ''
    partner.on('request', (request) => {
      token = request.headers().authorization ?? token
    })
    await partner.getByRole('button', { name: 'Logga in med nyckel' }).click()
    await partner.waitForURL('**/arbete')

    // The desk shows no way to people or systems, and the address alone opens nothing.
    await settled(partner)
    expect(await partner.getByRole('main').getByRole('link', { name: 'Personer och roller' }).count()).toBe(0)
    expect(await partner.getByRole('main').getByRole('link', { name: 'Anslutna system' }).count()).toBe(0)
    await partner.goto('/personer')
    await partner.getByRole('alert').getByText('Din roll får inte göra det här.').waitFor()
    const report = partner.getByRole('main').getByRole('button', { name: /^rapportera/i })
    await partner.goto(`/aktiviteter/${other.code}`)
    await settled(partner)
    expect(await report.count()).toBe(0)
    await partner.goto(`/aktiviteter/${own.code}`)
    await report.first().waitFor()

    await open(coordinator, 'Rita Region')
    await coordinator.getByRole('button', { name: 'Stäng kontot' }).click()
    expect(await focused(coordinator)).toBe('Stänga kontot?')
    await coordinator.getByRole('button', { name: 'Ja, stäng kontot' }).click()
    await coordinator.getByText('Kontot är stängt. Personen är utloggad överallt.').waitFor()

    expect(token).toMatch(/^Bearer /)
    const refused = await partner.request.post(`/api/v1/activities/${own.id}/reports`, {
      headers: { Authorization: token },
      data: {},
    })
    expect(refused.status()).toBe(401)
    await partner.reload()
    await partner.getByRole('banner').getByRole('link', { name: 'Logga in' }).waitFor()
    await partner.goto('/logga-in')
    await partner.getByRole('button', { name: 'Logga in med nyckel' }).click()
    await partner.getByRole('alert').first().waitFor()
    expect(await partner.getByRole('banner').getByRole('button', { name: 'Logga ut' }).count()).toBe(0)
  })
})

describe('whoever keeps the accounts', () => {
  it('is told what is missing, and loses nothing that was typed', async () => {
    const page = await as('coordinator', '/personer/ny')
    await page.getByLabel('Namn', { exact: true }).fill('Någon')
    await page.getByRole('button', { name: 'Skicka inbjudan' }).click()
    await page
      .getByRole('alert')
      .getByRole('link', { name: /vilken nämnd eller organisation/ })
      .click()
    expect(await focused(page)).toBe('Nämnd eller organisation')
    await page.getByLabel('Nämnd eller organisation').selectOption({ label: 'Region Västerbotten' })
    await page.getByLabel('E-postadress').fill('reader@demo.example')
    await page.getByRole('button', { name: 'Skicka inbjudan' }).click()
    await page.getByRole('alert').getByText('Det finns redan ett konto med den adressen.').waitFor()
    expect(await page.getByLabel('Namn', { exact: true }).inputValue()).toBe('Någon')
  })

  it('chooses by role and board, and the address keeps the choice', async () => {
    const page = await as('coordinator', '/personer')
    await page.getByLabel('Roll', { exact: true }).selectOption('officer')
    await page.waitForURL('**/personer?roll=officer')
    await page.getByText('1 person', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Demo: handläggare' }).waitFor()
    await page.getByLabel('Nämnd eller organisation').selectOption({ label: 'Region Västerbotten' })
    await page.getByText('Ingen passar urvalet').waitFor()
    await page.getByRole('link', { name: 'Visa alla' }).click()
    await page.getByRole('link', { name: 'Demo: läsare' }).waitFor()
  })

  it('gives a role until a day, sees that it ends soon, and settles a clash side by side', async () => {
    const page = await as('coordinator', '/personer')
    await invite(page, 'Rolf Roll', 'rolf@region.example')
    await page.getByRole('link', { name: 'Till personens sida' }).click()
    await page.getByRole('button', { name: 'Ändra uppgifter och roller' }).click()
    const soon = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)
    await page.getByLabel('Till och med').fill(soon)

    const other = await as('coordinator', new URL(page.url()).pathname)
    await other.getByRole('button', { name: 'Ändra uppgifter och roller' }).click()
    await other.getByLabel('Namn', { exact: true }).fill('Rolf Rollander')
    await other.getByRole('button', { name: 'Spara', exact: true }).click()
    await other.getByText('Ändringen är sparad.').waitFor()

    await page.getByRole('button', { name: 'Spara', exact: true }).click()
    await page.getByRole('dialog', { name: 'Någon annan hann spara före dig' }).waitFor()
    await page.getByRole('button', { name: 'Spara det valda' }).click()
    await page.getByRole('heading', { level: 1, name: 'Rolf Rollander' }).waitFor()
    await page.getByText('upphör snart').waitFor()
  })

  it('protects an identity, after being told what that means', async () => {
    const page = await as('coordinator', '/personer')
    await invite(page, 'Pia Privat', 'pia@region.example')
    await page.getByRole('link', { name: 'Till personens sida' }).click()
    await page.getByRole('button', { name: 'Skydda identiteten' }).click()
    await page.getByText('Du kan inte ta bort skyddet.').waitFor()
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Ja, skydda identiteten' }).click()
    await page.getByRole('heading', { level: 1, name: 'Samverkanspart, Region Västerbotten' }).waitFor()
    expect(await page.getByText('Pia').count()).toBe(0)
    await page.goto('/personer')
    await settled(page)
    expect(await page.getByText('Pia').count()).toBe(0)
  })

  it('erases nothing without the word, and leaves the role', async () => {
    const page = await as('admin', '/personer')
    await invite(page, 'Elsa Ex', 'elsa@region.example')
    await open(page, 'Elsa Ex')
    await page.getByRole('button', { name: 'Radera personens uppgifter' }).click()
    await page.getByRole('button', { name: 'Radera för alltid' }).click()
    expect(await focused(page)).toMatch(/^Skriv ordet/)
    await page.getByLabel(/^Skriv ordet/).fill('radera')
    await page.keyboard.press('Enter')
    await page.getByText('Uppgifterna är raderade. Rollen står kvar.').waitFor()
    await page.getByRole('heading', { level: 1, name: 'Tidigare samverkanspart, Region Västerbotten' }).waitFor()
    expect(await page.getByRole('button', { name: 'Ändra uppgifter och roller' }).count()).toBe(0)
  })

  it('invites by the keyboard alone', async () => {
    const page = await as('coordinator', '/personer/ny')
    await tabTo(page, 'Namn')
    await page.keyboard.type('Tage Tangent')
    await tabTo(page, 'E-postadress')
    await page.keyboard.type('tage@region.example')
    await tabTo(page, 'Ta bort roll 1')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('Lägg till en roll')
    await tabTo(page, 'Skicka inbjudan')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Ett brev är på väg till tage@region.example' }).waitFor()
    expect(await overflowsAt320(page)).toBe(false)
    expect(await axe(page)).toEqual([])
  })

  it('finds every page without faults, in both languages, in the dark and on a narrow screen', async () => {
    for (const prefix of ['', '/en']) {
      const page = await as('admin', `${prefix}/personer`, prefix ? dark : {})
      const first = await page.getByRole('main').getByRole('row').nth(1).getByRole('link').getAttribute('href')
      for (const path of [`${prefix}/personer`, `${prefix}/personer/ny`, first ?? '']) {
        await page.setViewportSize({ width: 1280, height: 900 })
        await page.goto(path)
        await settled(page)
        expect(await axe(page), path).toEqual([])
        expect(await overflowsAt320(page), path).toBe(false)
        expect(await axe(page), path).toEqual([])
      }
    }
  })
})

it('a board’s page names only those who have chosen it', async () => {
  const page = await site.visit('/namnder/ifn')
  const contacts = page.locator('#kontakt')
  await contacts.getByText('Handläggare, Individ- och familjenämnden').waitFor()
  expect(await contacts.getByText('Demo: handläggare').count()).toBe(0)

  const { request, headers } = await asking('officer')
  const profile = await (await request.get('/api/v1/users/me/profile', { headers })).json()
  const { name, title, phone, lang, publicEmail, publicPhone, protected: hidden, version } = profile
  const put = await request.put('/api/v1/users/me/profile', {
    headers: { ...headers, 'If-Match': `"${version}"` },
    data: { name, title, phone, lang, publicEmail, publicPhone, protected: hidden, publicName: true },
  })
  expect(put.status()).toBe(200)
  await page.reload()
  await contacts.getByText('Demo: handläggare').waitFor()
  expect(await contacts.getByRole('link').count()).toBe(0)
  expect(await axe(page)).toEqual([])
})
