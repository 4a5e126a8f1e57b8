import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Harness, settled, signIn, start, tabTo } from './harness'

let site: Harness

beforeAll(async () => {
  site = await start()
})

afterAll(() => site?.stop())

describe('the home page', () => {
  it('answers how it goes, what is next and where help is', async () => {
    const page = await site.visit('/')
    expect(await page.getByRole('list', { name: 'Aktiviteternas läge' }).getByRole('link').count()).toBe(12)
    await page.getByRole('heading', { name: 'Det här kommer' }).waitFor()
    expect(await page.getByRole('link', { name: 'Visa vägar till hjälp' }).getAttribute('href')).toBe('/stod/')
    await page
      .getByRole('link', { name: /försenade?$/ })
      .last()
      .click()
    await page.waitForURL('**/aktiviteter?lage=late')
  })
})

describe('the list of activities', () => {
  it('keeps its filters in the address, so that they can be sent to someone', async () => {
    const page = await site.visit('/aktiviteter')
    await page.getByText('12 aktiviteter, 16 delaktiviteter').waitFor()
    await page.getByLabel('Nämnd').selectOption({ label: 'Individ- och familjenämnden' })
    await page.waitForURL('**/aktiviteter?namnd=ifn')
    await page.getByLabel('Våldsområde').selectOption({ label: 'Prostitution och människohandel' })
    await page.waitForURL('**/aktiviteter?namnd=ifn&omrade=*')
    await settled(page)
    await page.getByRole('link', { name: 'Utveckla Centrum mot våld' }).waitFor()

    const other = await site.visit(page.url())
    await other.getByRole('link', { name: 'Utveckla Centrum mot våld' }).waitFor()
    expect(await other.getByLabel('Nämnd').inputValue()).toBe('ifn')
    await other.getByRole('link', { name: 'Visa alla' }).click()
    await other.getByText('12 aktiviteter, 16 delaktiviteter').waitFor()
  })

  it('is a table that sorts, by keyboard alone', async () => {
    const page = await site.visit('/aktiviteter')
    await tabTo(page, 'Tabell')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/aktiviteter?vy=tabell')
    await page.getByRole('columnheader', { name: 'Aktivitet' }).waitFor()
    await tabTo(page, 'Aktivitet')
    await page.keyboard.press('Enter')
    await page.waitForURL('**sortering=title')
    await settled(page)
    expect(await page.getByRole('columnheader', { name: 'Aktivitet' }).getAttribute('aria-sort')).toBe('ascending')
  })

  it('says that nothing matches, and what that does not mean', async () => {
    const page = await site.visit('/aktiviteter?namnd=finns-inte')
    await page.getByText('Inga aktiviteter passar urvalet').waitFor()
  })
})

describe('a board’s page', () => {
  it('shows its part to anyone, and what to report to its officer', async () => {
    const page = await site.visit('/namnder/ifn')
    await page.getByRole('heading', { name: 'Egen del av planen' }).waitFor()
    expect(await page.getByRole('link', { name: /Rapportera om/ }).count()).toBe(0)

    await signIn(page, 'officer')
    await page.goto('/namnder/ifn')
    await page.getByText('Det här behöver rapporteras').waitFor()
    await page.getByRole('link', { name: 'Rapportera om Utveckla Centrum mot våld' }).click()
    await page.getByRole('heading', { level: 1, name: 'Utveckla Centrum mot våld' }).waitFor()
  })

  it('says so when there is no such board', async () => {
    const page = await site.visit('/namnder/finns-inte')
    expect(await page.locator('h1').textContent()).toBe('Nämnden finns inte')
  })
})

describe('the overview', () => {
  it('tells nothing done from not classified, and opens what is done', async () => {
    const page = await site.visit('/oversikt')
    const row = page.getByRole('row', { name: /^Prostitution och människohandel/ })
    await row.getByRole('link', { name: /Individ- och familjenämnden/ }).click()
    await page.waitForURL('**/aktiviteter?namnd=ifn&omrade=*')
    await page.getByRole('link', { name: 'Utveckla Centrum mot våld' }).waitFor()
  })

  it('has a row for what is not classified', async () => {
    const page = await site.visit('/oversikt')
    await page.getByRole('rowheader', { name: /^Inte klassad/ }).waitFor()
  })
})
