import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, dark, type Harness, overflowsAt320, settled, signIn, start, tabTo } from './harness'

type Role = Parameters<typeof signIn>[1]

let site: Harness

beforeAll(async () => {
  site = await start()
})

afterAll(() => site?.stop())

const as = async (role: Role, path: string, options = {}) => {
  const page = await site.visit('/', options)
  await signIn(page, role)
  await page.goto(path)
  await settled(page)
  return page
}

const saved = (page: Page) => page.getByText(/^Sparat \d\d\.\d\d$/).waitFor()

/** The coordinator changes the heading and the end of an activity, and says why. */
async function change(path: string, title: string, why?: string): Promise<void> {
  const page = await as('coordinator', `${path}/redigera`)
  await page.getByLabel('Titel').fill(title)
  await page.getByLabel('Slut').fill('2028-06')
  if (why) {
    await page.getByText('Lägg till en förklaring (frivilligt)').click()
    await page.getByLabel('Varför ändras det?').fill(why)
  }
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await saved(page)
  await page.context().close()
}

describe('Historiken', () => {
  it('säger i ord vem som ändrade vad, när och varför, och jämför före och efter', async () => {
    await change('/aktiviteter/2.7', 'Stöd till chefer', 'Beslut i KS 2026-11-10, § 214 – ”brådskande”.')
    const page = await as('officer', '/aktiviteter/2.7')
    const step = page.locator('#history .history-step').first()
    await step.getByText('Samordnaren ändrade rubriken och slutdatumet.').waitFor()
    expect(await step.textContent()).toContain('Beslut i KS 2026-11-10, § 214 – ”brådskande”.')
    expect(await step.textContent()).not.toContain('Demo: samordnare')
    await step.locator('summary').click()
    expect(await step.locator('del').first().textContent()).toBe('Hjälp till personal som utsätts för våld')
    expect(await step.locator('ins').allTextContents()).toEqual(['Stöd till chefer', 'juni 2028'])
  })

  it('jämför långa texter ord för ord, och säger det till den som lyssnar', async () => {
    const page = await as('coordinator', '/aktiviteter/2.5/redigera')
    const summary = page.getByRole('textbox', { name: 'Sammanfattning' })
    await summary.fill('Den som behöver ett skyddat boende ska få plats samma dag, med sina barn och sina djur.')
    await page.getByRole('button', { name: 'Spara', exact: true }).click()
    await saved(page)
    await summary.fill('Den som behöver ett skyddat boende ska få plats inom ett dygn, med sina barn och sina djur.')
    await page.getByRole('button', { name: 'Spara', exact: true }).click()
    await page.getByText('Ändringar som inte är sparade').waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Visa aktiviteten' }).click()
    const step = page.locator('#history .history-step').first()
    await step.getByText('Samordnaren ändrade sammanfattningen.').waitFor()
    await step.locator('summary').click()
    expect((await step.locator('del').textContent())?.replace(/\s+/g, ' ').trim()).toBe('borttaget: samma dag, slut.')
    expect((await step.locator('ins').textContent())?.replace(/\s+/g, ' ').trim()).toBe('tillagt: inom ett dygn, slut.')
  })

  it('finns på en egen sida att skriva ut, där allt står uppslaget', async () => {
    const page = await as('officer', '/aktiviteter/2.6')
    await page.getByRole('link', { name: 'Hela historiken på en egen sida' }).click()
    await page.locator('h1', { hasText: 'Historik: 2.6' }).waitFor()
    await page.locator('.history-step').first().waitFor()
    await page.emulateMedia({ media: 'print' })
    await page.locator('.trace-changes').first().waitFor()
    expect(await page.locator('.history summary').first().isVisible()).toBe(false)
    expect(await page.getByText(/^Utskriven/).isVisible()).toBe(true)
    expect(await page.locator('.shell-header').isVisible()).toBe(false)
  })

  it('finns för planen och nämnden, men inte för den som inte är inloggad', async () => {
    const page = await as('member', '/namnder/ifn')
    await page.locator('#history').getByText('skapade organet').waitFor()
    await page.goto('/plan')
    await settled(page)
    const key = await page.evaluate(async () => (await (await fetch('/api/v1/plans')).json()).items[0].key as string)
    await page.goto(`/plan/${key}/versioner`)
    await page.locator('#history').getByText('Samordnaren ändrade').first().waitFor()
    const anyone = await site.visit('/aktiviteter/2.7')
    expect(await anyone.getByRole('heading', { name: 'Historik' }).count()).toBe(0)
  })

  it('säger rakt ut när saken inte finns', async () => {
    const page = await as('reader', '/historik/activity/0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11')
    expect(await page.locator('h1').textContent()).toBe('Historiken finns inte')
  })
})

describe('Administratören', () => {
  it('söker i spåren, öppnar ett, och ser att sökningen själv är ett spår', async () => {
    await change('/aktiviteter/2.8', 'Samverkan i skolan')
    const page = await as('admin', '/spar')
    expect(await page.locator('main').textContent()).toContain('Din sökning lämnar själv ett spår')
    await page.getByLabel('Roll').selectOption({ label: 'Samordnaren' })
    await page.getByLabel('Vad som gjordes').selectOption({ label: 'Ändrade' })
    await page.getByLabel('Slag av sak').selectOption({ label: 'Aktiviteten' })
    await page.getByRole('search').getByRole('button', { name: 'Sök' }).click()
    await page.waitForURL('**/spar?roll=coordinator&handling=replace&slag=activity')
    await page.getByRole('link', { name: 'Samordnaren ändrade rubriken och slutdatumet.' }).first().click()
    await page.waitForURL(/\/spar\/[0-9a-f-]{36}$/)
    await settled(page)
    const facts = await page.locator('.facts').textContent()
    expect(facts).toContain('Demo: samordnare')
    expect(facts).toMatch(/Anropets id[0-9a-f-]{36}/)
    await page.locator('ins', { hasText: 'Samverkan i skolan' }).waitFor()
    await page.getByRole('link', { name: 'Allt som samma anrop gjorde' }).click()
    await page.waitForURL(/\/spar\?anrop=[0-9a-f-]{36}$/)
    await page.goto('/spar?handling=read&skyddat=ja')
    await settled(page)
    await page.getByRole('link', { name: 'Administratören sökte i spåren.' }).first().waitFor()
    await page.getByRole('link', { name: 'Administratören läste ett spår.' }).first().waitFor()
  })

  it('väljer en person vid namn, men adressen har bara ett id', async () => {
    const page = await as('admin', '/spar')
    await page.getByLabel('Person', { exact: true }).selectOption({ label: 'Demo: administratör' })
    await page.getByRole('search').getByRole('button', { name: 'Sök' }).click()
    await page.waitForURL(/\/spar\?person=[0-9a-f-]{36}$/)
    await page.getByRole('cell', { name: 'Demo: administratör' }).first().waitFor()
  })

  it('når allt med bara tangentbordet', async () => {
    const page = await as('admin', '/spar')
    await tabTo(page, 'Sök')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Administratören loggade in.')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/spar\/[0-9a-f-]{36}$/)
  })
})

it('släpper inte fram samordnaren till spåren', async () => {
  const page = await as('coordinator', '/spar')
  await page.getByRole('alert').waitFor()
  expect(await page.locator('.trace-filters').count()).toBe(0)
})

describe('För alla', () => {
  for (const [how, prefix, options] of [
    ['på svenska', '', {}],
    ['på engelska', '/en', {}],
    ['i mörker', '', dark],
  ] as const) {
    it(`är sidorna tillgängliga ${how}, och ryms på 320 px`, async () => {
      const page = await as('admin', `${prefix}/spar`, options)
      for (const path of ['/spar', '/aktiviteter/2.6']) {
        await page.setViewportSize({ width: 1280, height: 800 })
        await page.goto(prefix + path)
        await settled(page)
        if (path !== '/spar') await page.locator('#history summary').first().click()
        expect(await axe(page), path).toEqual([])
        expect(await overflowsAt320(page), path).toBe(false)
      }
      const own = await page.locator('#history > .part-head a').getAttribute('href')
      await page.goto('/')
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.goto(own ?? '')
      await settled(page)
      expect(await axe(page)).toEqual([])
      expect(await overflowsAt320(page)).toBe(false)
      await page.goto(`${prefix}/spar`)
      await settled(page)
      await page.locator('tbody a').first().click()
      await page.waitForURL(/\/spar\/[0-9a-f-]{36}$/)
      await settled(page)
      expect(await axe(page)).toEqual([])
      expect(await overflowsAt320(page)).toBe(false)
    })
  }
})
