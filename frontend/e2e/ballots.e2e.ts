import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContextOptions, chromium, type Page, type Response } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, browserOptions, dark, type Harness, overflowsAt320, signIn, start, tabTo, visitCounting } from './harness'
import { makeRound } from './round'

// An employee answers with a code, on a phone, anywhere; what is promised about it is tried here in a real browser.
let site: Harness
let codes: string[] = []
const phone = { viewport: { width: 360, height: 740 } } as const
const wrote = 'Vi saknar en egen rutin för tillfrågan.'

beforeAll(async () => {
  site = await start()
  codes = await makeRound(site, 12)
})

afterAll(() => site?.stop())

const nextCode = (): string => {
  const code = codes.pop()
  if (!code) throw new Error('there are no codes left: let makeRound print more')
  return code
}

const employee = (options: BrowserContextOptions = phone): Promise<Page> => site.visit(undefined, options)

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

async function typeCode(page: Page, code: string, address = '/svara'): Promise<void> {
  await page.goto(address)
  await page.getByLabel(/Din kod|Your code/).fill(code)
  await button(page, /Fortsätt|Continue/).click()
}

/** From the code to the last screen; what is written there is returned to nobody. */
async function answer(page: Page, code: string): Promise<void> {
  await typeCode(page, code)
  await button(page, 'Börja svara').click()
  await page.getByRole('radio', { name: 'Ja', exact: true }).check()
  await button(page, 'Nästa').click()
  await page
    .getByRole('group', { name: /Hur ofta/ })
    .getByRole('radio', { name: '4' })
    .check()
  await button(page, 'Nästa').click()
  for (const row of ['Hemmet', 'Skolan']) {
    await page.getByRole('group', { name: row }).getByRole('radio', { name: 'Ofta' }).check()
  }
  await button(page, 'Nästa').click()
  await page.getByLabel(/Vad saknas/).fill(wrote)
  await button(page, 'Granska och skicka').click()
  await heading(page, 'Granska och skicka').waitFor()
}

const sentOf = (page: Page): string[] => {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/staff-answers')) sent.push(request.postData() ?? '')
  })
  return sent
}

describe('an employee with a code', () => {
  it('answers on a phone, once, however often they press', async () => {
    const page = await employee()
    const sent = sentOf(page)
    const code = nextCode()
    await answer(page, code.toLowerCase().replaceAll('-', ' '))
    expect(await page.getByText(wrote).isVisible()).toBe(true)
    await button(page, 'Skicka svaret').dblclick()
    await heading(page, 'Tack, ditt svar är mottaget').waitFor()
    expect(sent).toHaveLength(1)
    expect(sent[0]).not.toContain(code)

    await typeCode(page, code)
    await page.getByText('Koden är redan använd').waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
    await page.context().close()
  })

  it('loses nothing when the network goes, and is counted once when it comes back', async () => {
    const page = await employee()
    const sent = sentOf(page)
    await answer(page, nextCode())
    // The answer arrives, its receipt does not.
    await page.route('**/staff-answers', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await button(page, 'Skicka svaret').click()
    await page.getByText('Svaret kom kanske inte fram').waitFor()
    expect(await page.getByText(wrote).isVisible()).toBe(true)
    expect(await button(page, /Ändra/).count()).toBe(0)
    await page.unroute('**/staff-answers')
    await page.context().setOffline(true)
    await page.getByText('Ingen uppkoppling just nu').waitFor()
    await page.context().setOffline(false)
    await heading(page, 'Tack, ditt svar är mottaget').waitFor()
    expect(sent).toHaveLength(2)
    expect(new Set(sent).size).toBe(1)
    await page.context().close()
  })

  it('may reload before the last step and use the code again, and gets one step back by the phone’s own back', async () => {
    const page = await employee()
    const code = nextCode()
    page.on('dialog', (dialog) => dialog.accept())
    await typeCode(page, code)
    await button(page, 'Börja svara').click()
    await page.getByRole('radio', { name: 'Ja', exact: true }).check()
    await button(page, 'Nästa').click()
    await page.getByText('Fråga 2 av 4').last().waitFor()
    await page.goBack()
    await page.getByText('Fråga 1 av 4').last().waitFor()
    expect(await page.getByRole('radio', { name: 'Ja', exact: true }).isChecked()).toBe(true)
    await page.reload()
    await answer(page, code)
    await button(page, 'Skicka svaret').click()
    await heading(page, 'Tack, ditt svar är mottaget').waitFor()
    await page.context().close()
  })

  it('is asked kindly for what must be answered, and only for what is asked', async () => {
    const page = await employee()
    await typeCode(page, nextCode())
    await button(page, 'Börja svara').click()
    await page.getByRole('radio', { name: 'Nej', exact: true }).check()
    await button(page, 'Nästa').click()
    // No question about how often, after that answer.
    expect(await page.getByText(/Hur ofta/).count()).toBe(0)
    await button(page, 'Nästa').click()
    await page.getByLabel(/Vad saknas/).fill('Det gäller 900101-9802')
    await button(page, 'Granska och skicka').click()
    await page.getByText('Det ser ut som ett personnummer').waitFor()
    await page.getByLabel(/Vad saknas/).fill('Tid.')
    await button(page, 'Granska och skicka').click()
    await page.getByText('Några frågor behöver ett svar först').waitFor()
    expect(await button(page, 'Skicka svaret').count()).toBe(0)
    await page
      .getByRole('region')
      .or(page.locator('.notice'))
      .getByRole('button', { name: /Var möter/ })
      .click()
    await page.getByRole('group', { name: 'Hemmet' }).waitFor()
    await page.context().close()
  })

  it('is told of a code that is mistyped, and what to do', async () => {
    const page = await employee()
    await typeCode(page, `${nextCode().slice(0, -1)}#`)
    await page.getByText('Något tecken i koden har blivit fel').waitFor()
    await page.context().close()
  })

  it('answers by keyboard alone', async () => {
    const page = await employee({})
    await page.goto('/svara')
    await tabTo(page, 'Din kod')
    await page.keyboard.type(nextCode())
    await page.keyboard.press('Enter')
    await button(page, 'Börja svara').waitFor()
    await tabTo(page, 'Börja svara')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Ja')
    await page.keyboard.press('Space')
    expect(await page.getByRole('radio', { name: 'Ja', exact: true }).isChecked()).toBe(true)
    await tabTo(page, '1')
    await page.keyboard.press('ArrowRight')
    expect(await page.getByRole('radio', { name: '2', exact: true }).isChecked()).toBe(true)
    await page.context().close()
  })
})

describe('the answering page', () => {
  it('is free of what axe finds on each screen, in both languages and in the dark, and fits 320 px', async () => {
    for (const [address, options] of [
      ['/svara', phone],
      ['/svara/en', dark],
    ] as const) {
      const page = await employee(options)
      const check = async () => {
        expect(await axe(page)).toEqual([])
        expect(await overflowsAt320(page)).toBe(false)
      }
      await typeCode(page, nextCode(), address)
      await button(page, /Börja svara|Begin/).waitFor()
      await check()
      await button(page, /Börja svara|Begin/).click()
      for (let screen = 0; screen < 6; screen += 1) {
        await check()
        const on = button(page, /^(Nästa|Next|Granska och skicka|Review and send)$/)
        if ((await on.count()) === 0) break
        await on.click()
      }
      await heading(page, address === '/svara' ? 'Granska och skicka' : 'Review and send').waitFor()
      await page.context().close()
    }
  })

  it('is light, keeps nothing, sends no cookie when somebody is signed in, and asks nobody else for anything', async () => {
    const { page, scriptBytes } = await visitCounting(site, '/svara')
    expect(scriptBytes).toBeLessThanOrEqual(110_000)
    await page.setViewportSize({ width: 1280, height: 900 })
    await signIn(page, 'coordinator')
    expect((await page.context().cookies()).length).toBeGreaterThan(0)
    const asked: Response[] = []
    page.on('response', (response) => asked.push(response))
    // The real API, which refuses whoever says who they are before it reads the code.
    await typeCode(page, '7KQM')
    await page.getByText('Något tecken i koden har blivit fel').waitFor()
    const codes = asked.find((response) => response.url().endsWith('/ballot-codes'))
    const { cookie, authorization, referer } = (await codes?.request().allHeaders()) ?? {}
    expect([codes?.status(), cookie, authorization, referer]).toEqual([422, undefined, undefined, undefined])
    expect(asked.filter((response) => new URL(response.url()).origin !== new URL(site.baseUrl).origin)).toEqual([])
    for (const response of asked.filter((one) => new URL(one.url()).pathname.startsWith('/svara'))) {
      expect(response.headers()['cache-control'], response.url()).toBe('no-store')
    }
    await page.context().close()
  })

  it('stops when the key of the code is none that everybody can see', async () => {
    const page = await employee()
    await page.route('**/ballot-keys*', async (route) => {
      const answer = await route.fetch()
      const shown = (await answer.json()) as { items: { id: string }[] }
      await route.fulfill({ json: { ...shown, items: shown.items.map((key) => ({ ...key, id: 'another' })) } })
    })
    await typeCode(page, nextCode())
    await page.getByText('finns inte bland dem som alla kan se').waitFor()
    await page.context().close()
  })

  it('lets the quick way out go at once, also with something unsent', async () => {
    const page = await employee()
    await page.context().route('https://www.smhi.se/**', (route) => route.fulfill({ body: 'Väder' }))
    await typeCode(page, nextCode())
    await button(page, 'Börja svara').click()
    await page.getByRole('radio', { name: 'Ja', exact: true }).check()
    let asked = false
    page.on('dialog', (dialog) => {
      asked = true
      void dialog.accept()
    })
    await page.getByRole('link', { name: 'Lämna sidan snabbt' }).click()
    await page.waitForURL('https://www.smhi.se/**')
    expect(asked).toBe(false)
    await page.context().close()
  })
})

describe('the device afterwards', () => {
  it('has nothing of the code, the questions or the answer on its disk', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'envagin-profile-'))
    const code = nextCode()
    const context = await chromium.launchPersistentContext(profile, {
      ...browserOptions,
      ...phone,
      baseURL: site.baseUrl,
    })
    const page = await context.newPage()
    await answer(page, code)
    await button(page, 'Skicka svaret').click()
    await heading(page, 'Tack, ditt svar är mottaget').waitFor()
    expect(await context.cookies()).toEqual([])
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
    // A page that may be kept, to know that the search finds what is kept.
    await page.goto('/reference/')
    await context.close()

    const kept = readdirSync(profile, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath ?? entry.path, entry.name)))
      .map((bytes) => `${bytes.toString('latin1')}\n${bytes.toString('utf8')}\n${bytes.toString('utf16le')}`)
      .join('\n')
    rmSync(profile, { recursive: true, force: true })

    expect(kept).toContain('swagger')
    for (const secret of [
      code,
      code.replaceAll('-', ''),
      wrote,
      'saknar en egen rutin',
      'Hur ofta',
      'Var möter',
      'ballot',
    ]) {
      expect(kept, secret).not.toContain(secret)
    }
  })
})
