import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, dark, type Harness, overflowsAt320, settled, start, visitCounting } from './harness'

let site: Harness

beforeAll(async () => {
  site = await start()
})

afterAll(() => site?.stop())

const publicPages = [
  '/',
  '/plan',
  '/aktiviteter',
  '/aktiviteter?vy=tabell',
  '/aktiviteter/2.2',
  '/namnder',
  '/namnder/ifn',
  '/tidslinje',
  '/tidslinje/tabell',
  '/tidslinje/arshjul',
  '/oversikt',
  '/samverkansrad',
  '/samverkansrad/platser/centrum-mot-vald',
  '/samverkansrad/moten',
  '/samverkansrad/fragor',
  '/samverkansrad/referensgrupp',
  '/kompetens',
  '/kartlaggning',
  '/kontaktpersoner',
  '/beslut',
  '/om',
  '/tillganglighet',
  '/om/rattigheter',
  '/logga-in',
  '/konto/glomt-losenord',
  '/demo/utkorg',
  '/finns-inte',
]

const english = (path: string) => (path === '/' ? '/en' : `/en${path}`)

describe.each(publicPages)('%s', (path) => {
  it('is light to fetch, free of what axe finds, and fits 320 px', async () => {
    const { page, scriptBytes } = await visitCounting(site, path)
    expect(scriptBytes).toBeGreaterThan(50_000)
    expect(scriptBytes).toBeLessThanOrEqual(110_000)
    expect(await axe(page)).toEqual([])
    expect(await overflowsAt320(page)).toBe(false)
    await page.context().close()
  })

  it('is free of what axe finds in English and in the dark', async () => {
    const page = await site.visit(english(path), dark)
    expect(await axe(page)).toEqual([])
    await page.context().close()
  })
})

describe('a reader who may be watched', () => {
  it('leaves no cookie, nothing stored, and asks nobody else for anything', async () => {
    const reader = await site.browser.newPage()
    const asked: string[] = []
    reader.on('request', (request) => asked.push(new URL(request.url()).origin))
    for (const path of ['/', '/aktiviteter', '/aktiviteter/2.2']) {
      await reader.goto(site.baseUrl + path)
      await settled(reader)
    }
    expect([...new Set(asked)]).toEqual([new URL(site.baseUrl).origin])
    expect(await reader.context().cookies()).toEqual([])
    const kept = await reader.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
      (await navigator.serviceWorker.getRegistrations()).length,
    ])
    expect(kept).toEqual([0, 0, 0, 0])
    await reader.close()
  })

  it('finds the way out first after the skip link', async () => {
    const page = await site.visit('/aktiviteter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Hoppa till innehållet')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Lämna sidan snabbt')
  })

  it('is away at once, and not back here by the back button', async () => {
    const page = await site.visit('/')
    await page.route('https://www.smhi.se/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<h1>Väder</h1>' }),
    )
    await page.goto('/aktiviteter')
    await settled(page)
    await page.getByRole('link', { name: 'Lämna sidan snabbt' }).click()
    await page.waitForURL('https://www.smhi.se/**')
    await page.goBack()
    expect(new URL(page.url()).pathname).toBe('/')
  })

  it('leaves on Shift three times, but not when Shift is held or used for writing', async () => {
    const page = await site.visit('/')
    await page.route('https://www.smhi.se/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<h1>Väder</h1>' }),
    )
    for (const key of ['Shift', 'Shift', 'a', 'Shift', 'Shift+A', 'Shift']) await page.keyboard.press(key)
    expect(page.url()).not.toContain('smhi')
    await page.keyboard.press('a')
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift')
    await page.waitForURL('https://www.smhi.se/**')
  })
})

describe('moving between pages', () => {
  it('takes focus to the new page’s heading and names the tab', async () => {
    const page = await site.visit('/')
    await page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Nämnder' }).click()
    await page.getByRole('heading', { level: 1, name: 'Nämnder' }).waitFor()
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
    expect(await page.title()).toBe('Nämnder – En väg in')
  })

  it('comes back to where the reader was', async () => {
    const page = await site.visit('/aktiviteter')
    const link = page.getByRole('link', { name: /Intern samverkan inom skolan/ })
    await link.scrollIntoViewIfNeeded()
    const before = await page.evaluate(() => window.scrollY)
    await link.click()
    await page.getByRole('heading', { level: 1, name: 'Intern samverkan inom skolan' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Aktiviteter' }).waitFor()
    await page.waitForFunction((y) => Math.abs(window.scrollY - y) < 200, before)
  })

  it('keeps the page when the language is changed', async () => {
    const page = await site.visit('/namnder/ifn')
    await page.getByRole('banner').getByRole('link', { name: 'In English' }).click()
    await page.waitForURL('**/en/namnder/ifn')
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    await page.getByRole('banner').getByRole('link', { name: 'På svenska' }).waitFor()
  })

  it('says kindly that a page does not exist', async () => {
    const page = await site.visit('/finns-inte')
    expect(await page.locator('h1').textContent()).toBe('Sidan finns inte')
    await page.getByRole('link', { name: 'Till startsidan' }).click()
    await page.waitForURL(`${site.baseUrl}/`)
  })
})
