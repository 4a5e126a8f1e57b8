import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, dark, focused, type Harness, overflowsAt320, settled, signIn, start, tabTo } from './harness'

// The activity that the first reader of this service is shown: "Utveckla Centrum mot våld".
const centrum = '/aktiviteter/2.2'

let site: Harness

beforeAll(async () => {
  site = await start()
})

afterAll(() => site?.stop())

const as = async (role: 'officer' | 'reader', path: string) => {
  const page = await site.visit()
  await signIn(page, role)
  await page.goto(path)
  await settled(page)
  return page
}

const state = (page: Page) => page.locator('.state').textContent()

const etagOf = async (page: Page) => {
  const id = await page.evaluate(async () => {
    const list = await (await fetch('/api/v1/activities?limit=100&sort=code')).json()
    return list.items.find((one: { code: string }) => one.code === '2.2').id as string
  })
  return (await page.request.get(`/api/v1/activities/${id}`)).headers().etag
}

describe('Berättelsen om en aktivitet', () => {
  it('säger vad, hur det går, vem som svarar och vägen dit, för vem som helst', async () => {
    const page = await site.visit(centrum)
    expect(await page.locator('h1').textContent()).toBe('Utveckla Centrum mot våld')
    expect(await page.title()).toContain('2.2 Utveckla Centrum mot våld')
    const headings = await page.locator('main h2').allInnerTexts()
    expect(headings.slice(0, 5)).toEqual(['Läget', 'Vem svarar', 'Vägen', 'Rapporter', 'Vad som ingår'])
    await page.locator('#who').getByText('Individ- och familjenämnden').waitFor()
    expect(await page.getByText('att bekräfta', { exact: true }).count()).toBeGreaterThan(0)
    expect(await page.getByRole('button', { name: 'Rapportera' }).count()).toBe(0)
    expect(await page.getByRole('link', { name: 'Redigera' }).count()).toBe(0)
  })

  it('säger hur ansvaret har gått över, och att alla nämnder är en regel', async () => {
    const page = await site.visit('/aktiviteter/1.4')
    const who = page.locator('#who')
    await who.getByText('Alla nämnder svarar.').waitFor()
    expect((await who.locator('.handovers').textContent())?.replace(/\s+/g, ' ')).toMatch(
      /Enheten för stöd och utveckling lämnade över till UmeBrå, datum saknas/,
    )
  })

  it('leder rätt också från ett nummer som inte finns', async () => {
    const page = await site.visit('/aktiviteter/99.9')
    expect(await page.locator('h1').textContent()).toBe('Aktiviteten finns inte')
    await page.getByRole('link', { name: 'Till alla aktiviteter' }).click()
    await page.waitForURL('**/aktiviteter')
  })

  it('visar den som bara är inloggad inget mer än andra', async () => {
    const page = await as('reader', centrum)
    expect(await page.getByRole('button', { name: 'Rapportera' }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Interna anteckningar' }).count()).toBe(0)
  })
})

describe('Handläggaren på IFN', () => {
  it('rapporterar en avvikelse, och alla ser den direkt', async () => {
    const anyone = await site.visit(centrum)
    const before = await etagOf(anyone)
    const page = await as('officer', centrum)
    await page.getByRole('button', { name: 'Rapportera' }).click()
    await page.getByLabel('Individ- och familjenämnden', { exact: true }).waitFor()
    await page.getByLabel('Avvikelse', { exact: true }).check()
    await page.getByRole('button', { name: 'Publicera rapporten' }).click()
    expect(await page.locator('.error-summary:focus').textContent()).toContain('Skriv vad som avviker och varför.')
    await page.getByRole('link', { name: /Vad avviker/ }).click()
    expect(await focused(page)).toContain('Vad avviker, och varför?')
    await page.getByLabel('Vad avviker, och varför?').fill('En tjänst är vakant sedan i maj.')
    await page.getByLabel('Vad har gjorts?').fill('Samtalen med skolorna har börjat.')
    await page.getByRole('button', { name: 'Publicera rapporten' }).click()

    await page.getByRole('heading', { name: 'Rapporten är publicerad' }).waitFor()
    expect(await page.getByText(/^Sparat \d\d\.\d\d$/).count()).toBe(1)
    await page.locator('.report-deviation', { hasText: 'En tjänst är vakant' }).waitFor()
    await page.locator('.state').getByText('Individ- och familjenämnden rapporterar en avvikelse').waitFor()
    expect(await state(page)).toMatch(/^osäker/)

    await anyone.reload()
    await settled(anyone)
    expect(await state(anyone)).toMatch(/osäker/i)
    await anyone.locator('.report-deviation', { hasText: 'En tjänst är vakant sedan i maj.' }).waitFor()
    expect(await etagOf(anyone)).not.toBe(before)

    await page.getByRole('link', { name: 'Se nämndens sida' }).click()
    await settled(page)
    expect(await page.locator('main').textContent()).toMatch(/Utveckla Centrum mot våld[\s\S]*(avvikelse|osäker)/)
    await page.goto('/tidslinje/tabell')
    await settled(page)
    const row = page.getByRole('row').filter({ hasText: 'Utveckla Centrum mot våld' }).first()
    expect(await row.textContent()).toMatch(/osäker/)
  })

  it('rättar sin rapport', async () => {
    const page = await as('officer', centrum)
    await page.getByRole('button', { name: 'Rapportera' }).click()
    await page.getByLabel('Enligt plan').check()
    await page.getByLabel('Vad har gjorts?').fill('Rutinen är skriven.')
    await page.getByRole('button', { name: 'Publicera rapporten' }).click()
    await page.getByRole('button', { name: 'Stäng', exact: true }).click()
    await page.locator('.report', { hasText: 'Rutinen är skriven.' }).waitFor()
    await page
      .getByRole('button', { name: /^Rätta rapporten från Individ/ })
      .first()
      .click()
    await page.getByLabel('Vad händer härnäst?').fill('Rekryteringen är klar i januari.')
    await page.getByRole('button', { name: 'Spara rättelsen' }).click()
    await page.getByRole('heading', { name: 'Rättelsen är sparad' }).waitFor()
    await page.locator('.report').first().getByText('Rekryteringen är klar i januari.').waitFor()
  })

  it('rapporterar med bara tangentbordet', async () => {
    const page = await as('officer', '/aktiviteter/2.5')
    await tabTo(page, 'Rapportera')
    await page.keyboard.press('Enter')
    await page.getByLabel('Vad har gjorts?').waitFor()
    expect(await focused(page)).toBe('Rapportera')
    await tabTo(page, /Enligt plan/)
    await page.keyboard.press('Space')
    await tabTo(page, /Vad har gjorts/)
    await page.keyboard.type('Två platser är öppnade.')
    await tabTo(page, 'Publicera rapporten')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Rapporten är publicerad' }).waitFor()
    expect(await focused(page)).toBe('Rapporten är publicerad')
    await tabTo(page, 'Stäng')
    await page.keyboard.press('Enter')
    await page.locator('.report', { hasText: 'Två platser är öppnade.' }).waitFor()
  })

  it('förlorar inte sina ord när nätet bryts, och rapporten blir bara en', async () => {
    const page = await as('officer', '/aktiviteter/2.2.3')
    const keys: (string | undefined)[] = []
    await page.route('**/reports', async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      keys.push(route.request().headers()['idempotency-key'])
      // The first answer is lost on its way back: the report was taken, but nobody was told.
      if (keys.length > 1) return route.continue()
      await route.fetch()
      return route.abort('connectionreset')
    })
    await page.getByRole('button', { name: 'Rapportera' }).click()
    await page.getByLabel('Enligt plan').check()
    await page.getByLabel('Vad har gjorts?').fill('Ett första möte med skolorna.')
    await page.getByRole('button', { name: 'Publicera rapporten' }).click()
    await page.getByText('Vi når inte tjänsten.').waitFor()
    expect(await page.getByLabel('Vad har gjorts?').inputValue()).toBe('Ett första möte med skolorna.')
    await page.getByText('Inte sparat', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Publicera rapporten' }).click()
    await page.getByRole('heading', { name: 'Rapporten är publicerad' }).waitFor()
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBe(keys[1])
    const told = page.locator('.report', { hasText: 'Ett första möte med skolorna.' })
    await told.first().waitFor()
    expect(await told.count()).toBe(1)
  })

  it('får tillbaka det halvskrivna efter att ha stängt, och en fråga innan sidan lämnas', async () => {
    const page = await as('officer', centrum)
    await page.getByRole('button', { name: 'Rapportera' }).click()
    await page.getByLabel('Vad händer härnäst?').fill('Halvskrivet')
    const asked: string[] = []
    page.once('dialog', (dialog) => {
      asked.push(dialog.message())
      void dialog.dismiss()
    })
    await page.getByRole('link', { name: 'Nämnder', exact: true }).click()
    expect(asked).toEqual([expect.stringContaining('ändringar som inte är sparade')])
    expect(new URL(page.url()).pathname).toBe(centrum)
    await page.getByRole('button', { name: 'Stäng', exact: true }).click()
    await page.getByRole('button', { name: 'Rapportera' }).click()
    await page.getByText('Det du skrev förut finns kvar.').waitFor()
    expect(await page.getByLabel('Vad händer härnäst?').inputValue()).toBe('Halvskrivet')
  })

  it('loggas ut mitt i, loggar in igen och fortsätter där orden slutade', async () => {
    const page = await as('officer', '/aktiviteter/2.5')
    await page.getByRole('button', { name: 'Rapportera' }).click()
    await page.getByLabel('Enligt plan').check()
    await page.getByLabel('Vad har gjorts?').fill('Tre platser är öppnade.')
    await page.context().clearCookies()
    await page.route('**/reports', (route) =>
      route.request().method() === 'POST' ? route.fulfill({ status: 401, json: {} }) : route.continue(),
    )
    await page.getByRole('button', { name: 'Publicera rapporten' }).click()
    await page.getByText('Du är inte längre inloggad').waitFor()
    await page.unroute('**/reports')
    await page.getByRole('main').getByRole('link', { name: 'Logga in' }).click()
    await page.getByLabel('E-postadress').fill('officer@demo.example')
    await page.getByLabel('Lösenord').fill(process.env.ENVAGIN_DEMO_PASSWORD ?? 'ett-losenord-for-prov')
    await page.getByRole('main').getByRole('button', { name: 'Logga in', exact: true }).click()
    await page.getByText('Det du skrev förut finns kvar.').waitFor()
    expect(await page.getByLabel('Vad har gjorts?').inputValue()).toBe('Tre platser är öppnade.')
    await page.getByRole('button', { name: 'Publicera rapporten' }).click()
    await page.getByRole('heading', { name: 'Rapporten är publicerad' }).waitFor()
    await page.locator('.report', { hasText: 'Tre platser är öppnade.' }).waitFor()
  })

  it('skriver var i uppdragsplanen aktiviteten finns', async () => {
    const page = await as('officer', centrum)
    await page.getByRole('button', { name: /^Ange plats i uppdragsplanen för Individ/ }).click()
    await page.getByLabel('Plats i uppdragsplanen').fill('Uppdragsplan 2026, punkt 4.2')
    await page.getByRole('button', { name: 'Spara', exact: true }).click()
    await page.getByText('I uppdragsplanen: Uppdragsplan 2026, punkt 4.2').waitFor()
  })

  it('varnas för personnummer i en text som alla läser', async () => {
    const page = await as('officer', '/aktiviteter/2.2.3')
    await page.getByRole('button', { name: 'Rapportera' }).click()
    await page.getByLabel('Vad har gjorts?').fill('Samtal med 850312-1234.')
    await page.getByText('Texten ser ut att innehålla ett personnummer.').waitFor()
  })
})

describe('För alla', () => {
  for (const [how, path, options] of [
    ['på svenska', centrum, {}],
    ['på engelska', `/en${centrum}`, {}],
    ['i mörker', '/aktiviteter/1.4', dark],
    ['i mörker på engelska', '/en/aktiviteter/1.3.1', dark],
  ] as const) {
    it(`är sidan tillgänglig ${how}, och ryms på 320 px`, async () => {
      const page = await site.visit(path, options)
      expect(await axe(page)).toEqual([])
      expect(await overflowsAt320(page)).toBe(false)
    })
  }

  for (const [how, options] of [
    ['i ljus', {}],
    ['i mörker', dark],
  ] as const) {
    it(`är formulären tillgängliga ${how}, och ryms på 320 px`, async () => {
      const page = await site.visit('/', options)
      await signIn(page, 'coordinator')
      await page.goto(centrum)
      await settled(page)
      for (const name of ['Rapportera', 'Ändra läge', 'Interna anteckningar']) {
        await page.getByRole('button', { name, exact: true }).click()
        await page.locator('.desk form').waitFor()
        expect(await axe(page), name).toEqual([])
      }
      await page.getByRole('button', { name: 'Ändra milstolpar' }).click()
      await page.getByRole('button', { name: 'Lägg till milstolpe' }).click()
      await page.getByRole('button', { name: 'Ändra vilka som svarar' }).click()
      await page.getByRole('button', { name: 'Lägg till någon som svarar' }).click()
      await page.getByLabel('Vem', { exact: true }).waitFor()
      expect(await axe(page)).toEqual([])
      expect(await overflowsAt320(page)).toBe(false)
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.goto(`${centrum}/redigera`)
      await settled(page)
      expect(await axe(page)).toEqual([])
      expect(await overflowsAt320(page)).toBe(false)
    })
  }
})
