import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axe, focused, type Harness, overflowsAt320, signIn, start, tabTo } from './harness'

let site: Harness

beforeAll(async () => {
  site = await start()
})

afterAll(() => site?.stop())

const main = (page: Page) => page.getByRole('main')
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

it('everybody reads what was decided in 2016, who wanted otherwise, and that it was to be reported back', async () => {
  const page = await site.visit('/plan')
  await main(page).getByRole('link', { name: 'Beslut', exact: true }).click()
  await heading(page, 'Beslut')
  expect(await main(page).getByRole('link', { name: 'Skriv in ett beslut' }).count()).toBe(0)
  await page.getByLabel('År').fill('2016')
  await page.waitForURL('**/beslut?ar=2016')
  await page.getByRole('status').getByText('2 beslut').waitFor()
  await page.getByLabel('Bara de som väntar på återrapportering').check()
  await page.getByRole('status').getByText('1 beslut').waitFor()
  await main(page)
    .getByRole('link', { name: /ger uppdraget att ta fram planen/ })
    .click()
  await heading(page, 'Individ- och familjenämnden ger uppdraget att ta fram planen')
  await page
    .locator('#yrkanden')
    .getByText(/Ett tillägg om bredd/)
    .waitFor()
  await page.locator('#yrkanden').getByText('Avslogs').waitFor()
  await page.locator('#reservationer').getByText('V reserverade sig mot beslutet.').waitFor()
  await main(page)
    .getByText(/Skulle ha återrapporterats december 2016/)
    .waitFor()
  expect(await page.getByRole('button', { name: 'Ändra' }).count()).toBe(0)
  expect(await axe(page)).toEqual([])
  expect(await overflowsAt320(page)).toBe(false)
})

it('the coordinator enters a decision, and it stands at the activity, the board and in the timeline until reported back', async () => {
  const page = await site.visit()
  await signIn(page, 'coordinator')
  await page.goto('/beslut')
  await main(page).getByRole('link', { name: 'Skriv in ett beslut' }).click()
  await expect.poll(() => focused(page)).toBe('Vad som beslutades, på en rad')

  // What is wrong is told at its field, also in a list within the form.
  await page.getByLabel('Beslutets dag').fill('igår')
  await page.getByRole('button', { name: 'Spara' }).click()
  await page
    .getByRole('alert')
    .getByRole('link', { name: /^Beslutets dag/ })
    .waitFor()
  await page.getByLabel('Vad som beslutades, på en rad').fill('Nämnden beslutar om prov')
  await page.getByLabel('Instans').selectOption({ label: 'Äldrenämnden' })
  await page.getByLabel('Beslutets dag').fill('2026-01-15')
  await page.getByLabel('Diarienummer').fill('ÄN-2026/7')
  await page.getByRole('button', { name: 'Lägg till ett yrkande' }).click()
  await expect.poll(() => focused(page)).toMatch(/^Vem yrkade/)
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByRole('alert').getByRole('link').first().click()
  expect(await focused(page)).toMatch(/^Vem yrkade/)
  await page.getByLabel('Vem yrkade').fill('Ett parti')
  await page.getByLabel('Vad som yrkades').fill('Att provet görs om.')
  await page.getByLabel('Utfall').selectOption('rejected')
  await page.getByLabel('Ska återrapporteras').fill('2099')
  await page.locator('summary').filter({ hasText: 'Aktiviteter' }).click()
  await page.getByLabel(/^2\.6 Boende$/).check()
  expect(await axe(page)).toEqual([])
  expect(await overflowsAt320(page)).toBe(false)
  await page.getByRole('button', { name: 'Spara' }).click()
  await heading(page, 'Nämnden beslutar om prov')

  for (const path of ['/aktiviteter/2.6', '/namnder/aldrenamnden']) {
    await page.goto(path)
    await page.locator('#beslut').getByRole('link', { name: 'Nämnden beslutar om prov' }).waitFor()
    await page
      .locator('#beslut')
      .getByText(/Ska återrapporteras/)
      .first()
      .waitFor()
  }
  await page.locator('#beslut').getByRole('link', { name: 'Nämnden beslutar om prov' }).click()
  await heading(page, 'Nämnden beslutar om prov')

  // It has been reported back; then it goes, since it was only a trial.
  await tabTo(page, 'Ändra')
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('Vad som beslutades, på en rad')
  await page.getByLabel(/^Återrapporterat/).fill('2026-02')
  await page.keyboard.press('Enter')
  await main(page).getByText('Återrapporterat februari 2026').waitFor()
  await page
    .locator('#history')
    .getByText(/ändrade/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Ändra', exact: true }).click()
  await page.getByRole('button', { name: 'Ta bort beslutet' }).click()
  await page
    .getByRole('form', { name: 'Ska beslutet tas bort?' })
    .getByRole('button', { name: 'Ta bort beslutet' })
    .click()
  await heading(page, 'Beslut')
  await expect.poll(() => main(page).getByText('Nämnden beslutar om prov').count()).toBe(0)

  // An appointment to the council is given by a decision that is entered already, and leads to it.
  await page.goto('/samverkansrad/mandat')
  await page.getByRole('button', { name: 'Utse ledamot till Socialt ansvariga samordnare' }).click()
  const form = page.getByRole('form', { name: 'Utse ledamot till Socialt ansvariga samordnare' })
  await form.getByLabel('Namn').fill('Eva Ek')
  await form.getByLabel('E-postadress').fill('eva.ek@umea.example')
  const kept = form.getByLabel('Beslut som redan finns')
  await kept.selectOption((await kept.getByText(/DEMO-2/).getAttribute('value')) ?? '')
  await form.getByRole('button', { name: 'Utse' }).click()
  await page.getByText('Ledamot är utsedd till Socialt ansvariga samordnare.').waitFor()
  await page.goto('/samverkansrad/platser/socialt-ansvariga-samordnare')
  await page
    .locator('#genom-aren')
    .getByRole('link', { name: 'Nämnden bygger ut samtalsstödet vid Centrum mot våld' })
    .click()
  await heading(page, 'Nämnden bygger ut samtalsstödet vid Centrum mot våld')
})
