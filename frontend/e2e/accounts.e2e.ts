import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Harness, settled, signIn, start } from './harness'

let site: Harness

beforeAll(async () => {
  site = await start()
})

afterAll(() => site?.stop())

describe('signing in', () => {
  it('says what is missing, and takes focus there', async () => {
    const page = await site.visit('/logga-in')
    await page.getByRole('main').getByRole('button', { name: 'Logga in' }).click()
    await page.getByRole('alert').getByRole('link', { name: 'Skriv din e-postadress.' }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('email')
  })

  it('does not say which of address and password was wrong', async () => {
    const page = await site.visit('/logga-in')
    await page.getByLabel('E-postadress').fill('nobody@demo.example')
    await page.getByLabel('Lösenord').fill('fel-losenord-helt')
    await page.getByRole('main').getByRole('button', { name: 'Logga in' }).click()
    await page.getByRole('alert').getByText('E-postadressen eller lösenordet stämmer inte').waitFor()
  })

  it('comes back to where it was asked for, never to another site', async () => {
    const page = await site.visit('/namnder')
    await page.getByRole('banner').getByRole('link', { name: 'Logga in' }).click()
    await page.waitForURL('**/logga-in?from=%2Fnamnder')
    await page.goto('/logga-in?from=//evil.example')
    await signInHere(page)
    await page.waitForURL(`${site.baseUrl}/`)
  })

  it('lasts over a reload, and ends when it is ended', async () => {
    const page = await site.visit('/')
    await signIn(page, 'officer')
    await page.reload()
    await page.getByRole('button', { name: 'Logga ut' }).waitFor()
    expect(await page.evaluate(() => document.cookie)).toBe('')
    await page.getByRole('button', { name: 'Logga ut' }).click()
    await page.getByRole('banner').getByRole('link', { name: 'Logga in' }).waitFor()
    await page.reload()
    await settled(page)
    await page.getByRole('banner').getByRole('link', { name: 'Logga in' }).waitFor()
  })

  it('asks for it on a page for staff, and says why', async () => {
    const page = await site.visit('/aktiviteter/ny')
    expect(await page.locator('h1').textContent()).toBe('Logga in för att fortsätta')
  })
})

async function signInHere(page: import('playwright-core').Page) {
  await page.getByLabel('E-postadress').fill('reader@demo.example')
  await page.getByLabel('Lösenord').fill(process.env.ENVAGIN_DEMO_PASSWORD ?? 'ett-losenord-for-prov')
  await page.getByRole('main').getByRole('button', { name: 'Logga in' }).click()
}
