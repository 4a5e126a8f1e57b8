import { afterAll, beforeAll, expect, it } from 'vitest'
import { axe, type Harness, overflowsAt320, settled, signIn, start } from './harness'

let site: Harness

beforeAll(async () => {
  site = await start()
})

afterAll(() => site?.stop())

it('a coordinator makes a round from nothing, writes two questions, puts them in order and opens it', async () => {
  const page = await site.visit()
  await signIn(page, 'coordinator')
  await page.goto('/kartlaggning')
  await page.getByRole('link', { name: 'Gör en ny omgång' }).click()
  await page.getByLabel('Rubrik på svenska').fill('Pejling av stödet')
  await page.getByLabel('Rubrik på engelska').fill('A probe of the support')
  await page.getByLabel('Kort namn').fill('Pejling!')
  await page.getByLabel('Sista dagen att svara').fill(inAMonth())
  await page.getByLabel('Inga, jag skriver egna').check()
  const part = page.getByRole('group', { name: 'Del 1' })
  await part.getByLabel('Rubrik på svenska').fill('Stöd')
  await part.getByLabel('Rubrik på engelska').fill('Support')
  await page.getByRole('button', { name: 'Skapa utkastet' }).click()
  // What is refused is said at its field, and nothing that was typed is lost.
  await page.getByRole('alert').waitFor()
  expect(await page.getByLabel('Kort namn').getAttribute('aria-invalid')).toBe('true')
  expect(await axe(page)).toEqual([])
  await page.getByLabel('Kort namn').fill('pejling')
  await page.getByRole('button', { name: 'Skapa utkastet' }).click()
  await page.waitForURL(/\/kartlaggning\/[^/]+\/bygg$/)

  await page.getByRole('button', { name: 'Lägg till en fråga i Stöd' }).click()
  await page.getByLabel('Frågan på svenska').fill('Vad saknas?')
  await page.getByLabel('Frågan på engelska').fill('What is missing?')
  await page.getByLabel('Hur den besvaras').selectOption('longText')
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByRole('button', { name: 'Ändra Vad saknas?' }).waitFor()

  await page.getByRole('button', { name: 'Lägg till en fråga i Stöd' }).click()
  await page.getByLabel('Frågan på svenska').fill('Har ni en rutin?')
  await page.getByLabel('Frågan på engelska').fill('Do you have a routine?')
  for (const [n, sv, en] of [
    [1, 'Ja', 'Yes'],
    [2, 'Nej', 'No'],
  ] as const) {
    const answer = page.getByRole('group', { name: `Svar ${n}`, exact: true })
    await answer.getByLabel('På svenska').fill(sv)
    await answer.getByLabel('På engelska').fill(en)
  }
  await page.getByLabel('Frågan måste besvaras').check()
  expect(await axe(page)).toEqual([])
  expect(await overflowsAt320(page)).toBe(false)
  await page.getByRole('button', { name: 'Spara' }).click()

  // A question stands after the one that it depends on: the routine first, then what is missing without one.
  const up = page.getByRole('button', { name: 'Flytta upp Har ni en rutin?' })
  await up.focus()
  await page.keyboard.press('Enter')
  await page.getByText('Har ni en rutin? är nu nummer 1.').waitFor()
  await page.getByRole('button', { name: 'Ändra Vad saknas?' }).click()
  await page.getByLabel('När den ställs').selectOption({ label: 'Har ni en rutin?' })
  await page.getByRole('group', { name: 'Svaren' }).getByLabel('Nej').check()
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByText('Lång text. Ställs om svaret på ”Har ni en rutin?” är Nej.').waitFor()
  const ways = page.getByRole('region', { name: 'Vägar genom frågorna' })
  await ways.getByText('Den som svarar får mellan 1 och 2 frågor.').waitFor()
  expect(await ways.locator('dl > div').allInnerTexts()).toEqual(['Ja\nInget mer', 'Nej\nVad saknas?'])
  await page.getByRole('button', { name: 'Flytta ner Har ni en rutin?' }).click()
  await page.getByText('Frågan kan inte flyttas dit').waitFor()
  await settled(page)
  expect(await axe(page)).toEqual([])
  expect(await overflowsAt320(page)).toBe(false)

  // Trying it: what depends on an answer comes with that answer, and what is missing is told.
  await page.getByRole('link', { name: 'Prova frågorna' }).click()
  await page.getByText('Med de här svaren ställs 1 av 2 frågor.').waitFor()
  await page.getByRole('list').getByRole('link', { name: 'Har ni en rutin?' }).waitFor()
  expect(await page.getByLabel('Vad saknas?').count()).toBe(0)
  await page.getByLabel('Nej').check()
  await page.getByLabel('Vad saknas?').fill('En mall.')
  await page.getByText('Inget saknas. Svaret kan lämnas in.').waitFor()
  await page.getByLabel('Ja').check()
  await page.getByText('Med de här svaren ställs 1 av 2 frågor.').waitFor()
  await page.getByText('Inget saknas. Svaret kan lämnas in.').waitFor()
  expect(await axe(page)).toEqual([])
  expect(await overflowsAt320(page)).toBe(false)

  await page.getByRole('link', { name: 'Pejling av stödet' }).click()
  await page.getByRole('button', { name: 'Öppna omgången' }).click()
  await page.getByRole('button', { name: 'Ja, öppna' }).click()
  await page.getByText('Sista dagen kan flyttas fram.').waitFor()
  expect(await axe(page)).toEqual([])
  await page.getByRole('link', { name: 'Rätta stavning' }).click()
  await page.getByRole('button', { name: 'Ändra Vad saknas?' }).click()
  expect(await page.getByLabel('Hur den besvaras').count()).toBe(0)
  await page.getByLabel('Frågan på svenska').fill('Vad saknas hos er?')
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByRole('button', { name: 'Ändra Vad saknas hos er?' }).waitFor()
  expect(await page.getByRole('button', { name: /Lägg till en fråga|Flytta|Ta bort/ }).count()).toBe(0)
})

it('nobody else is offered to make a round', async () => {
  const page = await site.visit()
  await signIn(page, 'officer')
  await page.goto('/kartlaggning')
  await page.getByRole('heading', { level: 2, name: 'Pågår nu' }).waitFor()
  expect(await page.getByRole('link', { name: 'Gör en ny omgång' }).count()).toBe(0)
})

it('a coordinator declares small groups to be told together, is told the floor, and removes the draft', async () => {
  const page = await site.visit()
  await signIn(page, 'coordinator')
  await page.goto('/kartlaggning/ny')
  await page.getByLabel('Rubrik på svenska').fill('Pejling av tryggheten')
  await page.getByLabel('Rubrik på engelska').fill('A probe of safety')
  await page.getByLabel('Kort namn').fill('trygghet')
  await page.getByLabel('Varje medarbetare, utan namn').check()
  await page.getByLabel('Känsliga frågor').check()
  await page.getByLabel('Sista dagen att svara').fill(inAMonth())
  await page.getByLabel('Inga, jag skriver egna').check()
  const part = page.getByRole('group', { name: 'Del 1', exact: true })
  await part.getByLabel('Rubrik på svenska').fill('Trygghet')
  await part.getByLabel('Rubrik på engelska').fill('Safety')
  await page.getByText('Lägst 10 svar.').waitFor()
  await page.getByLabel('Minsta grupp som visas').fill('8')
  for (const [n, sv, en] of [
    [1, 'Förskola', 'Pre-school'],
    [2, 'Skola', 'School'],
    [3, 'Elevhälsa', 'Pupil health'],
    [4, 'Kök', 'Kitchen'],
  ] as const) {
    await page.getByRole('button', { name: 'Lägg till en grupp' }).click()
    const group = page.getByRole('group', { name: `Grupp ${n}`, exact: true })
    await group.getByLabel('Namn på svenska').fill(sv)
    await group.getByLabel('Namn på engelska').fill(en)
  }
  await page.getByRole('button', { name: 'Lägg till en indelning' }).click()
  const breakdown = page.getByRole('group', { name: 'Indelning 1', exact: true })
  await breakdown.getByLabel('Namn på svenska').fill('Verksamhet')
  await breakdown.getByLabel('Namn på engelska').fill('Unit')
  await page.getByRole('button', { name: 'Skapa utkastet' }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.getByLabel('Minsta grupp som visas').getAttribute('aria-invalid')).toBe('true')
  await page.getByLabel('Minsta grupp som visas').fill('12')
  await page.getByRole('button', { name: 'Skapa utkastet' }).click()
  await page.waitForURL(/\/kartlaggning\/[^/]+\/bygg$/)

  await page.getByRole('button', { name: 'Ändra omgången' }).click()
  const merged = page.getByRole('group', { name: 'Små grupper som visas tillsammans som Övriga' })
  await merged.getByLabel('Elevhälsa').check()
  await merged.getByLabel('Kök').check()
  expect(await axe(page)).toEqual([])
  expect(await overflowsAt320(page)).toBe(false)
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByRole('button', { name: 'Ändra omgången' }).click()
  expect(await merged.getByLabel('Kök').isChecked()).toBe(true)
  expect(await merged.getByLabel('Skola', { exact: true }).isChecked()).toBe(false)

  // A group that is taken away is no longer told together with others: nothing is left that the form cannot show.
  await page
    .getByRole('group', { name: 'Grupp 4', exact: true })
    .getByRole('button', { name: 'Ta bort grupp 4' })
    .click()
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByRole('button', { name: 'Ändra omgången' }).waitFor()

  await page.goto(page.url().replace(/\/bygg$/, ''))
  await page.getByText('12 svar', { exact: true }).waitFor()
  await page.getByText('Verksamhet (Elevhälsa visas tillsammans som Övriga)').waitFor()
  const form = await page.getByRole('link', { name: 'Frågorna att skriva ut' }).getAttribute('href')
  expect(form).toMatch(/\/document\?lang=sv$/)
  await page.getByRole('button', { name: 'Öppna omgången' }).click()
  await page.getByRole('button', { name: 'Ja, öppna' }).click()
  // What it lacks is said, and a group that is gone is not in the way.
  const lacks = page.getByRole('alert').getByRole('listitem')
  await lacks.first().waitFor()
  expect(await lacks.allInnerTexts()).toEqual(['Omgången har inga frågor. Skriv dem under Skriv frågorna.'])
  expect(await axe(page)).toEqual([])
  expect(await overflowsAt320(page)).toBe(false)
  await page.getByRole('button', { name: 'Avbryt' }).click()
  await page.getByRole('button', { name: 'Ta bort utkastet' }).click()
  await page.getByText('Omgången och alla dess frågor försvinner.').waitFor()
  await page.getByRole('button', { name: 'Ja, ta bort' }).click()
  await page.waitForURL(/\/kartlaggning$/)
  expect(await page.getByRole('link', { name: 'Pejling av tryggheten' }).count()).toBe(0)
  await page.context().close()
})

const inAMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
