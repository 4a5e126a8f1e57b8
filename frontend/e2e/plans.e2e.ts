import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, dark, focused, type Harness, overflowsAt320, settled, signIn, start, tabTo } from './harness'

let harness: Harness
beforeAll(async () => {
  harness = await start()
})
afterAll(() => harness.stop())

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

describe('someone who wants to know what the municipality has promised', () => {
  it('reads the whole plan on one page, and is told that it is a summary', async () => {
    const page = await harness.visit('/plan')
    await page.getByRole('heading', { level: 1, name: 'Umeå kommuns gemensamma plan mot våld' }).waitFor()
    await page.getByText('Sammanfattning, ej antagen text.').waitFor()
    const numbered = await page.locator('.chapter > .chapter-head > h2').allTextContents()
    expect(numbered[0]).toMatch(/^1\s+Inledning$/)
    expect(numbered.length).toBe(12)
    await section(page, '11 Aktivitetsplan').getByRole('link', { name: 'Utveckla Centrum mot våld' }).waitFor()
    await section(page, '3.1 Sex våldsområden').getByText('Hedersrelaterat våld och förtryck').first().waitFor()
  })

  it('goes from the contents to a section with the keyboard, and back with the browser', async () => {
    const page = await harness.visit('/plan')
    await tabTo(page, /^8.*Uppföljning$/)
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#uppfoljning')
    expect(await focused(page)).toMatch(/^8\s+Uppföljning$/)
    await page.goBack()
    expect(new URL(page.url()).hash).toBe('')
    await page.getByRole('heading', { level: 1 }).waitFor()
  })

  it('arrives at the section that a link points at', async () => {
    const page = await harness.visit('/plan#kontaktpersoner')
    const heading = page.getByRole('heading', { name: 'Kontaktpersoner' })
    await heading.waitFor()
    await page.waitForFunction(() => {
      const top = document.getElementById('kontaktpersoner')?.getBoundingClientRect().top ?? -1
      return top >= 0 && top < window.innerHeight
    })
  })

  it('follows a reference in the text to the section it names', async () => {
    const page = await harness.visit('/plan')
    await section(page, '2 Syfte och mål').getByRole('link', { name: '8 Uppföljning' }).first().click()
    expect(new URL(page.url()).hash).toBe('#uppfoljning')
  })

  it('prints it as a document: contents and text, no buttons and no menu', async () => {
    const page = await harness.visit('/plan')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Skriv ut' }).isVisible()).toBe(false)
    expect(await page.getByRole('navigation', { name: 'Huvudmeny' }).isVisible()).toBe(false)
    expect(await page.locator('.plan-contents-paper').isVisible()).toBe(true)
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(20_000)
  })

  it('is told when there is no such plan', async () => {
    const page = await harness.visit('/plan/finns-inte')
    await page.getByRole('heading', { level: 1, name: 'Den planen finns inte' }).waitFor()
    await page.getByRole('link', { name: 'Alla planer' }).click()
    await page.getByRole('heading', { level: 1, name: 'Alla planer' }).waitFor()
  })
})

describe('the coordinator', () => {
  it('changes a section where it stands, and sees it in the text', async () => {
    const page = await harness.visit()
    await signIn(page, 'coordinator')
    await page.goto('/plan')
    await settled(page)
    await page.getByRole('button', { name: 'Redigera avsnitt 12 Bilagor' }).click()
    const text = page.getByRole('textbox', { name: /^Text/ })
    await text.fill('Bilagorna finns hos **UmeBrå**. Se [[#uppfoljning]].')
    await page.getByRole('region', { name: 'Så här blir det' }).getByRole('link', { name: '8 Uppföljning' }).waitFor()
    await page.getByRole('button', { name: 'Spara' }).click()
    await section(page, '12 Bilagor').getByRole('link', { name: '8 Uppföljning' }).waitFor()
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('aria-label') === 'Redigera avsnitt 12 Bilagor',
    )
  })

  it('is asked before leaving what is not saved', async () => {
    const page = await harness.visit()
    await signIn(page, 'coordinator')
    await page.goto('/plan')
    await settled(page)
    await page.getByRole('button', { name: 'Redigera avsnitt 1 Inledning' }).click()
    await page.getByLabel('Rubrik').fill('Början')
    let asked = ''
    page.once('dialog', (dialog) => {
      asked = dialog.message()
      void dialog.dismiss()
    })
    await page.getByRole('link', { name: 'Hem', exact: true }).click()
    expect(asked).toContain('inte är sparade')
    expect(await page.getByLabel('Rubrik').inputValue()).toBe('Början')
  })

  it('sees both versions when someone else saved first, and keeps both', async () => {
    const one = await harness.visit()
    await signIn(one, 'coordinator')
    await one.goto('/plan')
    await settled(one)
    await one.getByRole('button', { name: 'Redigera avsnitt 9 Kartläggning' }).click()
    await one.getByLabel('Rubrik').fill('Kartläggningen')

    const two = await harness.visit()
    await signIn(two, 'admin')
    await two.goto('/plan')
    await settled(two)
    await two.getByRole('button', { name: 'Redigera avsnitt 9 Kartläggning' }).click()
    await two.getByRole('textbox', { name: /^Text/ }).fill('Enheterna kartlägger sig själva.')
    await two.getByRole('button', { name: 'Spara' }).click()
    await two.getByRole('button', { name: 'Spara' }).waitFor({ state: 'detached' })

    await one.getByRole('button', { name: 'Spara' }).click()
    const dialog = one.getByRole('dialog', { name: 'Någon annan hann spara före dig' })
    await dialog.getByText('Kartläggningen').first().waitFor()
    await dialog.getByText('Enheterna kartlägger sig själva.').first().waitFor()
    await dialog.getByRole('button', { name: 'Spara det valda' }).click()
    await one.getByRole('heading', { name: '9 Kartläggningen' }).waitFor()
    await one.getByRole('button', { name: 'Spara' }).waitFor({ state: 'detached' })
    await section(one, '9 Kartläggningen').getByText('Enheterna kartlägger sig själva.').waitFor()
  })

  it('freezes a version, changes the plan, and sees what differs', async () => {
    const page = await harness.visit()
    await signIn(page, 'coordinator')
    await page.goto('/plan')
    await settled(page)
    await page.getByRole('link', { name: 'Versioner' }).click()
    await page.getByRole('heading', { level: 1, name: 'Versioner' }).waitFor()
    await page.getByRole('button', { name: 'Frys en version' }).click()
    await page.getByLabel('Versionens namn').fill('Antagen på prov')
    await page.getByRole('button', { name: 'Frys versionen' }).click()
    await page.getByRole('rowheader', { name: 'Antagen på prov' }).waitFor()

    await page.getByRole('link', { name: 'Umeå kommuns gemensamma plan mot våld' }).first().click()
    await page.getByRole('link', { name: 'Redigera planens uppgifter' }).click()
    await page.getByLabel('Diarienummer').fill('KS-2019/00001')
    await page.getByRole('main').getByRole('button', { name: 'Spara' }).click()
    await page.getByText('KS-2019/00001').waitFor()

    await page.getByRole('link', { name: 'Versioner' }).click()
    await page.getByRole('button', { name: 'Visa skillnaderna' }).click()
    const plan = page.getByRole('region', { name: 'Planens uppgifter' })
    await plan.getByText('Diarienummer').waitFor()
    await plan.getByText('KS-2019/00001').waitFor()
    expect(page.url()).toContain('till=nu')
  })

  it('lays down a measurable goal and a follow-up, and both are in the plan', async () => {
    const page = await harness.visit()
    await signIn(page, 'coordinator')
    await page.goto('/plan/umea-vald-2020/redigera')
    await settled(page)
    await page.getByRole('button', { name: 'Lägg till ett mål' }).click()
    const goal = page.getByRole('form', { name: 'Lägg till ett mål' })
    await goal.getByLabel('Mål', { exact: true }).fill('Fler frågar om våld.')
    await goal.getByRole('button', { name: 'Spara' }).click()
    await page.getByRole('button', { name: 'Ändra Fler frågar om våld.' }).waitFor()
    await page.getByRole('button', { name: 'Lägg till en uppföljning' }).click()
    const round = page.getByRole('form', { name: 'Lägg till en uppföljning' })
    await round.getByLabel('Vad uppföljningen heter').fill('Halvtid i kommunstyrelsen')
    await round.getByLabel('Första dagen').fill('2027-06-01')
    await round.getByRole('button', { name: 'Spara' }).click()
    await page.getByRole('button', { name: 'Ändra Halvtid i kommunstyrelsen' }).waitFor()
    await page.getByRole('link', { name: 'Till planen' }).click()
    await section(page, '2 Syfte och mål').getByText('Fler frågar om våld.').waitFor()
    await section(page, '8.2 Årets gång').getByText('Halvtid i kommunstyrelsen').waitFor()
  })

  it('is told which field is wrong', async () => {
    const page = await harness.visit()
    await signIn(page, 'coordinator')
    await page.goto('/plan/umea-vald-2020/redigera')
    await settled(page)
    await page.getByLabel('Gäller till och med').fill('2019-12-31')
    await page.getByRole('main').getByRole('button', { name: 'Spara' }).click()
    await page
      .getByRole('alert')
      .getByRole('link', { name: /Gäller till och med: Slutet ligger före starten/ })
      .click()
    expect(await focused(page)).toContain('Gäller till och med')
    expect(await axe(page)).toEqual([])
  })
})

describe('every page of the plan', () => {
  const pages = ['/plan', '/planer', '/plan/umea-vald-2020/versioner']
  for (const path of [...pages, ...pages.map((swedish) => `/en${swedish}`)]) {
    it(`${path} has no barrier that can be found by machine, in light and dark`, async () => {
      const page = await harness.visit(path)
      expect(await axe(page)).toEqual([])
      const night = await harness.visit(path, dark)
      expect(await axe(night)).toEqual([])
    })

    it(`${path} fits 320 px`, async () => {
      const page = await harness.visit(path)
      expect(await overflowsAt320(page)).toBe(false)
    })
  }
})
