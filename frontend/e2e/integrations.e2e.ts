import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, dark, focused, type Harness, overflowsAt320, settled, signIn, start } from './harness'

let site: Harness

beforeAll(async () => {
  site = await start()
})

afterAll(() => site?.stop())

async function asCoordinator(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await site.visit(undefined, options)
  await signIn(page, 'coordinator')
  await page.goto(path)
  await settled(page)
  return page
}

async function connect(page: Page, name: string): Promise<void> {
  await page.goto('/system/nytt')
  await page.getByLabel('Systemets namn').fill(name)
  await page.getByLabel('Nämnd eller organisation').selectOption({ label: 'Region Västerbotten' })
  await page.getByLabel('läsa aktiviteter').check()
  await page.getByLabel('E-post till dem som sköter systemet').fill('it@region.example')
  await page.getByRole('button', { name: 'Anslut systemet' }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

async function makeKey(page: Page, label: string): Promise<string> {
  await page.getByRole('button', { name: 'Gör en ny nyckel' }).click()
  await page.getByLabel('Benämning').fill(label)
  await page.getByRole('button', { name: 'Gör nyckeln' }).click()
  await expect.poll(() => focused(page)).toBe('Nyckeln är gjord. Spara den nu.')
  return page.getByLabel('Nyckelns värde').inputValue()
}

describe('a connected system', () => {
  it('gets a key that is shown once, reads with it, and gets in no more when it is ended', async () => {
    const page = await asCoordinator('/system')
    await page.getByText('Inget system är anslutet').waitFor()
    await connect(page, 'Ärendesystemet')
    const value = await makeKey(page, 'Produktion 2027')
    expect(value).toMatch(/^evi_/)
    expect(await axe(page)).toEqual([])
    const ask = () => page.request.get('/api/v1/api-clients/me', { headers: { 'X-Api-Key': value } })
    expect((await ask()).status()).toBe(200)

    await page.getByRole('button', { name: 'Jag har sparat nyckeln' }).click()
    await page.reload()
    await settled(page)
    expect(await page.getByText(value).count()).toBe(0)
    await page.getByRole('button', { name: 'Avsluta Produktion 2027' }).click()
    await page.getByRole('button', { name: 'Ja, avsluta nyckeln' }).click()
    await page.getByRole('cell', { name: 'Avslutad' }).waitFor()
    await expect.poll(async () => (await ask()).status(), { timeout: 20_000, interval: 500 }).toBe(401)
  })

  it('is changed, closed, opened and, when it never used a key, removed', async () => {
    const page = await asCoordinator('/system')
    await connect(page, 'Provsystemet')
    await page.getByRole('button', { name: 'Ändra', exact: true }).click()
    await page.getByLabel('läsa tidslinjen och kalendern').check()
    await page.getByRole('button', { name: 'Spara', exact: true }).click()
    await page.getByText('Ändringen är sparad.').waitFor()
    await page.getByRole('button', { name: 'Stäng systemet' }).click()
    await page.getByRole('button', { name: 'Ja, stäng' }).click()
    await page.getByText('Systemet är stängt.').waitFor()
    expect(await page.getByRole('button', { name: 'Gör en ny nyckel' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Öppna systemet igen' }).click()
    await page.getByRole('button', { name: 'Ja, öppna' }).click()
    await page.getByText('Systemet är öppet.').waitFor()
    await page.getByRole('button', { name: 'Ta bort systemet' }).click()
    await page.getByRole('button', { name: 'Ja, ta bort' }).click()
    await page.waitForURL('**/system')
    await settled(page)
    expect(await page.getByText('Provsystemet').count()).toBe(0)
  })

  it('is told what is missing', async () => {
    const page = await asCoordinator('/system/nytt')
    await page.getByRole('button', { name: 'Anslut systemet' }).click()
    await page
      .getByRole('alert')
      .getByRole('link', { name: /minst en sak/ })
      .waitFor()
    await page
      .getByRole('alert')
      .getByRole('link', { name: /Skriv vad systemet heter/ })
      .click()
    expect(await focused(page)).toBe('Systemets namn')
  })

  it('has pages without faults, in both languages, in the dark and on a narrow screen', async () => {
    const page = await asCoordinator('/system')
    await connect(page, 'Utseendet')
    await makeKey(page, 'En nyckel')
    const one = new URL(page.url()).pathname
    for (const prefix of ['', '/en']) {
      const visitor = await asCoordinator(`${prefix}/system`, prefix ? dark : {})
      for (const path of ['/system', '/system/nytt', one]) {
        await visitor.setViewportSize({ width: 1280, height: 900 })
        await visitor.goto(prefix + path)
        await settled(visitor)
        expect(await axe(visitor), path).toEqual([])
        expect(await overflowsAt320(visitor), path).toBe(false)
      }
    }
  })
})

describe('who may do what', () => {
  it('is read by everyone, as the rules that the server follows', async () => {
    const page = await site.visit('/om')
    await page.getByRole('main').getByRole('link', { name: 'Roller och rättigheter' }).click()
    await page.getByRole('heading', { level: 1, name: 'Vem får göra vad' }).waitFor()
    await settled(page)
    const rules = (await (await page.request.get('/api/v1/access-rules')).json()).rules
    expect(await page.getByRole('table').getByRole('row').count()).toBe(rules.length + 1)
    const erasing = page.getByRole('row', { name: /radera en persons uppgifter/ })
    expect((await erasing.getByRole('cell').allTextContents()).filter(Boolean)).toEqual(['överallt'])
  })

  it('and the outbox are without faults, in both languages, in the dark and on a narrow screen', async () => {
    for (const prefix of ['', '/en']) {
      const page = await site.visit(undefined, prefix ? dark : {})
      for (const path of ['/om/rattigheter', '/demo/utkorg']) {
        await page.setViewportSize({ width: 1280, height: 900 })
        await page.goto(prefix + path)
        await settled(page)
        expect(await axe(page), path).toEqual([])
        expect(await overflowsAt320(page), path).toBe(false)
        expect(await axe(page), path).toEqual([])
      }
    }
  })
})
