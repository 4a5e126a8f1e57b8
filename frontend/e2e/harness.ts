import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { AxeResults } from 'axe-core'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Request,
} from 'playwright-core'

// The real binary, the built application, a fresh database, a real browser. Environment:
//   ENVAGIN_BIN          the server's binary (default ../bin/envagin)
//   ENVAGIN_DATABASE     where it keeps its data (default a new SQLite file; a postgres:// address for the other run)
//   ENVAGIN_E2E_PROXY    an address that forwards to ENVAGIN_E2E_PORT and checks what passes (a validating proxy)
//   ENVAGIN_E2E_URL      a server that already runs; nothing is started then
const root = resolve(import.meta.dirname, '../..')
const password = process.env.ENVAGIN_DEMO_PASSWORD ?? 'ett-losenord-for-prov'

type Role =
  | 'admin'
  | 'coordinator'
  | 'steering'
  | 'officer'
  | 'manager'
  | 'contact'
  | 'member'
  | 'secretary'
  | 'expert'
  | 'editor'
  | 'reviewer'
  | 'partner'
  | 'reader'

export type Harness = {
  baseUrl: string
  browser: Browser
  /** A new, clean visitor; on a page, or before any. */
  visit: (path?: string, options?: BrowserContextOptions) => Promise<Page>
  stop: () => Promise<void>
}

const wholeBrowser = process.env.ENVAGIN_CHROMIUM ?? '/usr/bin/chromium'

/** How Chromium is started: it asks nobody for anything by itself. */
export const browserOptions = {
  executablePath: wholeBrowser,
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

type Settings = (url: string) => Record<string, string> | Promise<Record<string, string>>

/** Call in beforeAll; stop() in afterAll. `env` has the server's settings, from the address at which browsers meet it. */
export async function start(env: Settings = () => ({})): Promise<Harness> {
  const server = process.env.ENVAGIN_E2E_URL ? undefined : await startServer(env)
  const baseUrl = process.env.ENVAGIN_E2E_PROXY ?? process.env.ENVAGIN_E2E_URL ?? server?.url ?? ''
  const browser = await chromium.launch({
    ...browserOptions,
    executablePath: process.env.ENVAGIN_E2E_BROWSER ?? wholeBrowser,
  })
  const contexts: BrowserContext[] = []
  return {
    baseUrl,
    browser,
    async visit(path, options = {}) {
      const context = await browser.newContext({
        baseURL: baseUrl,
        locale: 'sv-SE',
        timezoneId: 'Europe/Stockholm',
        ...options,
      })
      contexts.push(context)
      const page = await context.newPage()
      watchRequests(page)
      page.setDefaultTimeout(15_000)
      if (path !== undefined) {
        await page.goto(path)
        await settled(page)
      }
      return page
    },
    async stop() {
      for (const context of contexts) await context.close()
      await browser.close()
      await server?.stop()
    },
  }
}

async function startServer(env: Settings): Promise<{ url: string; stop: () => Promise<void> }> {
  const binary = process.env.ENVAGIN_BIN ?? join(root, 'bin/envagin')
  if (!existsSync(binary)) throw new Error(`no server at ${binary}: build it (make build) or set ENVAGIN_BIN`)
  const port = Number(process.env.ENVAGIN_E2E_PORT) || (await freePort())
  const folder = mkdtempSync(join(tmpdir(), 'envagin-e2e-'))
  const url = `http://localhost:${port}`
  const settings = await env(process.env.ENVAGIN_E2E_PROXY ?? url)
  const child = spawn(binary, ['serve', '--demo'], {
    cwd: root,
    env: {
      ...process.env,
      ENVAGIN_ADDR: `127.0.0.1:${port}`,
      ENVAGIN_BASE_URL: process.env.ENVAGIN_E2E_PROXY ?? url,
      ENVAGIN_DATABASE: process.env.ENVAGIN_DATABASE ?? join(folder, 'envagin.db'),
      ENVAGIN_SPA: process.env.ENVAGIN_SPA ?? join(root, 'frontend/dist'),
      ENVAGIN_DEMO_PASSWORD: password,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const log = collect(child)
  await untilReady(`${url}/readyz`, child, log)
  return {
    url,
    async stop() {
      const ended = new Promise((end) => child.once('exit', end))
      child.kill('SIGTERM')
      await Promise.race([ended, new Promise((give) => setTimeout(give, 10_000))])
      if (child.exitCode === null) child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function collect(child: ChildProcess): string[] {
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => lines.push(String(data)))
  return lines
}

async function untilReady(url: string, child: ChildProcess, log: string[]): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended at start:\n${log.join('')}`)
    try {
      if ((await fetch(url)).ok) return
    } catch {
      // Not listening yet.
    }
    await new Promise((wait) => setTimeout(wait, 100))
  }
  child.kill('SIGKILL')
  throw new Error(`the server was not ready within 30 s:\n${log.join('')}`)
}

function freePort(): Promise<number> {
  return new Promise((give, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? give(address.port) : fail(new Error('no port'))))
    })
  })
}

// Playwright's own "networkidle" waits half a second each time, and there are hundreds of times.
const quiet = 120
const underWay = new WeakMap<Page, { requests: Set<Request>; since: number }>()

function watchRequests(page: Page): void {
  const state = { requests: new Set<Request>(), since: Date.now() }
  underWay.set(page, state)
  // What the last page was fetching when it was left ends with it, and the browser does not always say so.
  let left: Request[] = []
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) left = [...state.requests]
    state.requests.add(request)
    state.since = Date.now()
  })
  const ended = (request: Request) => {
    state.requests.delete(request)
    state.since = Date.now()
  }
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
  page.on('domcontentloaded', () => {
    for (const request of left.splice(0)) state.requests.delete(request)
  })
}

async function nothingUnderWay(page: Page): Promise<void> {
  const state = underWay.get(page)
  if (!state) return page.waitForLoadState('networkidle')
  const until = Date.now() + 15_000
  while (state.requests.size > 0 || Date.now() - state.since < quiet) {
    if (Date.now() > until) {
      const waiting = [...state.requests].map((request) => `${request.method()} ${new URL(request.url()).pathname}`)
      throw new Error(`${page.url()}: still under way: ${waiting.join(', ')}`)
    }
    await new Promise((wait) => setTimeout(wait, 20))
  }
}

/** Until the page has its heading and nothing on it is being fetched. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  await nothingUnderWay(page)
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null)
}

/**
 * Signs in as the demo account of that role, and begins at the home page. The form is told by accounts.e2e.ts; here the
 * browser gets the same cookie without walking through it each time.
 */
export async function signIn(page: Page, role: Role): Promise<void> {
  const answer = await page.context().request.post('/api/v1/sessions', {
    data: { email: `${role}@demo.example`, password },
  })
  if (answer.status() !== 201) throw new Error(`signing in as ${role}: ${answer.status()} ${await answer.text()}`)
  await page.goto('/')
  await page.getByRole('button', { name: 'Logga ut' }).waitFor()
  await settled(page)
}

let axeSource: Promise<string> | undefined

/** What axe finds against WCAG 2.2 AA, as short sentences; an empty list is what a test expects. */
export async function axe(page: Page): Promise<string[]> {
  axeSource ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  // Half-way through a change of colour nobody reads: what is judged is the page at rest.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime))
        .map((animation) => animation.finished.catch(() => undefined)),
    ),
  )
  // Evaluated by the driver, not added to the page: the page's policy forbids inline scripts, and shall.
  await page.evaluate(await axeSource)
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run: (root: Document, options: object) => Promise<AxeResults> } }).axe.run(
      document,
      {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      },
    ),
  )
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`),
  )
}

/** True when the page scrolls sideways at 320 px, which it never should. */
export async function overflowsAt320(page: Page): Promise<boolean> {
  await page.setViewportSize({ width: 320, height: 640 })
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
}

export const dark = { colorScheme: 'dark' } as const satisfies BrowserContextOptions

/** What has focus, as a reader would name it. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    const label = element?.getAttribute('aria-label') ?? (element as HTMLInputElement | null)?.labels?.[0]?.textContent
    return (label ?? element?.textContent ?? '').trim()
  })
}

/** Presses Tab until the named thing has focus; the keyboard must reach all there is, once it is there. */
export async function tabTo(page: Page, name: string | RegExp, most = 120): Promise<void> {
  await settled(page)
  for (let tabs = 0; tabs < most; tabs += 1) {
    await page.keyboard.press('Tab')
    const here = await focused(page)
    if (typeof name === 'string' ? here === name : name.test(here)) return
  }
  throw new Error(`the keyboard does not reach ${name}`)
}

/** Signs out, and waits until it is done: what is opened before would still find the session. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Logga ut' }).click()
  await page.getByRole('banner').getByRole('link', { name: 'Logga in' }).waitFor()
}

/** A first visit, and every script byte that travelled until the page was complete and idle. */
export async function visitCounting(harness: Harness, path: string): Promise<{ page: Page; scriptBytes: number }> {
  const page = await harness.visit()
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.clearBrowserCache')
  const scripts = new Set<string>()
  let scriptBytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  // The bodies as they travelled: what is compressed counts compressed, and what is not counts whole.
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength
  })
  await page.goto(path)
  await settled(page)
  return { page, scriptBytes }
}

export async function scriptBytes(harness: Harness, path: string): Promise<number> {
  const { page, scriptBytes } = await visitCounting(harness, path)
  await page.context().close()
  return scriptBytes
}
