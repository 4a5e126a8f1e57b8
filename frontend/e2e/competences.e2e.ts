import { afterAll, beforeAll, expect, it } from 'vitest'
import { axe, type Harness, overflowsAt320, settled, signIn, start } from './harness'

let site: Harness

beforeAll(async () => {
  site = await start()
})

afterAll(() => site?.stop())

it('everybody finds who knows what, by kind and area of violence', async () => {
  const page = await site.visit('/kompetens')
  await page.getByRole('heading', { level: 2, name: 'Centrum mot våld' }).waitFor()
  const all = await page.getByRole('article').count()
  await page.getByLabel('Kompetens eller stöd').selectOption('kompetens')
  await page.waitForURL('**/kompetens?slag=kompetens')
  await expect.poll(() => page.getByRole('article').count()).toBeLessThan(all)
  await page.getByLabel('Våldsområde').selectOption({ index: 1 })
  await page.waitForURL(/omrade=/)
  await settled(page)
  expect(await page.getByRole('button', { name: /Ändra|Lägg till/ }).count()).toBe(0)
  await page.goto('/kompetens')
  await page.getByRole('heading', { level: 2, name: 'Centrum mot våld' }).waitFor()
  expect(await axe(page)).toEqual([])
  expect(await overflowsAt320(page)).toBe(false)
})

it('an expert changes what stands there, and is told where an address is wrong', async () => {
  const page = await site.visit()
  await signIn(page, 'expert')
  await page.goto('/kompetens')
  await page.getByRole('button', { name: 'Ändra Centrum mot våld' }).click()
  await page.getByLabel('E-post').fill('ingen adress')
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByRole('alert').waitFor()
  expect(await axe(page)).toEqual([])
  await page.getByLabel('E-post').fill('funktion@umea.example')
  await page.getByRole('textbox', { name: 'Så används det (frivilligt)', exact: true }).fill('Rådet frågar här.')
  await page.getByRole('button', { name: 'Spara' }).click()
  const entry = page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'Centrum mot våld' }) })
  await entry.getByText('Rådet frågar här.').waitFor()
  await entry.getByRole('link', { name: 'funktion@umea.example' }).waitFor()
})
