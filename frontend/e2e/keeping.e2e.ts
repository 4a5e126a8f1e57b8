import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, dark, type Harness, overflowsAt320, settled, signIn, start } from './harness'

let site: Harness

beforeAll(async () => {
  site = await start()
})

afterAll(() => site?.stop())

async function asCoordinator(path: string, options = {}) {
  const page = await site.visit(undefined, options)
  await signIn(page, 'coordinator')
  await page.goto(path)
  await settled(page)
  return page
}

describe('the coordinator', () => {
  it('begins a new plan, which nobody else sees yet', async () => {
    const page = await asCoordinator('/planer')
    await page.getByRole('link', { name: 'Ny plan' }).click()
    await page.getByLabel('Planens namn').fill('Plan mot våld 2027–2030')
    await page.getByLabel('Gäller från').fill('2027-01-01')
    await page.getByLabel('Ersätter planen').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Skapa planen' }).click()
    await page.waitForURL('**/plan/plan-mot-vald-2027-2030/redigera')
    await page.getByRole('heading', { level: 1, name: 'Planens uppgifter' }).waitFor()
    expect(await page.getByLabel('Vem som ser planen').inputValue()).toBe('draft')

    const reader = await site.visit('/planer')
    expect(await reader.getByText('Plan mot våld 2027–2030').count()).toBe(0)
  })

  it('is told what a new plan needs', async () => {
    const page = await asCoordinator('/planer/ny')
    await page.getByRole('button', { name: 'Skapa planen' }).click()
    await page.getByRole('alert').getByText('Planens namn').waitFor()
  })

  it('says more about a violence area, and everyone reads it', async () => {
    const page = await asCoordinator('/begrepp')
    await page.getByRole('button', { name: 'Ändra Sexuellt våld' }).click()
    const form = page.getByRole('form', { name: 'Redigera Sexuellt våld' })
    await form.getByLabel('Vad det betyder, på svenska').fill('Sexuella handlingar mot någons vilja, också på nätet.')
    await form.getByRole('button', { name: 'Spara' }).click()
    await page.getByText('Sexuella handlingar mot någons vilja, också på nätet.').waitFor()
  })

  it('cannot remove an area that activities point at, and is told so', async () => {
    const page = await asCoordinator('/begrepp')
    await page.getByRole('button', { name: 'Ta bort Våld i nära relationer' }).click()
    await page.getByRole('button', { name: 'Ja, ta bort' }).click()
    await page.getByRole('alert').waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Ändra Våld i nära relationer' }).waitFor()
  })

  it('enters a meeting that comes back each year, changes it and takes it away', async () => {
    const page = await asCoordinator('/tidslinje/tabell')
    await page.getByRole('link', { name: 'Egna poster' }).click()
    await page.getByRole('button', { name: 'Lägg till en post' }).click()
    const form = page.getByRole('form', { name: 'Lägg till en post' })
    await form.getByLabel('Vad som händer').fill('UmeBrå-forum om arbetet')
    await form.getByLabel('När det sker eller börjar').fill('maj')
    await form.getByRole('button', { name: 'Spara' }).click()
    await form.getByText('Skriv ett år, en månad eller en dag.').first().waitFor()
    await form.getByLabel('När det sker eller börjar').fill('2027-05')
    await form.getByRole('button', { name: 'Spara' }).click()
    await page.getByRole('button', { name: 'Ändra UmeBrå-forum om arbetet' }).waitFor()

    await page.goto('/tidslinje/tabell')
    await page.getByRole('rowheader', { name: 'UmeBrå-forum om arbetet' }).waitFor()
    await page.goto('/tidslinje/egna/poster')
    await page.getByRole('button', { name: 'Ta bort UmeBrå-forum om arbetet' }).click()
    await page.getByRole('button', { name: 'Ja, ta bort' }).click()
    await page.getByRole('button', { name: 'Ändra UmeBrå-forum om arbetet' }).waitFor({ state: 'detached' })
  })
})

describe.each([['/planer/ny'], ['/begrepp'], ['/tidslinje/egna/poster'], ['/arbete']])('%s', (path) => {
  it('is free of what axe finds in both languages and in the dark, and fits 320 px', async () => {
    const page = await asCoordinator(path)
    expect(await axe(page)).toEqual([])
    expect(await overflowsAt320(page)).toBe(false)
    const english = await asCoordinator(`/en${path}`, dark)
    expect(await axe(english)).toEqual([])
  })
})

it('tells a reader that entries are for the coordinator', async () => {
  const page = await site.visit()
  await signIn(page, 'reader')
  await page.goto('/tidslinje/egna/poster')
  await page.getByText('Bara den som samordnar planen för in egna poster.').waitFor()
})
