import { type ChildProcess, spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, type Harness, start } from './harness'

let site: Harness
let provider: ChildProcess | undefined

/** The organisation's sign-in to try against, on a port of its own; gives its address. */
async function startProvider(url: string): Promise<string> {
  const tool = join(resolve(import.meta.dirname, '..'), 'tools/oidc/provider.mjs')
  const redirect = `${url}/api/v1/federated-sign-ins/callback`
  provider = spawn(process.execPath, [tool, '--port', '0', '--redirect', redirect], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  if (!provider.stdout) throw new Error('the provider says nothing')
  for await (const line of createInterface(provider.stdout)) {
    if (line.startsWith('{')) return (JSON.parse(line) as { issuer: string }).issuer
  }
  throw new Error('the provider ended at start')
}

beforeAll(async () => {
  site = await start(async (url) => ({
    ENVAGIN_OIDC_ISSUER: await startProvider(url),
    ENVAGIN_OIDC_CLIENT_ID: 'envagin',
    ENVAGIN_OIDC_NAME: 'Umeå kommun',
    ENVAGIN_OIDC_ROLES: 'plan-samordnare=coordinator; ifn-handlaggare=officer:ifn',
  }))
})

afterAll(async () => {
  await site?.stop()
  provider?.kill()
})

describe('signing in through the organisation', () => {
  it('leads there and back to where one was going', async () => {
    const page = await site.visit('/logga-in?from=%2Fkonto')
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Logga in med Umeå kommun' }).click()
    await page.getByRole('button', { name: 'Omar Exempel' }).click()
    await page.waitForURL(`${site.baseUrl}/konto`)
    await page.getByText('Nämndens handläggare, Individ- och familjenämnden').waitFor()
    await page.getByText('given av er organisations inloggning').waitFor()
    await page.getByText(/organisationens inloggning\.$/).waitFor()
  })

  it('says in words why it led to nothing, and stays in the language', async () => {
    const page = await site.visit('/logga-in')
    await page.getByRole('button', { name: 'Logga in med Umeå kommun' }).click()
    await page.getByRole('button', { name: 'Avbryt' }).click()
    await page.getByText('Du avbröt inloggningen.').waitFor()
    await page.goto('/en/logga-in')
    await page.getByRole('button', { name: 'Sign in with Umeå kommun' }).click()
    await page.getByRole('button', { name: 'Lisa Exempel' }).click()
    await page.waitForURL('**/en/logga-in?fel=noRole')
    await page.getByText('You are known, but have no role here yet.').waitFor()
    expect(await axe(page)).toEqual([])
  })

  it('ends calmly when the browser brought nothing back', async () => {
    const page = await site.visit('/logga-in/klart?till=%2F%2Fevil.example')
    await page.getByRole('heading', { name: 'Inloggningen blev inte klar' }).waitFor()
    const href = await page.getByRole('main').getByRole('link', { name: 'Till inloggningen' }).getAttribute('href')
    expect(href).toBe('/logga-in?from=%2F')
  })
})
