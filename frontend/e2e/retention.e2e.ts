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

const outbox = 'Brev i provmiljöns utkorg'

describe('Administratören', () => {
  it('läser reglerna och sätter kommunens beslut på en av dem', async () => {
    const page = await as('admin', '/gallring')
    const rule = page.locator('.rule', { hasText: outbox })
    expect(await rule.textContent()).toContain('inget beslut angivet')
    await rule.getByRole('button', { name: `Ändra regeln: ${outbox}` }).click()
    await page.getByLabel('Antal dagar').fill('hundra')
    await page.getByRole('button', { name: 'Spara', exact: true }).click()
    expect(await page.locator('.error-summary:focus').textContent()).toContain('Antal dagar: Skriv ett heltal mellan')
    await page.getByLabel('Antal dagar').fill('14')
    await page.getByLabel('Gallringsbeslutets diarienummer').fill('KS-2026/00123')
    await page.getByText('Lägg till en förklaring (frivilligt)').click()
    await page.getByLabel('Varför ändras det?').fill('Nytt gallringsbeslut.')
    await page.getByRole('button', { name: 'Spara', exact: true }).click()
    await rule.getByText('Sparas 14 dagar').waitFor()
    expect(await rule.textContent()).toContain('KS-2026/00123')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      `Ändra regeln: ${outbox}`,
    )
  })

  it('provkör utan att något ändras, och får veta att inget är moget', async () => {
    const page = await as('admin', '/gallring')
    await page.getByLabel('Vilken regel').selectOption({ label: outbox })
    await page.getByRole('button', { name: 'Provkör' }).click()
    await page.getByText('0 rader skulle gallras. Inget är ändrat.').waitFor()
    await page.getByRole('button', { name: 'Gallra nu …' }).click()
    await page.getByText('Inget är moget att gallra i dag.').waitFor()
    expect(await page.getByRole('button', { name: 'Ja, gallra nu' }).count()).toBe(0)
  })

  it('får en fråga innan något gallras, säger ja, och läser protokollet', async () => {
    const page = await as('admin', '/')
    // Nothing is due in a new trial: what is counted is raised on its way here, and the run itself is real.
    await page.route('**/retention-rules?*', async (route) => {
      const answer = await route.fetch()
      const body = await answer.json()
      for (const rule of body.items) if (rule.id === 'outbox') rule.due = 3
      await route.fulfill({ response: answer, json: body })
    })
    await page.goto('/gallring')
    await settled(page)
    await page.getByLabel('Vilken regel').selectOption({ label: outbox })
    await page.getByRole('button', { name: 'Gallra nu …' }).click()
    const question = page.getByRole('group', { name: /^Gallra 3 rader nu/ })
    expect(await question.textContent()).toContain('Ett gallringsprotokoll skrivs och sparas.')
    await question.getByRole('button', { name: 'Nej, gallra inte' }).click()
    await question.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Gallra nu …' }).click()
    await question.getByRole('button', { name: 'Ja, gallra nu' }).click()
    await page.getByRole('link', { name: 'Visa gallringsprotokollet' }).click()
    await page.locator('h1', { hasText: 'Gallringsprotokoll' }).waitFor()
    expect(await page.locator('main').textContent()).toContain('Administratören')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText('Ort, datum och underskrift').isVisible()).toBe(true)
    expect(await page.locator('.shell-header').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    expect(await axe(page)).toEqual([])
    expect(await overflowsAt320(page)).toBe(false)
    await page.getByRole('link', { name: 'Gallring', exact: true }).click()
    await page.locator('#protokoll').getByRole('cell', { name: 'Administratören' }).first().waitFor()
  })

  it('provkör med bara tangentbordet', async () => {
    const page = await as('admin', '/gallring')
    await tabTo(page, 'Provkör')
    await page.keyboard.press('Enter')
    await page.getByText('skulle gallras. Inget är ändrat.').waitFor()
  })
})

it('låter samordnaren läsa men inte gallra', async () => {
  const page = await as('coordinator', '/gallring')
  await page.locator('.rule').first().waitFor()
  expect(await page.getByRole('button', { name: /^Ändra regeln/ }).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Gallra nu …' }).count()).toBe(0)
})

describe('För alla', () => {
  for (const [how, path, options] of [
    ['på svenska', '/gallring', {}],
    ['på engelska', '/en/gallring', {}],
    ['i mörker', '/gallring', dark],
  ] as const) {
    it(`är sidan tillgänglig ${how}, och ryms på 320 px`, async () => {
      const page = await as('admin', path, options)
      await page
        .getByRole('button', { name: /^(Ändra regeln|Change the rule)/ })
        .first()
        .click()
      await page.getByRole('button', { name: /^(Provkör|Try)$/ }).click()
      await page.getByRole('button', { name: /^(Gallra nu|Erase now)/ }).click()
      await page.locator('.editing-form').waitFor()
      await settled(page)
      expect(await axe(page)).toEqual([])
      expect(await overflowsAt320(page)).toBe(false)
    })
  }
})
