import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, focused, type Harness, overflowsAt320, settled, signIn, start, tabTo } from './harness'

let site: Harness

beforeAll(async () => {
  site = await start()
})

afterAll(() => site?.stop())

type Role = Parameters<typeof signIn>[1]

async function as(role: Role, path: string): Promise<Page> {
  const page = await site.visit()
  await signIn(page, role)
  await page.goto(path)
  await settled(page)
  return page
}

const search = async (page: Page, words: string) => {
  await page.getByRole('searchbox').fill(words)
  await page.getByRole('button', { name: 'Sök', exact: true }).click()
  await page
    .getByRole('status')
    .filter({ hasText: `för ”${words}”` })
    .waitFor()
}

describe('a question to the competence centre', () => {
  it('is asked, answered and published, and nothing written is lost on the way', async () => {
    const contact = await as('contact', '/arbete')
    await contact.getByRole('main').getByRole('link', { name: 'Frågor till kompetenscentrum' }).click()
    await contact.getByRole('link', { name: 'Ställ en fråga' }).click()
    const form = contact.getByRole('form')
    await form.waitFor()
    expect(await form.getByLabel('För vem frågar du?').textContent()).not.toContain('Samverkansrådet')

    // A personal identity number is refused at its field; what was written is kept.
    await form.getByLabel('Frågan på en rad').fill('Vem skriver skyddsplanen?')
    await form.getByLabel('Beskriv frågan').fill('Gäller 900101-9802, som bor hos oss.')
    await form.getByRole('button', { name: 'Skicka frågan' }).click()
    await form
      .getByRole('alert')
      .getByRole('link', { name: /personnummer/ })
      .click()
    expect(await focused(contact)).toContain('Beskriv frågan')
    expect(await form.getByLabel('Frågan på en rad').inputValue()).toBe('Vem skriver skyddsplanen?')
    expect(await axe(contact)).toEqual([])

    // Nor is it when the network is gone.
    await form.getByLabel('Beskriv frågan').fill('Är det boendet eller **socialtjänsten**?')
    await contact.context().setOffline(true)
    await form.getByRole('button', { name: 'Skicka frågan' }).click()
    await form.getByText(/Vi når inte tjänsten/).waitFor()
    await contact.context().setOffline(false)
    expect(await form.getByLabel('Beskriv frågan').inputValue()).toContain('socialtjänsten')
    await form.getByRole('button', { name: 'Skicka frågan' }).click()
    await contact.getByRole('heading', { level: 1, name: 'Vem skriver skyddsplanen?' }).waitFor()
    const address = new URL(contact.url()).pathname
    await contact.getByText('Frågan är inte besvarad än').waitFor()
    expect(await contact.getByRole('button', { name: 'Svara på frågan' }).count()).toBe(0)

    // Nobody else sees it before it is published.
    const reader = await site.visit(address)
    await reader.getByRole('heading', { name: 'Frågan finns inte här' }).waitFor()

    const expert = await as('expert', address)
    await expert.getByRole('button', { name: 'Jag tar frågan' }).click()
    await expert.getByText('Tagen av Demo: sakkunnig').waitFor()
    await expert.getByRole('button', { name: 'Svara på frågan' }).click()
    await expert.getByLabel('Svar', { exact: true }).fill('Socialtjänsten, tillsammans med **boendet**.')
    await expert.getByRole('button', { name: 'Lägg till en länk' }).click()
    await expert.getByLabel('Vad det är').fill('Om skyddsplaner')
    await expert.getByLabel('Adress').fill('socialstyrelsen')
    await expert.getByRole('button', { name: 'Spara svaret' }).click()
    await expert.getByRole('alert').getByRole('link').click()
    await expert.getByLabel('Adress').fill('https://www.socialstyrelsen.se')
    expect(await expert.getByLabel('Svar', { exact: true }).inputValue()).toContain('Socialtjänsten')
    await expert.getByRole('button', { name: 'Spara svaret' }).click()
    await expert.getByRole('link', { name: 'Om skyddsplaner' }).waitFor()
    await expert.getByRole('button', { name: 'Publicera' }).click()
    await expert.getByText('Publicerad för alla').waitFor()
    expect(await axe(expert)).toEqual([])

    // The public finds it by another form of its words, and never learns who asked.
    await reader.goto('/samverkansrad/fragor')
    await settled(reader)
    await search(reader, 'skyddsplaner')
    expect(new URL(reader.url()).search).toBe('')
    await reader.getByRole('link', { name: 'Vem skriver skyddsplanen?' }).click()
    await reader.getByText('Socialtjänsten, tillsammans med').waitFor()
    const text = await reader.getByRole('main').textContent()
    expect(text).not.toContain('Centrum mot våld')
    expect(text).not.toContain('kontaktperson')
    expect(await axe(reader)).toEqual([])
    expect(await overflowsAt320(reader)).toBe(false)
  })

  it('that has waited too long is seen at once, and two who answer at a time lose nothing', async () => {
    const expert = await as('expert', '/samverkansrad/fragor')
    await tabTo(expert, 'Visa')
    await expert.getByLabel('Visa').selectOption({ label: 'De som har väntat för länge' })
    await expert.waitForURL('**/fragor?visa=forsenade')
    await expert.getByText('Försenad:').waitFor()
    await expert.getByText('har väntat 41 dagar').waitFor()
    await expert.getByRole('link', { name: /metodstödet/ }).click()
    await expert.getByRole('button', { name: 'Svara på frågan' }).click()
    await expert.getByLabel('Svar', { exact: true }).fill('En gång om året.')

    const other = await as('expert', new URL(expert.url()).pathname)
    await other.getByRole('button', { name: 'Svara på frågan' }).click()
    await other.getByLabel('Svar', { exact: true }).fill('Vartannat år.')
    await other.getByRole('button', { name: 'Spara svaret' }).click()
    await other.getByText('Besvarad, inte publicerad').waitFor()

    await expert.getByRole('button', { name: 'Spara svaret' }).click()
    const dialog = expert.getByRole('dialog')
    await dialog.getByText('Vartannat år.').first().waitFor()
    await dialog.getByText('En gång om året.').first().waitFor()
  })
})
