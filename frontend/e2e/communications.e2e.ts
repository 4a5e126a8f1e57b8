import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axe, type Harness, overflowsAt320, settled, signIn, start } from './harness'

let site: Harness

beforeAll(async () => {
  site = await start()
})

afterAll(() => site?.stop())

async function as(role: 'editor' | 'officer', path: string): Promise<Page> {
  const page = await site.visit()
  await signIn(page, role)
  await page.goto(path)
  await settled(page)
  return page
}

it('an editor plans what is to be told, says that it is done, and an officer reads it', async () => {
  const page = await as('editor', '/kommunikation')
  await page.getByRole('heading', { level: 1, name: 'Kommunikationsplan' }).waitFor()
  await page.getByRole('button', { name: 'Planera en kommunikation' }).click()
  await page.getByLabel('Målgrupp').fill('Alla chefer')
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByRole('alert').getByText('Budskap').waitFor()
  await page.getByRole('textbox', { name: 'Budskap' }).fill('Nytt stöd till chefer')
  await page.getByRole('textbox', { name: 'När' }).fill('2020-05')
  await page.getByRole('button', { name: 'Spara' }).click()

  const row = page.getByRole('listitem').filter({ hasText: 'Nytt stöd till chefer' })
  await row.getByText('Sent', { exact: true }).waitFor()
  await page.getByLabel('Läge').selectOption('sent')
  await page.waitForURL('**/kommunikation?lage=sent')
  await row.getByRole('button', { name: 'Ändra: Nytt stöd till chefer' }).click()
  await page.getByLabel('Gjort den').fill('2020-05-04')
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect.poll(() => row.count()).toBe(0)
  await page.getByLabel('Läge').selectOption('gjort')
  await row.getByText('Gjort 4 maj 2020').waitFor()
  expect(await axe(page)).toEqual([])
  expect(await overflowsAt320(page)).toBe(false)

  const officer = await as('officer', '/kommunikation')
  await officer.getByText('Nytt stöd till chefer').waitFor()
  expect(await officer.getByRole('button', { name: /Ändra/ }).count()).toBe(0)
})
