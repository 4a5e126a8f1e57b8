import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, dark, type Harness, overflowsAt320, settled, signIn, start, visitCounting } from './harness'

// What staff answered, read by anybody: in a chart and in figures, by group, with nothing of the small ones.
let site: Harness
let address = ''
let unpublished = ''
let unread = ''

beforeAll(async () => {
  site = await start()
  const answer = await fetch(`${site.baseUrl}/api/v1/surveys`)
  const { items } = (await answer.json()) as { items: { id: string; answering: string; state: string }[] }
  const idOf = (state: string) => items.find((round) => round.answering === 'staff' && round.state === state)?.id
  address = `/kartlaggning/${idOf('published')}/resultat`
  unread = `/kartlaggning/${idOf('closed')}`
  unpublished = `/kartlaggning/${idOf('open')}/resultat`
})

afterAll(() => site?.stop())

const split = async (page: Page) => {
  await page.getByLabel('Dela upp efter').selectOption({ index: 1 })
  await page.waitForURL(/efter=/)
  await settled(page)
}

describe('the results of a round of staff', () => {
  it('are read by anybody, within the budget, as ranges and never as exact shares', async () => {
    const { page, scriptBytes } = await visitCounting(site, address)
    expect(scriptBytes).toBeLessThanOrEqual(110_000)
    expect(
      await page
        .getByText(/ungefär [\d\s]+ svar/)
        .first()
        .isVisible(),
    ).toBe(true)
    const told = await page.locator('.shares-words').allInnerTexts()
    expect(told.length).toBeGreaterThan(5)
    expect(told.filter((share) => !/^\d+–\d+ %$/.test(share.replace(/\s/g, ' ')))).toEqual([])
    expect(await page.getByText('Så läser du siffrorna').isVisible()).toBe(true)
    await page.context().close()
  })

  it('are broken down one way at a time, and say in words which groups are not told of', async () => {
    const page = await site.visit(address)
    await split(page)
    const told = await page.locator('.shares-words').allInnerTexts()
    expect(told.filter((share) => share === 'visas inte').length).toBeGreaterThan(1)
    expect(await page.locator('.shares-none').count()).toBe(told.filter((share) => share === 'visas inte').length)
    // The address has it: a reload shows the same.
    await page.reload()
    await settled(page)
    expect(await page.locator('.shares-words').allInnerTexts()).toEqual(told)
    await page.context().close()
  })

  it('say the same in a table as in the chart', async () => {
    const page = await site.visit(address)
    await split(page)
    const told = await page.locator('.shares').first().locator('.shares-words').allInnerTexts()
    await page.getByRole('link', { name: 'Tabell', exact: true }).press('Enter')
    const table = page.getByRole('table').first()
    await table.waitFor()
    const rows = await table
      .locator('tbody tr')
      .evaluateAll((lines) =>
        lines.map((line) => [...line.querySelectorAll('td')].slice(1).map((cell) => cell.textContent ?? '')),
      )
    // The chart goes by option, the table by group.
    const byOption = rows[0]?.flatMap((_, option) => rows.map((row) => row[option])) ?? []
    expect(byOption.slice(0, told.length).map((text) => text?.replace(/\s/g, ' '))).toEqual(
      told.map((text) => text.replace(/\s/g, ' ')),
    )
    await page.context().close()
  })

  it('are a file too, in the language of the page', async () => {
    const page = await site.visit(address)
    const href = await page.getByRole('link', { name: /CSV/ }).getAttribute('href')
    const file = await page.request.get(href ?? '')
    expect(file.headers()['content-type']).toContain('text/csv')
    expect((await file.text()).split('\n')[0]).toContain('question,')
    await page.context().close()
  })

  it('are nothing at all before they are published', async () => {
    const page = await site.visit(unpublished)
    expect(await page.getByRole('heading', { level: 1, name: 'Resultatet är inte publicerat' }).isVisible()).toBe(true)
    expect(await page.getByText('%').count()).toBe(0)
    await page.context().close()
  })

  it('are free of what axe finds, in both languages and in the dark, and fit 320 px', async () => {
    for (const [path, options] of [
      [address, {}],
      [`/en${address}`, dark],
    ] as const) {
      const page = await site.visit(path, options)
      expect(await axe(page)).toEqual([])
      expect(await overflowsAt320(page)).toBe(false)
      await page.getByRole('link', { name: /^(Tabell|Table)$/ }).click()
      await page.getByRole('table').first().waitFor()
      await settled(page)
      expect(await axe(page)).toEqual([])
      expect(await overflowsAt320(page)).toBe(false)
      await page.context().close()
    }
  })

  it('hang on a round, whose page has its questions and is without faults too', async () => {
    const { page, scriptBytes } = await visitCounting(site, address.replace('/resultat', ''))
    expect(scriptBytes).toBeLessThanOrEqual(110_000)
    await page.getByText('Hur trygg är du i att fråga om våld?').waitFor()
    expect(await axe(page)).toEqual([])
    expect(await overflowsAt320(page)).toBe(false)
    await page.getByRole('link', { name: 'Läs resultatet' }).click()
    await page.waitForURL(/resultat$/)
    await page.context().close()
    const night = await site.visit(`/en${address.replace('/resultat', '')}`, dark)
    expect(await axe(night)).toEqual([])
    await night.context().close()
  })

  it('are put right where a question was wrongly put, and say so to everyone', async () => {
    const page = await site.visit()
    await signIn(page, 'coordinator')
    await page.goto(address)
    await settled(page)
    await page.getByRole('button', { name: 'Gör en rättelse' }).click()
    await page.getByLabel('Vad ska rättas?').selectOption('withdrawQuestion')
    await page.getByLabel('Fråga', { exact: true }).selectOption('chef')
    await page.getByLabel('Skäl på svenska').fill('Frågan kunde förstås på två sätt.')
    await page.getByLabel('Skäl på engelska').fill('The question could be understood in two ways.')
    expect(await axe(page)).toEqual([])
    expect(await overflowsAt320(page)).toBe(false)
    await page.getByRole('button', { name: 'Rätta resultatet' }).click()
    await page.getByText('Resultatet delas upp efter frågan').waitFor()
    await page.getByLabel('Fråga', { exact: true }).selectOption('samarbete')
    await page.getByRole('button', { name: 'Rätta resultatet' }).click()
    const again = page.getByRole('button', { name: 'Se om den är klar' })
    const done = page.getByText('Rättad.')
    await again.or(done).first().waitFor()
    while (await again.count()) {
      await again.click()
      await page.waitForTimeout(300)
    }
    await done.waitFor()
    await page.getByRole('button', { name: /^Skriv analys: Hur trygg är du/ }).click()
    await page.getByLabel('På svenska').fill('De flesta vill öva mer.')
    await page.getByRole('button', { name: 'Spara analysen' }).click()
    await page.getByText('De flesta vill öva mer.').waitFor()
    expect(await axe(page)).toEqual([])
    await page.context().close()
    const anybody = await site.visit(address)
    await anybody.getByText('De flesta vill öva mer.').waitFor()
    await anybody.getByText('Frågan kunde förstås på två sätt.').waitFor()
    expect(await anybody.getByRole('heading', { name: 'Hur fungerar samarbetet med andra?' }).count()).toBe(0)
    expect(await anybody.getByRole('button', { name: 'Gör en rättelse' }).count()).toBe(0)
    await anybody.context().close()
  })

  it('wait until somebody has read what employees wrote, and struck what shows who they are', async () => {
    const page = await site.visit()
    await signIn(page, 'coordinator')
    await page.goto(unread)
    await settled(page)
    await page.getByRole('link', { name: 'Läs texterna före publiceringen' }).click()
    const left = page.getByText(/ texter kvar att läsa\.$/)
    const before = Number.parseInt((await left.textContent()) ?? '', 10)
    const named = page.getByRole('region').filter({ hasText: 'Ekbacken' }).first()
    await named.getByRole('button', { name: 'Stryk ord' }).click()
    for (const word of ['på', 'Ekbacken']) await named.getByRole('button', { name: word, exact: true }).first().click()
    await named.getByText('Så visas den: Vi […] har pratat om det').waitFor()
    expect(await axe(page)).toEqual([])
    expect(await overflowsAt320(page)).toBe(false)
    await named.getByRole('button', { name: 'Får visas' }).click()
    await page.getByText(`${before - 1} texter kvar att läsa.`).waitFor()
    await page.getByRole('button', { name: 'Visa inte' }).first().click()
    await page.getByText(`${before - 2} texter kvar att läsa.`).waitFor()
    await page.getByLabel('Visa', { exact: true }).selectOption('withheld')
    await page.getByText('1 text', { exact: true }).waitFor()
    await page.goto(unread)
    await page.getByRole('button', { name: 'Publicera resultatet' }).click()
    await page.getByRole('button', { name: 'Ja, publicera' }).click()
    await page.getByText('Läs först det medarbetarna har skrivit').waitFor()
    await page.context().close()
    const anybody = await site.visit(`${address.replace('/resultat', '')}/texter`)
    await anybody.getByText('Det är svårt att få tid att prata ostört.').first().waitFor()
    expect(await axe(anybody)).toEqual([])
    expect(await anybody.getByRole('main').getByRole('button').count()).toBe(0)
    await anybody.context().close()
  })

  it('begin with a round that its keeper closes and publishes, after being told what that means', async () => {
    const page = await site.visit()
    await signIn(page, 'coordinator')
    await page.goto(unpublished.replace('/resultat', ''))
    await settled(page)
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Stäng omgången' }).click()
    await page.getByText('Inga fler svar tas emot').waitFor()
    await page.getByRole('button', { name: 'Ja, stäng' }).click()
    await page.getByRole('button', { name: 'Publicera resultatet' }).click()
    await page.getByText('det går inte att ta tillbaka').waitFor()
    // It is counted in a moment; until then the page says so and nothing is published.
    await page.getByRole('button', { name: 'Ja, publicera' }).click()
    const published = page.getByRole('link', { name: 'Läs resultatet' })
    const wait = page.getByRole('alert')
    await published.or(wait).first().waitFor()
    while (await wait.count()) {
      await page.getByRole('button', { name: 'Ja, publicera' }).click()
      await page.waitForTimeout(300)
    }
    await published.click()
    await page.getByText('För få har svarat').waitFor()
    await page.context().close()
  })
})
