import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, dark, focused, type Harness, overflowsAt320, settled, signIn, start, tabTo } from './harness'

const password = process.env.ENVAGIN_DEMO_PASSWORD ?? 'ett-losenord-for-prov'
let site: Harness

beforeAll(async () => {
  site = await start()
})

afterAll(() => site?.stop())

async function as(
  role: 'coordinator' | 'officer' | 'reader',
  path: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await site.visit(undefined, options)
  await signIn(page, role)
  await page.goto(path)
  await settled(page)
  return page
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const seatOf = (page: Page, name: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: name })

/** Fills in an appointment; the decision's body stands as the form gives it. */
async function fillIn(form: ReturnType<Page['getByRole']>, name: string, email: string, from = inDays(0)) {
  await form.getByLabel('Namn').fill(name)
  await form.getByLabel('E-postadress').fill(email)
  await form.getByLabel('Från och med').fill(from)
  await form.getByLabel('Till och med').fill(inDays(900))
  await form.getByLabel('Beslutets dag').fill(inDays(-10))
  await form.getByLabel('Diarienummer').fill('IFN-2026/00012')
}

/** The reader of the demo lets everyone see the name, or nobody. */
async function letTheReaderShow(publicName: boolean): Promise<void> {
  const { request } = (await site.visit()).context()
  const session = await request.post('/api/v1/sessions', { data: { email: 'reader@demo.example', password } })
  const headers = { Authorization: `Bearer ${(await session.json()).accessToken}` }
  const profile = await (await request.get('/api/v1/users/me/profile', { headers })).json()
  const { name, title, phone, lang, publicEmail, publicPhone, protected: hidden, version } = profile
  const put = await request.put('/api/v1/users/me/profile', {
    headers: { ...headers, 'If-Match': `"${version}"` },
    data: { name, title, phone, lang, publicEmail, publicPhone, protected: hidden, publicName },
  })
  expect(put.status()).toBe(200)
}

describe('a board’s officer', () => {
  it('appoints to the board’s own seats, by a decision of the right body, and never two at once', async () => {
    const page = await as('officer', '/samverkansrad/mandat')
    const seat = seatOf(page, 'Socialt ansvariga samordnare')
    expect(await page.getByRole('main').getByText('Äldreomsorg').count()).toBe(0)
    await seat.getByRole('button', { name: /^Utse (nästa )?ledamot till Socialt/ }).click()
    const form = page.getByRole('form', { name: 'Utse ledamot till Socialt ansvariga samordnare' })
    await expect.poll(() => focused(page)).toBe('Namn')

    // What is missing is told before anything is sent.
    await form.getByRole('button', { name: 'Utse' }).click()
    await form
      .getByRole('alert')
      .getByRole('link', { name: /Skriv vem som utses/ })
      .click()
    expect(await focused(page)).toBe('Namn')

    // Another board cannot decide on the seat; what was typed is kept.
    await fillIn(form, 'Rut Råd', 'reader@demo.example')
    await form.getByLabel('Beslutat av').selectOption({ label: 'Äldrenämnden' })
    await form.getByRole('button', { name: 'Utse' }).click()
    await form
      .getByRole('alert')
      .getByText(/Bara den som utser till platsen/)
      .waitFor()
    expect(await form.getByLabel('Namn').inputValue()).toBe('Rut Råd')
    expect(await axe(page)).toEqual([])

    await form.getByLabel('Beslutat av').selectOption({ label: 'Individ- och familjenämnden' })
    await form.getByRole('button', { name: 'Utse' }).click()
    await page.getByRole('status').getByText('Ledamot är utsedd till Socialt ansvariga samordnare.').waitFor()
    await page.locator('#tillsatta').getByRole('link', { name: 'Socialt ansvariga samordnare' }).waitFor()

    // The seat is held: another from the same day is refused in words.
    await seat.getByRole('button', { name: 'Utse nästa ledamot till Socialt ansvariga samordnare' }).click()
    await fillIn(form, 'Ture Två', 'ture@umea.example')
    await form.getByRole('button', { name: 'Utse' }).click()
    await form
      .getByRole('alert')
      .getByText(/Någon annan har platsen under de dagarna/)
      .waitFor()
    page.once('dialog', (dialog) => dialog.accept())
    await form.getByRole('button', { name: 'Avbryt' }).click()

    // A substitute, by the same decision; then an end is decided.
    await seat.getByRole('button', { name: 'Utse ersättare till Socialt ansvariga samordnare' }).click()
    const beside = page.getByRole('form', { name: 'Utse ersättare till Socialt ansvariga samordnare' })
    expect(await beside.getByLabel('Diarienummer').inputValue()).toBe('IFN-2026/00012')
    await beside.getByLabel('Namn').fill('Sture Står-In')
    await beside.getByLabel('E-postadress').fill('sture@umea.example')
    await beside.getByRole('button', { name: 'Utse' }).click()
    await page.getByText('Ersättare är utsedd till Socialt ansvariga samordnare.').waitFor()
    await seat.getByRole('button', { name: 'Avsluta uppdraget: Socialt ansvariga samordnare' }).click()
    await page.getByLabel('Sista dagen').fill(inDays(20))
    await page.getByRole('form').getByRole('button', { name: 'Avsluta uppdraget' }).click()
    await page.getByText(/^Uppdraget Socialt ansvariga samordnare slutar/).waitFor()
    await page.locator('#snart').getByRole('link', { name: 'Socialt ansvariga samordnare' }).waitFor()
    expect(await axe(page)).toEqual([])
    expect(await overflowsAt320(page)).toBe(false)
  })

  it('finds the seats from the desk, and reaches every button by the keyboard', async () => {
    const page = await as('officer', '/arbete')
    await page.getByRole('main').getByRole('link', { name: 'Mandat i rådet' }).click()
    await page.getByRole('heading', { level: 1, name: 'Mandat i samverkansrådet' }).waitFor()
    await tabTo(page, /^Utse ersättare till/)
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('Namn')
    await tabTo(page, 'Avbryt')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toMatch(/^Utse ersättare till/)
  })
})

describe('the public', () => {
  it('reads who speaks for what, and a name only when the person allows it', async () => {
    await letTheReaderShow(false)
    const page = await site.visit('/samverkansrad')
    const seats = page.locator('#platser').getByRole('listitem')
    expect(await seats.count()).toBe(17)
    expect(await page.getByRole('main').getByText('Demo: läsare').count()).toBe(0)
    await letTheReaderShow(true)
    await page.reload()
    await seatOf(page, 'Socialt ansvariga samordnare').getByText('Demo: läsare').waitFor()

    await page.getByRole('link', { name: 'Socialt ansvariga samordnare' }).click()
    await page.getByRole('heading', { level: 1, name: 'Socialt ansvariga samordnare' }).waitFor()
    await page.locator('#genom-aren').getByText('Demo: läsare').waitFor()
    await page.locator('#genom-aren').getByText('IFN-2026/00012').first().waitFor()
    expect(await page.getByText('Sture').count()).toBe(0)
    expect(await axe(page)).toEqual([])
  })

  it('sees which units have no contact person', async () => {
    const page = await site.visit('/kontaktpersoner')
    await page.getByText(/\d+ av \d+ enheter har en kontaktperson/).waitFor()
    await page.getByLabel('Enheter som saknar kontaktperson').check()
    await page.waitForURL('**/kontaktpersoner?visa=saknas')
    expect(await page.getByRole('main').getByRole('link', { name: 'Centrum mot våld', exact: true }).count()).toBe(0)
  })
})

it('whoever keeps the council changes a seat, and its history tells of it', async () => {
  const page = await as('coordinator', '/samverkansrad/platser/funktionshinder', dark)
  await page.getByRole('button', { name: 'Ändra platsen' }).click()
  await page.getByLabel('Utses av').selectOption({ label: 'Individ- och familjenämnden' })
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByRole('main').getByRole('link', { name: 'Individ- och familjenämnden' }).first().waitFor()
  await page
    .locator('#history')
    .getByText(/vem som utser/)
    .waitFor()
  expect(await axe(page)).toEqual([])
  expect(await overflowsAt320(page)).toBe(false)
})
