import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import unsaid from '../help/unsaid.json'
import { axe, browserOptions, dark, focused, type Harness, overflowsAt320, start } from './harness'

// Someone reads, with the one they fear in the next room. What is promised to them is tried here in a real browser.
let site: Harness
let addresses: string[] = []

const first = '/stod/'
const away = 'https://www.smhi.se/'

beforeAll(async () => {
  site = await start()
  const page = await site.visit(first)
  const links = page.locator('nav a, footer a[hreflang]')
  addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  await page.goto('/stod/en/')
  addresses.push(
    ...(await page.locator('nav a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))),
  )
  addresses = [...new Set(addresses)]
})

afterAll(() => site?.stop())

/** A reader; the neutral site answers at once, or not at all when it `hangs`. */
async function readerOf(path = first, hangs = false): Promise<Page> {
  const page = await site.visit()
  const weather = { contentType: 'text/html; charset=utf-8', body: '<h1>Väder</h1>' }
  await page.context().route(`${away}**`, (route) => (hangs ? undefined : route.fulfill(weather)))
  await page.goto(path)
  return page
}

describe('every help page', () => {
  it('is whole without JavaScript, light, and asks nobody else for anything', async () => {
    expect(addresses.length).toBeGreaterThanOrEqual(14)
    const page = await site.visit(undefined, { javaScriptEnabled: false })
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    let bytes = 0
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).origin))
    for (const address of addresses) {
      bytes = 0
      await session.send('Network.clearBrowserCache')
      const answer = await page.goto(address)
      expect(answer?.headers()['cache-control'], address).toBe('no-store')
      expect(answer?.headers()['referrer-policy'], address).toBe('no-referrer')
      expect(await page.locator('main').textContent(), address).toMatch(/\w.{200}/s)
      expect(await page.locator('#x').getAttribute('href')).toBe(away)
      expect(bytes, address).toBeLessThanOrEqual(50_000)
    }
    expect([...new Set(asked)]).toEqual([new URL(site.baseUrl).origin])
    expect(await page.context().cookies()).toEqual([])
    await page.context().close()
  })

  it('says nothing over a shoulder: in its title, its address, its headings or the names of its files', async () => {
    const page = await site.visit()
    const titles: string[] = []
    const files = new Set<string>()
    page.on('request', (request) => files.add(new URL(request.url()).pathname.replace('/stod/', '')))
    for (const address of addresses) {
      await page.goto(address)
      const title = await page.title()
      titles.push(title)
      expect(await page.locator('h1').textContent()).toBe(title)
      expect(await page.locator('meta[property], meta[name="description"]').count()).toBe(0)
    }
    expect(new Set(titles).size).toBe(titles.length)
    for (const said of [...titles, ...files]) {
      for (const word of unsaid) expect(said.toLowerCase(), `${said}: ${word}`).not.toContain(word)
    }
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
    await page.context().close()
  })

  it('is free of what axe finds, by day and in the dark, and fits 320 px', async () => {
    for (const options of [{}, dark]) {
      const page = await site.visit(undefined, options)
      for (const address of [first, ...addresses.slice(-7)]) {
        await page.setViewportSize({ width: 1280, height: 800 })
        await page.goto(address)
        expect(await axe(page), address).toEqual([])
        expect(await overflowsAt320(page), address).toBe(false)
      }
      await page.context().close()
    }
  })
})

describe('the way out', () => {
  it('is the first thing after the skip link, and never out of view', async () => {
    const page = await readerOf()
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Till innehållet')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Byt sida')
    // 320 by 256 is what a screen of 1280 by 1024 leaves at 400 % zoom.
    await page.setViewportSize({ width: 320, height: 256 })
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    const box = await page.getByRole('link', { name: 'Byt sida' }).boundingBox()
    expect(box && box.y >= 0 && box.y + box.height <= 256 && box.x + box.width <= 320).toBe(true)
    await page.context().close()
  })

  it('covers the page within a tenth of a second, however slow the neutral site is', async () => {
    const page = await readerOf(first, true)
    // Asked in the page itself: what the browser tells of a page that is on its way elsewhere is of the other page already.
    const { waited, title } = await page.evaluate(() => {
      const from = performance.now()
      document.getElementById('x')?.click()
      const cover = document.querySelector('.cover')?.getBoundingClientRect()
      const whole = cover && cover.width >= innerWidth && cover.height >= innerHeight && document.body.hidden
      return { waited: whole ? performance.now() - from : Number.POSITIVE_INFINITY, title: document.title }
    })
    expect(waited).toBeLessThan(100)
    expect(title.trim()).toBe('')
    await page.context().close()
  })

  it('opens on Shift three times, is told to those who listen, and starts over at another key', async () => {
    const page = await readerOf()
    await page.keyboard.press('Shift')
    await page.keyboard.press('Shift')
    expect(await page.getByRole('status').textContent()).toContain('en gång till')
    await page.keyboard.press('a')
    await page.keyboard.press('Shift')
    expect(new URL(page.url()).pathname).toBe(first)
    await page.keyboard.press('Shift')
    await page.keyboard.press('Shift')
    await page.waitForURL(away)
    await page.context().close()
  })

  it('takes every other tab of ours along', async () => {
    const page = await readerOf()
    const plan = await page.context().newPage()
    await plan.goto('/')
    await plan.getByRole('link', { name: 'Lämna sidan snabbt' }).waitFor()
    const other = await page.context().newPage()
    await other.goto('/stod/bo/')
    await page.getByRole('link', { name: 'Byt sida' }).click()
    await Promise.all([page, other, plan].map((tab) => tab.waitForURL(away)))
    await page.context().close()
  })

  it('leaves no step back to what was read', async () => {
    const page = await readerOf('/om')
    await page.goto(first)
    const steps = await page.evaluate(() => history.length)
    for (const name of ['Det du kan göra', 'Var du kan bo', 'Ring någon']) {
      await page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
      await page.getByRole('heading', { level: 1, name }).waitFor()
    }
    expect(await page.evaluate(() => history.length)).toBe(steps)
    await page.getByRole('link', { name: 'Byt sida' }).click()
    await page.getByText('Väder').waitFor()
    await page.goBack()
    expect(new URL(page.url()).pathname).toBe('/om')
    await page.context().close()
  })
})

describe('the device afterwards', () => {
  it('has nothing of what was read on its disk', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'envagin-profile-'))
    // The browser as people have it: the one without a window keeps less.
    const context = await chromium.launchPersistentContext(profile, { ...browserOptions, baseURL: site.baseUrl })
    const page = await context.newPage()
    for (const address of addresses) await page.goto(address)
    // A page that may be kept, to know that the search finds what is kept. Nothing of what is searched for stands there.
    await page.goto('/reference/')
    await context.close()

    const kept = readdirSync(profile, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath ?? entry.path, entry.name)))
      .map((bytes) => `${bytes.toString('latin1')}\n${bytes.toString('utf16le')}`)
      .join('\n')
    rmSync(profile, { recursive: true, force: true })

    // Only found or not: a failure would print the whole profile.
    expect(kept.includes('swagger')).toBe(true)
    const read = ['020-50 50 50', '020505050', 'Kvinnofrid', 'Socialjouren', 'bankkort', 'Bris']
    expect(read.filter((words) => kept.includes(words))).toEqual([])
  })
})
