import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, dark, type Harness, overflowsAt320, settled, signIn, start } from './harness'

// How far a round has come, for those who keep it and for those who answer for a part of it; and codes on paper.
let site: Harness
let staff = ''
let units = ''

beforeAll(async () => {
  site = await start()
  const answer = await fetch(`${site.baseUrl}/api/v1/surveys`)
  const { items } = (await answer.json()) as { items: { id: string; answering: string; state: string }[] }
  const openOf = (answering: string) =>
    items.find((round) => round.answering === answering && round.state === 'open')?.id
  staff = `/kartlaggning/${openOf('staff')}/tackning`
  units = `/kartlaggning/${openOf('unit')}/tackning`
})

afterAll(() => site?.stop())

describe('how far a round has come', () => {
  it('is told by unit, in words, and those missing can be seen alone', async () => {
    const page = await site.visit()
    await signIn(page, 'coordinator')
    await page.goto(units)
    await settled(page)
    await page.getByText(/\d+ av \d+ enheter har skrivit under/).waitFor()
    const table = page.getByRole('table')
    expect(await table.getByText('Underskrivet', { exact: true }).count()).toBeGreaterThan(0)
    await page.getByRole('link', { name: 'De som saknas' }).click()
    await page.waitForURL(/visa=saknade/)
    expect(await table.getByText('Inte påbörjat').count()).toBeGreaterThan(0)
    await page.context().close()
  })

  it('is helped on by a letter to those missing, once a day', async () => {
    const page = await site.visit()
    await signIn(page, 'coordinator')
    await page.goto(units)
    await settled(page)
    for (const said of [/^Brev till [1-9]\d* enhet/, /hade redan fått ett brev i dag/]) {
      await page.getByRole('button', { name: 'Påminn dem som saknas' }).click()
      await page.getByText('Bara enheter som inte har skrivit under får ett brev.').waitFor()
      await page.getByRole('button', { name: 'Ja, påminn' }).click()
      await page.getByRole('status').filter({ hasText: said }).waitFor()
    }
    await page.context().close()
  })

  it('is helped on by letters with codes to employees, whose addresses are forgotten', async () => {
    const page = await site.visit()
    await signIn(page, 'coordinator')
    await page.goto(staff)
    await settled(page)
    const form = page.locator('form').filter({ has: page.getByLabel('E-postadresser') })
    await form.getByLabel('Grupp som får breven').selectOption({ index: 1 })
    await form.getByLabel('E-postadresser').fill('Eva Ek <eva.ek@exempel.se>\nbo')
    await form.getByRole('button', { name: 'Skicka 2 brev' }).click()
    await form.getByText(/^bo: /).waitFor()
    expect(await form.getByLabel('E-postadresser').inputValue()).toContain('Eva Ek')
    await form.getByLabel('E-postadresser').fill('Eva Ek <eva.ek@exempel.se>')
    expect(await axe(page)).toEqual([])
    await form.getByRole('button', { name: 'Skicka 1 brev' }).click()
    await page.getByText('1 brev är på väg.').waitFor()
    expect(await form.getByLabel('E-postadresser').inputValue()).toBe('')
    await page.getByRole('table', { name: 'Brev som har skickats' }).waitFor()
    expect(await overflowsAt320(page)).toBe(false)
    // The letter is in the outbox, which is open to whoever tries the demo.
    await page.goto('/demo/utkorg')
    const letter = page.getByRole('article').filter({ hasText: 'eva.ek@exempel.se' })
    await letter.getByText(/Din kod: [0-9A-Z]{4}(-[0-9A-Z]{4}){3}/).waitFor()
    await page.context().close()
  })

  it('is told an officer of their own board, and of no group of staff', async () => {
    const page = await site.visit()
    await signIn(page, 'coordinator')
    await page.goto(units)
    await settled(page)
    const all = await page.getByRole('table').locator('tbody tr').count()
    await page.context().close()
    const own = await site.visit()
    await signIn(own, 'officer')
    await own.goto(units)
    await settled(own)
    expect(await own.getByRole('table').locator('tbody tr').count()).toBeLessThan(all)
    await own.goto(staff)
    await own.getByRole('alert').waitFor()
    expect(await own.getByText('Arbetar där').count()).toBe(0)
    await own.context().close()
  })

  it('is free of what axe finds, in both languages and in the dark, and fits 320 px', async () => {
    for (const [prefix, options] of [
      ['', {}],
      ['/en', dark],
    ] as const) {
      const page = await site.visit(undefined, options)
      await signIn(page, 'coordinator')
      for (const path of [staff, units]) {
        await page.goto(prefix + path)
        await settled(page)
        expect(await axe(page), path).toEqual([])
        expect(await overflowsAt320(page), path).toBe(false)
      }
      await page.context().close()
    }
  })
})

describe('codes to hand out', () => {
  it('are shown once, can be printed, and open the questionnaire', async () => {
    const page = await site.visit()
    await signIn(page, 'coordinator')
    await page.goto(staff)
    await settled(page)
    await page.getByLabel('Grupp', { exact: true }).selectOption({ label: 'Förskolor' })
    await page.getByLabel('Antal koder').fill('3')
    await page.getByRole('button', { name: 'Gör koder' }).click()
    await page.getByText('När du lämnar sidan är de borta').waitFor()
    const codes = await page.locator('.code-slip-code').allInnerTexts()
    expect(new Set(codes).size).toBe(3)
    expect(await axe(page)).toEqual([])
    expect(await overflowsAt320(page)).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Skriv ut koderna' }).isVisible()).toBe(false)
    expect(await page.getByText(codes[0] ?? '').isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('button', { name: /Klart/ }).click()
    expect(await page.getByText(codes[0] ?? '').count()).toBe(0)
    await page.context().close()

    const phone = await site.visit('/svara', { viewport: { width: 360, height: 740 } })
    await phone.getByLabel('Din kod').fill(codes[0] ?? '')
    await phone.getByRole('button', { name: 'Fortsätt' }).click()
    await phone.getByRole('button', { name: 'Börja svara' }).waitFor()
    await phone.context().close()
  })
})
