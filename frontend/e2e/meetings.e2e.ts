import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axe, dark, type Harness, overflowsAt320, settled, signIn, start } from './harness'

let site: Harness

beforeAll(async () => {
  site = await start()
})

afterAll(() => site?.stop())

const main = (page: Page) => page.getByRole('main')
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
const text = (page: Page, title: string) => page.getByLabel(`Protokollstext: ${title}`)
const title = 'Samverkansrådet på prov'
const item = 'En punkt på prov'

/** Opens the question and answers yes. */
async function yes(page: Page, label: string) {
  await main(page).getByRole('button', { name: label, exact: true }).click()
  await page.locator('form.ask').getByRole('button', { name: label, exact: true }).click()
  await page.locator('form.ask').waitFor({ state: 'detached' })
}

async function state(page: Page, word: string) {
  await page.locator('.meeting-state').getByText(word, { exact: true }).waitFor()
}

it('a meeting is planned, called, written by two at once through a lost network, adjusted and locked', async () => {
  const secretary = await site.visit()
  await signIn(secretary, 'secretary')
  await secretary.goto('/samverkansrad/moten')
  await main(secretary).getByRole('link', { name: 'Planera ett möte' }).click()
  await heading(secretary, 'Planera ett möte')
  expect(await axe(secretary)).toEqual([])
  await secretary.getByRole('button', { name: 'Lägg in mötet' }).click()
  await secretary
    .getByRole('alert')
    .getByRole('link', { name: /^Rubrik/ })
    .waitFor()
  const series = secretary.getByLabel('Vilka möten det hör till')
  await series.selectOption({ index: 1 })
  await secretary.getByLabel('Rubrik').fill(title)
  await secretary.getByLabel('Dag', { exact: true }).fill('2030-03-04')
  await secretary.getByLabel('Börjar', { exact: true }).fill('13:00')
  await secretary.getByLabel('Slutar', { exact: true }).fill('15:00')
  await secretary.getByLabel('Dagordningen börjar från').selectOption('none')
  await secretary.getByRole('button', { name: 'Lägg in mötet' }).click()
  await heading(secretary, title)
  const address = new URL(secretary.url()).pathname

  // Before the call everybody knows of the meeting, and nothing of its agenda.
  await main(secretary).getByRole('button', { name: 'Lägg till en punkt' }).click()
  await secretary.getByLabel('Rubrik').fill(item)
  await secretary.getByLabel('Minuter').fill('30')
  await secretary.getByLabel('Till för').selectOption('decision')
  await secretary.getByRole('button', { name: 'Spara', exact: true }).click()
  await main(secretary)
    .getByText(/inte fördelade/)
    .waitFor()
  const reader = await site.visit(address)
  await reader.getByText('Dagordningen visas när kallelsen har gått ut.').waitFor()
  expect(await main(reader).getByText(item).count()).toBe(0)

  await yes(secretary, 'Skicka kallelsen')
  await state(secretary, 'kallat')
  await reader.reload()
  await main(reader).getByText(item).first().waitFor()
  await yes(secretary, 'Öppna mötet')
  await state(secretary, 'pågår')

  // Nobody decides before enough have come.
  await main(secretary)
    .getByRole('button', { name: `Lägg till utfall: ${item}` })
    .click()
  const outcome = main(secretary).getByRole('form', { name: `Lägg till utfall: ${item}` })
  await outcome.getByLabel('Lydelse').fill('Rådet beslutar på prov.')
  await outcome.getByRole('button', { name: 'Spara', exact: true }).click()
  await secretary
    .getByText(/Rådet är inte beslutfört/)
    .first()
    .waitFor()
  for (const seat of ['UmeBrå', 'Centrum mot våld', 'Äldreomsorg']) {
    const place = secretary.getByRole('group', { name: new RegExp(seat) })
    await place.getByRole('button', { name: 'närvarande' }).click()
    await place.locator('[aria-pressed="true"]').waitFor()
  }
  await secretary.locator('#narvaro').getByText('beslutför').waitFor()
  await outcome.getByRole('button', { name: 'Spara', exact: true }).click()
  await outcome.waitFor({ state: 'detached' })
  await main(secretary).getByText('Rådet beslutar på prov.').first().waitFor()

  // Two write at once; one of them loses the network, goes on writing, and nothing is lost.
  const member = await site.visit(undefined, dark)
  await signIn(member, 'member')
  await member.goto(address)
  await text(member, item).waitFor()
  expect(await overflowsAt320(member)).toBe(false)
  expect(await axe(member)).toEqual([])
  await text(secretary, item).fill('Första raden.\n\nTredje raden.')
  await expect.poll(() => text(member, item).inputValue(), { timeout: 12_000 }).toContain('Tredje raden.')
  await member.context().setOffline(true)
  await text(member, item).fill('Första raden.\n\nTredje raden, skriven utan nät.')
  await member.getByText(/Nätet är borta/).waitFor()
  await text(secretary, item).fill('Första raden, rättad.\n\nTredje raden.')
  await text(secretary, item).blur()
  await secretary
    .locator('.live-state')
    .getByText(/Sparat/)
    .waitFor()
  await member.context().setOffline(false)
  const joined = 'Första raden, rättad.\n\nTredje raden, skriven utan nät.'
  for (const page of [member, secretary]) {
    await expect.poll(() => text(page, item).inputValue(), { timeout: 12_000 }).toBe(joined)
  }
  expect(await member.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)

  await yes(secretary, 'Avsluta mötet')
  await state(secretary, 'hållet')
  await main(secretary).getByRole('button', { name: 'Skicka för justering' }).click()
  await secretary.getByRole('checkbox', { name: /^Äldreomsorg/ }).check()
  await secretary.getByRole('button', { name: 'Skicka', exact: true }).click()
  await state(secretary, 'justeras')

  // Who sat there reads and approves; then everybody may read, and nobody may change.
  await member.reload()
  await settled(member)
  await yes(member, 'Godkänn protokollet')
  await state(member, 'justerat')
  await reader.reload()
  await main(reader).getByText('Första raden, rättad.').first().waitFor()
  await main(reader).getByText('Rådet beslutar på prov.').first().waitFor()
  expect(await main(reader).getByText(/Demo:/).count()).toBe(0)
  expect(await axe(reader)).toEqual([])
  expect(await overflowsAt320(reader)).toBe(false)
  await secretary.reload()
  await state(secretary, 'justerat')
  expect(await text(secretary, item).count()).toBe(0)
  await main(secretary).getByRole('button', { name: 'Lägg till en anteckning' }).click()
  await secretary.getByLabel('Anteckning', { exact: true }).fill('Rättelse på prov.')
  await secretary.getByRole('button', { name: 'Spara', exact: true }).click()
  await main(secretary).getByText('Rättelse på prov.').first().waitFor()
  const download = secretary.waitForEvent('download')
  await secretary.getByRole('group', { name: 'Offentlig del' }).getByRole('button', { name: 'Word (DOCX)' }).click()
  expect((await download).suggestedFilename()).toMatch(/^protokoll-.*\.docx$/)
})

it('anybody signs up to the open forum', async () => {
  const page = await site.visit('/samverkansrad/moten?slag=forum')
  await main(page)
    .getByRole('link', { name: /UmeBrå-forum/ })
    .click()
  await main(page).getByRole('link', { name: 'Anmäl dig' }).click()
  await page.getByLabel('Namn').fill('Kim')
  await page.getByLabel('E-postadress').fill('kim@example.org')
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Anmäl', exact: true }).click()
  await page.getByText('Tack för din anmälan').waitFor()
  expect(await overflowsAt320(page)).toBe(false)
})
