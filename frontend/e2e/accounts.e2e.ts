import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, dark, focused, type Harness, overflowsAt320, settled, signIn, signOut, start, tabTo } from './harness'

let site: Harness

beforeAll(async () => {
  site = await start()
})

afterAll(() => site?.stop())

describe('signing in', () => {
  it('says what is missing, and takes focus there', async () => {
    const page = await site.visit('/logga-in')
    await page.getByRole('main').getByRole('button', { name: 'Logga in', exact: true }).click()
    await page.getByRole('alert').getByRole('link', { name: 'Skriv din e-postadress.' }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('email')
  })

  it('does not say which of address and password was wrong', async () => {
    const page = await site.visit('/logga-in')
    await page.getByLabel('E-postadress').fill('nobody@demo.example')
    await page.getByLabel('Lösenord').fill('fel-losenord-helt')
    await page.getByRole('main').getByRole('button', { name: 'Logga in', exact: true }).click()
    await page.getByRole('alert').getByText('E-postadressen eller lösenordet stämmer inte').waitFor()
  })

  it('comes back to where it was asked for, never to another site', async () => {
    const page = await site.visit('/namnder')
    await page.getByRole('banner').getByRole('link', { name: 'Logga in' }).click()
    await page.waitForURL('**/logga-in?from=%2Fnamnder')
    await page.goto('/logga-in?from=//evil.example')
    await signInHere(page)
    await page.waitForURL(`${site.baseUrl}/`)
  })

  it('lasts over a reload, and ends when it is ended', async () => {
    const page = await site.visit('/')
    await signIn(page, 'officer')
    await page.reload()
    await page.getByRole('banner').getByRole('button', { name: 'Logga ut' }).waitFor()
    expect(await page.evaluate(() => document.cookie)).toBe('')
    await signOut(page)
    await page.reload()
    await settled(page)
    await page.getByRole('banner').getByRole('link', { name: 'Logga in' }).waitFor()
  })

  it('shows and hides the password', async () => {
    const page = await site.visit('/logga-in')
    await page.getByLabel('Lösenord').fill('tre ord i rad')
    await page.getByRole('button', { name: 'Visa lösenordet' }).click()
    expect(await page.getByLabel('Lösenord').getAttribute('type')).toBe('text')
    await page.getByRole('button', { name: 'Dölj lösenordet' }).click()
    expect(await page.getByLabel('Lösenord').getAttribute('type')).toBe('password')
    expect(await page.getByLabel('Lösenord').inputValue()).toBe('tre ord i rad')
  })

  it('says how long to wait after too many tries', async () => {
    const page = await site.visit('/logga-in')
    const refused = page.getByRole('alert')
    for (let tries = 0; tries < 12; tries += 1) {
      await page.getByRole('textbox', { name: 'E-postadress' }).fill('reviewer@demo.example')
      await page.getByRole('textbox', { name: 'Lösenord' }).fill(`fel-losenord-${tries}`)
      await page.getByRole('main').getByRole('button', { name: 'Logga in', exact: true }).click()
      await refused.waitFor()
      await settled(page)
      if (/Vänta/.test((await refused.textContent()) ?? '')) break
    }
    expect(await refused.textContent()).toMatch(/För många försök\. Vänta \d+ (sekund|minut)/)
  })

  it('says kindly that a sign-in was ended elsewhere', async () => {
    const page = await site.visit()
    await signIn(page, 'secretary')
    const other = await site.visit()
    await signIn(other, 'secretary')
    await other.goto('/konto#inloggningar')
    await other.getByRole('button', { name: 'Avsluta alla andra' }).click()
    await other.getByText('Alla andra inloggningar är avslutade.').waitFor()
    await page.goto('/konto')
    await page.getByText('Din inloggning har avslutats').waitFor()
    await page.getByRole('main').getByRole('link', { name: 'Logga in' }).click()
    await page.getByText('Det du har sparat är kvar').waitFor()
  })

  it('asks for it on a page for staff, and says why', async () => {
    const page = await site.visit('/aktiviteter/ny')
    expect(await page.locator('h1').textContent()).toBe('Logga in för att fortsätta')
  })
})

describe('links in letters', () => {
  it('lead from an invitation to being signed in', async () => {
    const keeper = await asKeeper()
    const body = {
      email: 'ny.person@region.example',
      name: 'Ny Person',
      lang: 'sv',
      active: true,
      protected: false,
      roles: [{ role: 'reader' }],
    }
    expect((await keeper.post('/users', body)).status()).toBe(201)
    const link = await keeper.linkTo('ny.person@region.example')
    const page = await site.visit(link)
    await page.getByRole('heading', { level: 1, name: 'Välkommen. Välj ett lösenord' }).waitFor()
    expect(page.url()).not.toContain('#')
    await page.getByText('N… P…').waitFor()
    expect(await axe(page)).toEqual([])

    await page.getByLabel('Nytt lösenord').fill('sommar123456')
    await page.getByRole('button', { name: 'Spara lösenordet' }).click()
    await page.getByRole('alert').getByText('Många använder det lösenordet').waitFor()
    await page.getByLabel('Nytt lösenord').fill('gul cykel under almen')
    await page.getByRole('button', { name: 'Spara lösenordet' }).click()
    await page.getByText('Ditt lösenord är sparat').waitFor()
    await page.getByLabel('E-postadress').fill('ny.person@region.example')
    await page.getByLabel('Lösenord').fill('gul cykel under almen')
    await page.getByRole('main').getByRole('button', { name: 'Logga in', exact: true }).click()
    await page.getByRole('banner').getByRole('button', { name: 'Logga ut' }).waitFor()

    const late = await site.visit(link)
    await late.getByRole('heading', { level: 1, name: 'Länken fungerar inte längre' }).waitFor()
    await late.getByRole('link', { name: 'Be om en ny länk' }).waitFor()
    expect(await axe(late)).toEqual([])
  })

  it('let in whoever has forgotten, and tell nobody who has an account', async () => {
    const page = await site.visit('/konto/glomt-losenord')
    await page.getByLabel('E-postadress').fill('ingen@ingenstans.example')
    await page.getByRole('button', { name: 'Skicka länken' }).click()
    const unknown = await page.getByText('Om det finns ett konto').textContent()
    await page.getByRole('button', { name: 'Prova en annan adress' }).click()
    await page.getByLabel('E-postadress').fill('editor@demo.example')
    await page.getByRole('button', { name: 'Skicka länken' }).click()
    const known = await page.getByText('Om det finns ett konto').textContent()
    expect(known).toBe(unknown?.replace('ingen@ingenstans.example', 'editor@demo.example'))

    const keeper = await asKeeper()
    await page.goto(await keeper.linkTo('editor@demo.example'))
    await page.getByRole('heading', { level: 1, name: 'Välj ett nytt lösenord' }).waitFor()
    await page.getByLabel('Nytt lösenord').fill('tre gröna ekar sjunger')
    await page.keyboard.press('Enter')
    await page.getByText('Ditt lösenord är sparat').waitFor()
  })

  it('say what to do when there is no link', async () => {
    const page = await site.visit('/konto/losenord')
    expect(await page.locator('h1').textContent()).toBe('Öppna länken i brevet')
  })
})

describe('one’s own account', () => {
  it('tells who one is, and shows the public nothing until one says so', async () => {
    const page = await site.visit()
    await signIn(page, 'officer')
    await page.goto('/konto')
    await page.getByText('Nämndens handläggare, Individ- och familjenämnden').waitFor()
    await page.getByText('Varken namn, adress eller telefon visas.').waitFor()
    await page.getByRole('textbox', { name: /^Telefon/ }).fill('090-16 00 00')
    await page.getByLabel('Visa mitt telefonnummer').check()
    await page.getByRole('main').getByRole('button', { name: 'Spara', exact: true }).click()
    await page
      .getByText(/^Sparat \d\d\.\d\d$/)
      .last()
      .waitFor()
    const me = await page.request.get('/api/v1/boards?limit=100')
    const ifn = ((await me.json()) as { items: { id: string; key: string }[] }).items.find(({ key }) => key === 'ifn')
    const contacts = await page.request.get(`/api/v1/boards/${ifn?.id}/contacts`)
    const [contact] = ((await contacts.json()) as { items: { phone?: string; name?: string }[] }).items
    expect(contact).toMatchObject({ phone: '090-16 00 00' })
    expect(contact?.name).toBeUndefined()
  })

  it('changes the password, and says which of them was wrong', async () => {
    const page = await site.visit()
    await signIn(page, 'member')
    await page.goto('/konto#losenord')
    await page.getByRole('button', { name: 'Byt lösenord' }).click()
    expect(await focused(page)).toBe('Nuvarande lösenord')
    await page.getByLabel('Nuvarande lösenord').fill('inte det rätta alls')
    await page.getByLabel('Nytt lösenord').fill('röd stuga bakom berget')
    await page.getByRole('button', { name: 'Spara lösenordet' }).click()
    await page.getByRole('alert').getByText('Det är inte ditt nuvarande lösenord.').waitFor()
    expect(await page.getByLabel('Nytt lösenord').inputValue()).toBe('röd stuga bakom berget')
    await page.getByLabel('Nuvarande lösenord').fill(password)
    await page.getByRole('button', { name: 'Spara lösenordet' }).click()
    await page.getByText('Lösenordet är bytt.').waitFor()
  })

  it('ends a sign-in that is somewhere else', async () => {
    const page = await site.visit()
    await signIn(page, 'manager')
    const other = await site.visit()
    await signIn(other, 'manager')
    await page.goto('/konto#inloggningar')
    await page.getByText('Den här webbläsaren').waitFor()
    expect(await focused(page)).toBe('Dina inloggningar')
    await page.getByRole('button', { name: /^Avsluta Chrome/ }).click()
    await page.getByText('Inloggningen är avslutad.').waitFor()
    await page.reload()
    await settled(page)
    expect(await page.getByRole('button', { name: /^Avsluta Chrome/ }).count()).toBe(0)
    await other.goto('/konto')
    await other.getByRole('heading', { name: 'Logga in för att fortsätta' }).waitFor()
  })

  it('hands over what is held', async () => {
    const page = await site.visit()
    await signIn(page, 'contact')
    await page.goto('/konto#mina-uppgifter')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Hämta mina uppgifter (JSON)' }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^mina-uppgifter-\d{4}-\d\d-\d\d\.json$/)
  })

  it('is reached by keyboard, without faults, in both languages, in the dark and on a narrow screen', async () => {
    const page = await site.visit()
    await signIn(page, 'expert')
    await page.goto('/konto')
    await settled(page)
    await tabTo(page, 'Visa mitt namn och min titel')
    await tabTo(page, 'Sätt på kod från en app')
    await tabTo(page, 'Lägg till en nyckel')
    await tabTo(page, 'Hämta mina uppgifter (JSON)')
    expect(await axe(page)).toEqual([])
    await page.goto('/en/konto')
    await settled(page)
    expect(await axe(page)).toEqual([])
    expect(await overflowsAt320(page)).toBe(false)
    const night = await site.visit(undefined, dark)
    await signIn(night, 'expert')
    await night.goto('/konto')
    await settled(night)
    expect(await axe(night)).toEqual([])
  })
})

it('has pages to come in by without faults, in both languages, in the dark and on a narrow screen', async () => {
  for (const path of [
    '/logga-in',
    '/en/logga-in',
    '/konto/glomt-losenord',
    '/en/konto/losenord',
    '/logga-in?fel=noRole',
  ]) {
    for (const options of [{}, dark]) {
      const page = await site.visit(path, options)
      expect(await axe(page), path).toEqual([])
      expect(await overflowsAt320(page), path).toBe(false)
      await page.context().close()
    }
  }
})

const password = process.env.ENVAGIN_DEMO_PASSWORD ?? 'ett-losenord-for-prov'

type Letter = { recipient: string; text: string; createdAt: string }

/** Whoever keeps the accounts, by the API: invites, and reads what the demo would have sent. */
async function asKeeper() {
  const { request } = (await site.visit()).context()
  const session = await request.post('/api/v1/sessions', { data: { email: 'admin@demo.example', password } })
  const headers = { Authorization: `Bearer ${((await session.json()) as { accessToken: string }).accessToken}` }
  return {
    post: (path: string, data: unknown) => request.post(`/api/v1${path}`, { headers, data }),
    /** The link in the last letter to somebody; letters are sent a moment after they are asked for. */
    async linkTo(email: string): Promise<string> {
      for (let tries = 0; tries < 100; tries += 1) {
        const answer = await request.get('/api/v1/outbox-messages?limit=100', { headers })
        const { items } = (await answer.json()) as { items: Letter[] }
        const letters = items.filter(({ recipient, text }) => recipient === email && text.includes('#'))
        const last = letters.sort((a, b) => a.createdAt.localeCompare(b.createdAt)).at(-1)
        const link = last && /https?:\/\/\S+#\S+/.exec(last.text)?.[0]
        if (link) return link
        await new Promise((wait) => setTimeout(wait, 100))
      }
      throw new Error(`no letter to ${email}`)
    },
  }
}

async function signInHere(page: Page) {
  await page.getByLabel('E-postadress').fill('reader@demo.example')
  await page.getByLabel('Lösenord').fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Logga in', exact: true }).click()
}
