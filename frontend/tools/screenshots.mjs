// The pictures in docs/images: each main page as `make run` shows it, from a fresh demo database.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'

const root = resolve(import.meta.dirname, '../..')
const images = join(root, 'docs/images')
const port = 8097
const url = `http://localhost:${port}`
const password = 'a-password-for-pictures'

/** name, path with rounds of the mapping by their keys, and how the window differs from 1280 × 900 in daylight without a sign-in */
const pictures = [
  ['home', '/', {}],
  ['home-en', '/en', {}],
  ['home-narrow', '/', { width: 360, height: 780 }],
  ['home-dark', '/', { dark: true }],
  ['activities', '/aktiviteter', {}],
  ['activity', '/aktiviteter/2.2', { whole: true }],
  ['plan', '/plan', {}],
  ['board', '/namnder/ifn', {}],
  ['timeline', '/tidslinje', {}],
  ['year-wheel', '/tidslinje/arshjul', {}],
  ['matrix', '/oversikt', {}],
  ['council', '/samverkansrad', {}],
  ['council-seat', '/samverkansrad/platser/centrum-mot-vald', { whole: true }],
  ['mandates', '/samverkansrad/mandat', { as: 'coordinator' }],
  ['meetings', '/samverkansrad/moten', { whole: true }],
  ['meeting-new', '/samverkansrad/moten/nytt', { as: 'secretary' }],
  ['questions', '/samverkansrad/fragor', { as: 'expert', whole: true }],
  ['references', '/samverkansrad/referensgrupp', { as: 'coordinator' }],
  ['competences', '/kompetens', {}],
  ['communications', '/kommunikation', { as: 'editor' }],
  ['contact-persons', '/kontaktpersoner', {}],
  ['decisions', '/beslut', {}],
  ['steering', '/styrgrupp', { as: 'steering', whole: true }],
  ['surveys', '/kartlaggning', {}],
  ['survey', '/kartlaggning/{demo-kartlaggning}', { as: 'coordinator' }],
  ['survey-results', '/kartlaggning/{demo-baslinje}/resultat?efter=enhet', {}],
  ['free-texts', '/kartlaggning/{demo-efter-utbildningen}/texter', { as: 'coordinator' }],
  ['survey-new', '/kartlaggning/ny', { as: 'coordinator' }],
  ['survey-coverage', '/kartlaggning/{demo-kartlaggning}/tackning', { as: 'coordinator' }],
  ['unit-answers', '/kartlaggning/{demo-kartlaggning}/enheter', { as: 'coordinator' }],
  ['unit-answer', '/kartlaggning/{demo-kartlaggning}/enheter', { as: 'coordinator', follow: /^Öppna svaret för Centrum/ }],
  ['answer', '/svara', { width: 360, height: 780 }],
  ['sign-in', '/logga-in', {}],
  ['account', '/konto', { as: 'officer', whole: true }],
  ['traces', '/spar', { as: 'admin' }],
  ['retention', '/gallring', { as: 'admin' }],
  ['rights', '/om/rattigheter', {}],
  ['people', '/personer', { as: 'coordinator' }],
  ['invite', '/personer/ny', { as: 'coordinator' }],
  ['systems', '/system/nytt', { as: 'coordinator' }],
  ['report', '/aktiviteter/2.2', { as: 'officer', whole: true, open: /^rapportera/i }],
]

async function ready() {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((wait) => setTimeout(wait, 100))
  }
  throw new Error('the server was not ready within 30 s')
}

async function settled(page) {
  await page.waitForLoadState('networkidle')
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null)
}

const folder = mkdtempSync(join(tmpdir(), 'envagin-pictures-'))
const server = spawn(join(root, 'bin/envagin'), ['serve', '--demo'], {
  cwd: root,
  stdio: 'ignore',
  env: {
    ...process.env,
    ENVAGIN_ADDR: `127.0.0.1:${port}`,
    ENVAGIN_BASE_URL: url,
    ENVAGIN_DATABASE: join(folder, 'envagin.db'),
    ENVAGIN_SPA: join(root, 'frontend/dist'),
    ENVAGIN_DEMO_PASSWORD: password,
  },
})
try {
  await ready()
  mkdirSync(images, { recursive: true })
  const surveys = await (await fetch(`${url}/api/v1/surveys`)).json()
  const rounds = Object.fromEntries(surveys.items.map(({ key, id }) => [key, id]))
  const browser = await chromium.launch({
    executablePath: process.env.ENVAGIN_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
  for (const [name, path, { width = 1280, height = 900, dark = false, whole = false, as, open, follow }] of pictures) {
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width, height },
      locale: 'sv-SE',
      timezoneId: 'Europe/Stockholm',
      colorScheme: dark ? 'dark' : 'light',
    })
    const page = await context.newPage()
    if (as) {
      await page.goto('/logga-in')
      await page.getByLabel('E-postadress').fill(`${as}@demo.example`)
      await page.getByLabel('Lösenord').fill(password)
      await page.getByRole('main').getByRole('button', { name: 'Logga in', exact: true }).click()
      await page.getByRole('button', { name: 'Logga ut' }).waitFor()
    }
    await page.goto(path.replace(/\{(.*)\}/, (_, key) => rounds[key]))
    await settled(page)
    if (follow) {
      await page.getByRole('link', { name: follow }).click()
      await page.waitForURL('**/svar/**')
      await settled(page)
    }
    if (open) {
      await page.getByRole('main').getByRole('button', { name: open }).or(page.getByRole('main').getByRole('link', { name: open })).first().click()
      await settled(page)
    }
    await page.screenshot({ path: join(images, `${name}.png`), fullPage: whole })
    console.log(`docs/images/${name}.png`)
    await context.close()
  }
  await browser.close()
} finally {
  server.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}
