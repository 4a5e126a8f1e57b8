import { afterAll, beforeAll, expect, it } from 'vitest'
import { axe, type Harness, overflowsAt320, settled, signIn, start } from './harness'

let site: Harness

beforeAll(async () => {
  site = await start()
})

afterAll(() => site?.stop())

it('the coordinator takes somebody into the reference group and calls them in; everybody sees the role on both pages', async () => {
  const page = await site.visit()
  await signIn(page, 'coordinator')
  await page.goto('/samverkansrad/referensgrupp')
  await settled(page)
  await page.getByRole('button', { name: 'Lägg till i gruppen' }).click()
  await page.getByLabel('Roll', { exact: true }).fill('Provkurator')
  await page.getByLabel('Personens namn').fill('Prov Provsson')
  await page.getByRole('textbox', { name: 'Kompetenser' }).fill('barn som bevittnar våld\ntolkade samtal')
  await page.getByRole('button', { name: 'Spara' }).click()
  // A name without a yes to it is refused at its field.
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Personens namn').fill('')
  await page.getByRole('button', { name: 'Spara' }).click()

  const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Provkurator' }) })
  await row.getByText('barn som bevittnar våld, tolkade samtal').waitFor()
  await row.getByRole('button', { name: 'Kalla in Provkurator' }).click()
  await page.getByRole('combobox', { name: 'Aktivitet' }).selectOption({ index: 1 })
  await page.getByLabel('Vad personen behövs till').fill('Granska texterna')
  await page.getByRole('button', { name: 'Spara' }).click()
  await row.getByText('Inkallad till (1)').click()
  await row.getByText('Granska texterna').waitFor()
  expect(await axe(page)).toEqual([])
  expect(await overflowsAt320(page)).toBe(false)

  const everybody = await site.visit('/samverkansrad/referensgrupp')
  const seen = everybody.getByRole('listitem').filter({ has: everybody.getByRole('heading', { name: 'Provkurator' }) })
  await seen.getByText('Inkallad till (1)').click()
  expect(await everybody.getByRole('button', { name: /Ändra|Kalla in/ }).count()).toBe(0)
  await seen.getByRole('link').first().click()
  await everybody.locator('#inkallade').getByText('Provkurator').waitFor()
  expect(await axe(everybody)).toEqual([])
})
