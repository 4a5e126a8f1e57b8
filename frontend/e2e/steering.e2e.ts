import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axe, dark, type Harness, overflowsAt320, settled, signIn, start } from './harness'

let site: Harness

beforeAll(async () => {
  site = await start()
})

afterAll(() => site?.stop())

async function as(role: 'steering' | 'member', path: string, options = {}): Promise<Page> {
  const page = await site.visit(undefined, options)
  await signIn(page, role)
  await page.goto(path)
  await settled(page)
  return page
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

it('the steering group sees from its desk what is late, what changed and which decisions wait', async () => {
  const page = await as('steering', '/arbete')
  await page.getByRole('main').getByRole('link', { name: 'Styrgruppens lägesbild' }).click()
  await page.getByRole('heading', { level: 1, name: 'Styrgruppens lägesbild' }).waitFor()

  // The late activity says why; the number beside its name is the number of lines under it.
  const late = page.locator('#late')
  await late
    .getByRole('listitem')
    .filter({ hasText: '2.6 Boende' })
    .getByText(/skulle ha varit klart/)
    .waitFor()
  const told = await page.getByRole('navigation', { name: 'I korthet' }).getByRole('listitem').first().textContent()
  expect(told).toBe(`${await late.getByRole('listitem').count()}Försenat`)
  await page.locator('#decision').getByText('försenad').first().waitFor()
  await page
    .locator('#decision')
    .getByRole('link', { name: /behovet av skyddat boende/ })
    .waitFor()

  // Since yesterday nothing was reported; the day stands in the address.
  expect(await page.locator('#changed').getByRole('listitem').count()).toBeGreaterThan(0)
  await page.getByLabel('Ändrat sedan', { exact: true }).fill(inDays(-1))
  await page.waitForURL('**/styrgrupp?sedan=*')
  await page.locator('#changed').getByText('Inget just nu.').waitFor()
  expect(await axe(page)).toEqual([])
  expect(await overflowsAt320(page)).toBe(false)

  await page
    .locator('#decision')
    .getByRole('link', { name: /behovet av skyddat boende/ })
    .click()
  await page.getByRole('heading', { level: 1, name: /behovet av skyddat boende/ }).waitFor()
})

it('reads the same in English and in the dark; a member of the council is told that it is not for them', async () => {
  const page = await as('steering', '/en/styrgrupp', dark)
  await page.getByRole('heading', { level: 1, name: 'The steering group’s view' }).waitFor()
  expect(await axe(page)).toEqual([])
  const member = await as('member', '/styrgrupp')
  await member.getByRole('alert').waitFor()
  expect(await member.locator('#late').count()).toBe(0)
})
