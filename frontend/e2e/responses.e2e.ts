import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, dark, type Harness, overflowsAt320, settled, signIn, start } from './harness'

// A unit's joint answer: written by two at once, through a lost network, and signed by the manager.
let site: Harness
let units = ''

beforeAll(async () => {
  site = await start()
  const answer = await fetch(`${site.baseUrl}/api/v1/surveys?answering=unit`)
  const { items } = (await answer.json()) as { items: { id: string }[] }
  units = `/kartlaggning/${items[0]?.id}/enheter`
})

afterAll(() => site?.stop())

type Role = Parameters<typeof signIn>[1]

async function answering(role: Role, unit: string, options = {}, prefix = ''): Promise<Page> {
  const page = await site.visit(undefined, options)
  await signIn(page, role)
  await page.goto(prefix + units)
  await settled(page)
  await page.getByRole('link', { name: new RegExp(`${unit}$`) }).click()
  await page.getByRole('heading', { level: 1, name: new RegExp(unit) }).waitFor()
  await settled(page)
  return page
}

const question = (page: Page, name: string) => page.locator('.response-question').filter({ hasText: name })

describe('a unit’s joint answer', () => {
  it('is written by two at once, and neither writes over the other', async () => {
    const contact = await answering('contact', 'Centrum mot våld')
    const coordinator = await answering('coordinator', 'Centrum mot våld')
    await contact.getByLabel('Vad hindrar samverkan?').fill('Vi har olika system.')
    await question(contact, 'Vad hindrar')
      .getByText(/^Sparat/)
      .waitFor()
    // The other sees it where they have not written, without asking for it.
    await coordinator.waitForFunction(() =>
      [...document.querySelectorAll('textarea')].some(({ value }) => value === 'Vi har olika system.'),
    )
    await contact.context().setOffline(true)
    await contact.getByLabel('Vad hindrar samverkan?').fill('Vi har olika system och tider.')
    await question(contact, 'Vad hindrar').getByText('Nätet är borta.').waitFor()
    await coordinator.getByLabel('Vad hindrar samverkan?').fill('Sekretessen.')
    await question(coordinator, 'Vad hindrar')
      .getByText(/^Sparat/)
      .waitFor()
    await contact.context().setOffline(false)
    const conflict = question(contact, 'Vad hindrar').getByRole('alert')
    await conflict.getByText('Sekretessen.').waitFor()
    await conflict.getByText('Vi har olika system och tider.').waitFor()
    await conflict.getByRole('button', { name: 'Behåll mitt' }).click()
    await question(contact, 'Vad hindrar')
      .getByText(/^Sparat/)
      .waitFor()
    await contact.reload()
    await settled(contact)
    expect(await contact.getByLabel('Vad hindrar samverkan?').inputValue()).toBe('Vi har olika system och tider.')
  })

  it('refuses a personal identity number, and what was written stands', async () => {
    const page = await answering('contact', 'Centrum mot våld')
    await page.getByLabel('Vilken information saknar ni mest?').fill('Om 19811218-9876')
    await question(page, 'Vilken information')
      .getByText(/personnummer/)
      .waitFor()
    expect(await page.getByLabel('Vilken information saknar ni mest?').inputValue()).toBe('Om 19811218-9876')
    await page.getByLabel('Vilken information saknar ni mest?').fill('Om jourer')
    await question(page, 'Vilken information')
      .getByText(/^Sparat/)
      .waitFor()
  })

  it('is signed by the manager when nothing is missing, and opened again with a reason', async () => {
    const page = await answering('manager', 'Centrum mot våld')
    expect(await page.getByRole('button', { name: 'Skriv under svaret' }).count()).toBe(0)
    for (const [name, option] of [
      ['Frågar ni om våld?', 'Ja, som rutin'],
      ['Har enheten en kontaktperson', 'Nej'],
      ['Hur väl kan ni ta emot', '4'],
    ] as const) {
      await question(page, name).getByRole('radio', { name: option, exact: true }).check()
      await question(page, name)
        .getByText(/^Sparat/)
        .waitFor()
    }
    await page.getByRole('button', { name: 'Skriv under svaret' }).click()
    await page.getByRole('button', { name: 'Ja, skriv under' }).click()
    await page.getByText(/^Underskrivet av/).waitFor()
    expect(await page.getByRole('textbox').count()).toBe(0)
    await page.getByRole('button', { name: 'Öppna svaret igen' }).click()
    await page.getByLabel('Skäl').fill('En fråga hade besvarats för fel år.')
    await page.getByRole('button', { name: 'Ja, öppna igen' }).click()
    await page.getByText('Öppnat igen: En fråga hade besvarats för fel år.').waitFor()
    await page.getByLabel('Vad hindrar samverkan?').waitFor()
  })

  it('lets a colleague in to write, and out again', async () => {
    const page = await answering('contact', 'Centrum mot våld')
    const writers = page.getByRole('region', { name: 'Fler som skriver' })
    await writers.getByLabel('Kollegans e-postadress').fill('ingen@demo.example')
    await writers.getByRole('button', { name: 'Släpp in' }).click()
    await writers.getByRole('textbox', { name: 'Kollegans e-postadress' }).and(page.locator('[aria-invalid]')).waitFor()
    await writers.getByLabel('Kollegans e-postadress').fill('expert@demo.example')
    await writers.getByRole('button', { name: 'Släpp in' }).click()
    await writers.getByRole('button', { name: /^Ta bort/ }).click()
    await expect.poll(() => writers.getByRole('button', { name: /^Ta bort/ }).count()).toBe(0)
  })

  it('becomes what the unit says of its work on its own page, once the coordinator has read it', async () => {
    const manager = await answering('manager', 'Centrum mot våld')
    await manager.getByRole('button', { name: 'Skriv under svaret' }).click()
    await manager.getByRole('button', { name: 'Ja, skriv under' }).click()
    await manager.getByText(/^Underskrivet av/).waitFor()
    const contact = await answering('contact', 'Centrum mot våld')
    await contact.getByRole('button', { name: 'Skriv en beskrivning' }).click()
    // What the unit has answered in its own words is a beginning.
    expect(await contact.getByLabel('Beskrivning', { exact: true }).inputValue()).toContain('Vad hindrar samverkan?')
    await contact.getByLabel('Beskrivning', { exact: true }).fill('Vi möter vuxna och barn som har utsatts för **våld**.')
    expect(await axe(contact)).toEqual([])
    await contact.getByRole('button', { name: 'Lämna till samordnaren' }).click()
    await contact.getByText('Väntar på att samordnaren läser den.').waitFor()
    expect(await contact.getByRole('button', { name: 'Godkänn och publicera' }).count()).toBe(0)

    const coordinator = await answering('coordinator', 'Centrum mot våld')
    await coordinator.getByRole('button', { name: 'Skicka tillbaka' }).click()
    await coordinator.getByRole('button', { name: 'Skicka tillbaka' }).last().click()
    await coordinator.getByRole('alert').waitFor() // a reason is needed
    await coordinator.getByRole('button', { name: 'Avbryt' }).click()
    await coordinator.getByRole('button', { name: 'Godkänn och publicera' }).click()
    await coordinator.getByRole('button', { name: 'Ja, publicera' }).click()
    await coordinator.getByRole('link', { name: 'Se den på enhetens sida' }).waitFor()
    expect(await axe(coordinator)).toEqual([])
    expect(await overflowsAt320(coordinator)).toBe(false)

    const anybody = await site.visit('/namnder/centrum-mot-vald')
    await anybody.getByRole('region', { name: 'Så beskriver enheten sitt arbete' }).getByText('Vi möter vuxna').waitFor()
    expect(await axe(anybody)).toEqual([])
  })

  it('becomes a good example by the coordinator', async () => {
    const page = await answering('coordinator', 'Individ- och familjenämnden')
    const asked = question(page, 'Vad fungerar så bra')
    await asked.getByRole('button', { name: 'Använd svaret' }).click()
    await asked.getByRole('radio', { name: 'Ett behov' }).check()
    await asked.getByRole('button', { name: 'Spara' }).click()
    await asked.getByText('Sparat', { exact: true }).waitFor()
  })

  it('is free of what axe finds, in both languages and in the dark, and fits 320 px', async () => {
    for (const [prefix, options] of [
      ['', {}],
      ['/en', dark],
    ] as const) {
      const page = await answering(
        'coordinator',
        prefix ? 'Centre against violence|Centrum mot våld' : 'Centrum mot våld',
        options,
        prefix,
      )
      expect(await axe(page)).toEqual([])
      expect(await overflowsAt320(page)).toBe(false)
    }
  })
})

describe('the compilation of the units’ answers', () => {
  it('is read, analysed and printed by the coordinator, and is nothing to others before it is published', async () => {
    const address = units.replace('/enheter', '/sammanstallning')
    const page = await site.visit()
    await signIn(page, 'coordinator')
    await page.goto(address)
    await settled(page)
    await page.getByText('Bara samordnaren ser det här').waitFor()
    await page.getByText('Äldrenämnden').first().waitFor({ state: 'attached' })
    expect(await axe(page)).toEqual([])
    expect(await overflowsAt320(page)).toBe(false)
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(units.replace('/enheter', ''))
    await page.getByRole('button', { name: 'Stäng omgången' }).click()
    await page.getByRole('button', { name: 'Ja, stäng' }).click()
    await page.getByText('Stängd, inte publicerad').waitFor()
    await page.goto(address)
    await page.getByRole('button', { name: /^Skriv analys: Har ni en skriftlig rutin/ }).click()
    await page.getByLabel('På svenska').fill('De flesta har en rutin.')
    await page.getByRole('button', { name: 'Spara analysen' }).click()
    await page.getByText('De flesta har en rutin.').waitFor()
    const reader = await site.visit(address)
    await reader.getByText('Sammanställningen är inte publicerad').waitFor()
    await page.goto(units.replace('/enheter', ''))
    await page.getByRole('button', { name: 'Publicera resultatet' }).click()
    await page.getByRole('button', { name: 'Ja, publicera' }).click()
    await page.getByText('Publicerad', { exact: true }).first().waitFor()
    await reader.goto(`/en${address}`)
    await settled(reader)
    await reader.getByText('De flesta har en rutin.').waitFor()
    await reader.emulateMedia({ colorScheme: 'dark' })
    expect(await axe(reader)).toEqual([])
    const paper = await reader
      .context()
      .request.get((await reader.getByRole('link', { name: 'Page to print' }).getAttribute('href')) ?? '')
    expect(await paper.text()).toContain('De flesta har en rutin.')
  })
})
