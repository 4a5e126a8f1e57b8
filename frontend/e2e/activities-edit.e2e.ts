import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, type Harness, settled, signIn, start } from './harness'

// The activity that the first reader of this service is shown: "Utveckla Centrum mot våld".
const centrum = '/aktiviteter/2.2'

let site: Harness

beforeAll(async () => {
  site = await start()
})

afterAll(() => site?.stop())

const as = async (role: 'officer' | 'coordinator', path: string) => {
  const page = await site.visit()
  await signIn(page, role)
  await page.goto(path)
  await settled(page)
  return page
}

describe('Samordnaren', () => {
  it('redigerar med förhandsvisning och får veta att det är sparat', async () => {
    const page = await as('coordinator', '/aktiviteter/2.7')
    await page.getByRole('link', { name: 'Redigera' }).click()
    await page
      .getByRole('textbox', { name: 'Beskrivning' })
      .fill('Stödet är **öppet** för alla.\n\n- chefer\n- medarbetare')
    await page.locator('.preview strong', { hasText: 'öppet' }).waitFor()
    await page.getByLabel('Slut').fill('2027-13')
    await page.getByRole('button', { name: 'Spara', exact: true }).click()
    expect(await page.locator('.error-summary:focus').textContent()).toContain(
      'Slut: Skriv ett år, en månad eller en dag.',
    )
    await page.getByLabel('Slut').fill('2027-12')
    await page.getByRole('button', { name: 'Spara', exact: true }).click()
    await page.getByText(/^Sparat \d\d\.\d\d$/).waitFor()
    await page.getByLabel('Förväntad effekt').fill('Fler söker stöd.')
    await page.getByText('Ändringar som inte är sparade').waitFor()
    await page.getByRole('button', { name: 'Spara', exact: true }).click()
    await page.getByText(/^Sparat \d\d\.\d\d$/).waitFor()
    await page.getByRole('link', { name: 'Visa aktiviteten' }).click()
    await page.getByRole('link', { name: 'Redigera' }).click()
    expect(await page.getByLabel('Förväntad effekt').inputValue()).toBe('Fler söker stöd.')
    expect(await page.getByText('Det du skrev förut finns kvar.').count()).toBe(0)
    await page.getByRole('link', { name: 'Visa aktiviteten' }).click()
    await page.locator('#what strong', { hasText: 'öppet' }).waitFor()
    await page.locator('#context').getByText('december 2027').waitFor()
  })

  it('krockar med någon annan och väljer uppgift för uppgift', async () => {
    const path = '/aktiviteter/2.8/redigera'
    const [mine, theirs] = [await as('coordinator', path), await as('coordinator', path)]
    await theirs.getByLabel('Titel').fill('Samverkan inom skolan')
    await theirs.getByLabel('Sammanfattning').fill('Skolorna delar goda exempel.')
    await theirs.getByRole('button', { name: 'Spara', exact: true }).click()
    await theirs.getByText(/^Sparat/).waitFor()

    await mine.getByLabel('Sammanfattning').fill('Skolorna lär av varandra.')
    await mine.getByLabel('Förväntad effekt').fill('Färre kränkningar.')
    await mine.getByRole('button', { name: 'Spara', exact: true }).click()
    const dialog = mine.getByRole('dialog', { name: 'Någon annan hann spara före dig' })
    await dialog.waitFor()
    const summary = dialog.getByRole('group', { name: 'Sammanfattning' })
    expect(await summary.textContent()).toContain('Skolorna delar goda exempel.')
    expect(await summary.locator('mark').count()).toBeGreaterThan(0)
    expect(await axe(mine)).toEqual([])
    await summary.getByLabel('Ditt').check()
    await dialog.getByRole('button', { name: 'Spara det valda' }).click()
    await mine.getByText(/^Sparat/).waitFor()
    expect(await mine.getByLabel('Titel').inputValue()).toBe('Samverkan inom skolan')
    await mine.goto('/aktiviteter/2.8')
    await settled(mine)
    const story = await mine.locator('main').textContent()
    for (const text of ['Samverkan inom skolan', 'Skolorna lär av varandra.', 'Färre kränkningar.']) {
      expect(story).toContain(text)
    }
  })

  it('sätter ett läge med skäl, och tar tillbaka det', async () => {
    const page = await as('coordinator', '/aktiviteter/2.1')
    await page.getByRole('button', { name: 'Ändra läge' }).click()
    await page.getByLabel('Läget är ett annat än det som visas').check()
    await page.getByRole('button', { name: 'Spara läget' }).click()
    expect(await page.locator('.error-summary:focus').textContent()).toMatch(/Läge:.*\n?[\s\S]*Skäl:/)
    await page.getByLabel('Läge', { exact: true }).selectOption({ label: 'osäker' })
    await page.getByLabel('Skäl').fill('Lokalen är inte klar.')
    await page.getByRole('button', { name: 'Spara läget' }).click()
    await page.getByText('Läget är ändrat och syns överallt.').waitFor()
    await page.locator('.state').getByText('Lokalen är inte klar.').waitFor()
    await page.getByRole('button', { name: 'Låt läget räknas fram igen' }).click()
    await page.locator('.state').getByText('Lokalen är inte klar.').waitFor({ state: 'detached' })
  })

  it('lägger till en milstolpe på vägen och tar bort den igen', async () => {
    const page = await as('coordinator', '/aktiviteter/2.4')
    await page.getByRole('button', { name: 'Ändra milstolpar' }).click()
    await page.getByRole('button', { name: 'Lägg till milstolpe' }).click()
    await page.getByLabel('Milstolpe', { exact: true }).fill('Planen är antagen')
    await page.getByLabel('Klar senast').fill('2028')
    await page.getByRole('button', { name: 'Spara', exact: true }).click()
    await page.getByRole('button', { name: 'Ändra Planen är antagen' }).waitFor()
    await page.getByRole('button', { name: 'Klar med ändringarna' }).click()
    const step = page.locator('.road-step', { hasText: 'Planen är antagen' })
    expect(await step.textContent()).toContain('år 2028')
    await page.getByRole('button', { name: 'Ändra milstolpar' }).click()
    await page.getByRole('button', { name: 'Ta bort Planen är antagen' }).click()
    await page.getByRole('button', { name: 'Ja, ta bort' }).click()
    await page.getByRole('button', { name: 'Ändra Planen är antagen' }).waitFor({ state: 'detached' })
  })

  it('ändrar vem som svarar, och skriver upp vad som kommer före', async () => {
    const page = await as('coordinator', '/aktiviteter/2.3')
    await page.getByRole('button', { name: 'Ändra vilka som svarar' }).click()
    await page.getByRole('button', { name: 'Lägg till någon som svarar' }).click()
    await page.getByLabel('Vem', { exact: true }).selectOption({ label: 'UmeBrå' })
    await page.getByLabel('Stödjer').check()
    await page.getByRole('button', { name: 'Spara', exact: true }).click()
    await page.getByRole('button', { name: 'Ändra UmeBrå' }).waitFor()
    await page.getByRole('button', { name: 'Klar med ändringarna' }).click()
    await page.locator('#who').getByRole('link', { name: 'UmeBrå' }).waitFor()
    await page.getByRole('button', { name: 'Ändra vad som kommer före' }).click()
    await page.getByRole('button', { name: 'Lägg till något som kommer före' }).click()
    await page.getByLabel('Aktivitet som kommer före').selectOption({ label: '1.1 Samverkan' })
    await page.getByRole('button', { name: 'Spara', exact: true }).click()
    await page.locator('#context').getByRole('link', { name: '1.1 Samverkan' }).waitFor()
  })

  it('skriver interna anteckningar som bara de som svarar ser', async () => {
    const page = await as('coordinator', centrum)
    await page.getByRole('button', { name: 'Interna anteckningar' }).click()
    await page.getByRole('textbox', { name: 'Anteckningar' }).fill('Ta upp lokalfrågan på nästa möte.')
    await page.getByRole('button', { name: 'Spara', exact: true }).click()
    await page.getByText(/^Sparat/).waitFor()
    const officer = await as('officer', centrum)
    await officer.getByRole('button', { name: 'Interna anteckningar' }).click()
    expect(await officer.getByRole('textbox', { name: 'Anteckningar' }).inputValue()).toBe(
      'Ta upp lokalfrågan på nästa möte.',
    )
  })

  it('skapar en aktivitet', async () => {
    const page = await as('coordinator', '/aktiviteter/ny')
    await page.getByRole('button', { name: 'Skapa aktiviteten' }).click()
    expect(await page.locator('.error-summary:focus').textContent()).toContain('Titel: Fyll i uppgiften.')
    await page.getByLabel('Titel').fill('Trygga skolvägar')
    await page.getByRole('button', { name: 'Skapa aktiviteten' }).click()
    await page.waitForURL('**/aktiviteter/2.9')
    await settled(page)
    expect(await page.locator('h1').textContent()).toBe('Trygga skolvägar')
  })

  it('bekräftar det som var en tolkning', async () => {
    const page = await as('coordinator', '/aktiviteter/2.6')
    await page.getByRole('button', { name: 'Bekräfta uppgifterna' }).click()
    await page.getByRole('button', { name: 'Bekräfta uppgifterna' }).waitFor({ state: 'detached' })
    await page.getByText('Uppgifterna är bekräftade.').waitFor()
    expect(await page.getByText('att bekräfta', { exact: true }).count()).toBe(0)
  })
})
