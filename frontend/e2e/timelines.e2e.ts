import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, dark, focused, type Harness, overflowsAt320, scriptBytes, settled, start, tabTo } from './harness'

let harness: Harness
beforeAll(async () => {
  harness = await start()
})
afterAll(() => harness.stop())

const phone = { viewport: { width: 360, height: 740 } }

describe('someone who wonders what happens when', () => {
  it('walks the chart with the arrow keys and is told what each thing is', async () => {
    const page = await harness.visit('/tidslinje')
    await tabTo(page, 'Planperioden')
    await page.keyboard.press('ArrowRight')
    expect(await focused(page)).toMatch(/^Planperiod: .*2020 – .*2027/)
    for (let rows = 0; rows < 20 && !/^Milstolpe 2\.2: /.test(await focused(page)); rows += 1) {
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('End')
    }
    expect(await focused(page)).toMatch(/^Milstolpe 2\.2: /)
    await page.getByRole('link', { name: 'Öppna aktivitet 2.2' }).waitFor()
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/aktiviteter\/2\.2$/)
  })

  it('chooses a board, and the choice stands in the address and in all four forms', async () => {
    const page = await harness.visit('/tidslinje')
    await page.getByLabel('Nämnd eller organ').selectOption({ label: 'Individ- och familjenämnden' })
    await page.waitForURL(/namnd=ifn/)
    await page.getByRole('link', { name: 'Tabell' }).click()
    await page.waitForURL(/\/tidslinje\/tabell\?namnd=ifn/)
    await page.getByRole('row', { name: /26 oktober 2016.*ger uppdraget att ta fram planen/ }).waitFor()
    expect(await page.getByRole('rowheader', { name: /Intern samverkan inom skolan/ }).count()).toBe(0)
    await page.getByRole('link', { name: 'Kalender' }).click()
    await page.waitForURL(/\/tidslinje\/kalender\?namnd=ifn/)
    expect(await page.locator('.feed-address').textContent()).toMatch(/\/api\/v1\/timelines\/calendar\?.*board=/)
    await page.getByRole('link', { name: 'Årshjul' }).click()
    await page.waitForURL(/\/tidslinje\/arshjul\?namnd=ifn/)
    await page.getByRole('link', { name: 'Visa allt igen' }).click()
    expect(new URL(page.url()).search).toBe('')
  })

  it('sorts the table by what, and the undated stand last by date', async () => {
    const page = await harness.visit('/tidslinje/tabell')
    expect(await page.locator('tbody tr').last().textContent()).toContain('utan datum')
    await page.getByRole('columnheader', { name: 'Vad' }).getByRole('link').click()
    await page.waitForURL(/sortering=titel/)
    expect(await page.getByRole('columnheader', { name: /Vad/ }).getAttribute('aria-sort')).toBe('ascending')
  })

  it('walks the dots of the year wheel and steps to another year', async () => {
    const page = await harness.visit('/tidslinje/arshjul?ar=2026')
    await tabTo(page, /^(Översyn|Möte|Milstolpe|Uppföljning)/)
    const first = await focused(page)
    await page.keyboard.press('ArrowRight')
    expect(await focused(page)).not.toBe(first)
    await page.keyboard.press('End')
    expect(await focused(page)).toContain('Årlig uppföljning till kommunfullmäktige')
    await page.getByRole('heading', { name: 'Allt under 2026' }).waitFor()
    await page.getByRole('link', { name: 'Till 2027' }).click()
    await page.getByRole('heading', { name: 'Allt under 2027' }).waitFor()
  })

  it('sees what has no date too', async () => {
    const page = await harness.visit('/tidslinje')
    const undated = page.getByRole('region', { name: 'Utan datum' })
    await undated.getByText('Planen antas för åren 2020–2022').waitFor()
    await undated.getByRole('link', { name: /Skyddat boende/ }).waitFor()
  })

  it('reads it month by month on a phone, with what has passed folded away', async () => {
    const page = await harness.visit('/tidslinje', phone)
    expect(await page.locator('.gantt').count()).toBe(0)
    const earlier = page.locator('.month-earlier')
    await earlier.waitFor()
    expect(await earlier.getAttribute('open')).toBeNull()
    await earlier.locator('summary').click()
    await earlier.getByText('Regionen svarar på remissen').waitFor()
  })

  it('gets the calendar that the page promises', async () => {
    const page = await harness.visit('/tidslinje/kalender')
    const path = await page.getByRole('link', { name: 'Hämta som fil' }).getAttribute('href')
    const answer = await page.request.get(path ?? '')
    expect(answer.headers()['content-type']).toContain('text/calendar')
    expect(await answer.text()).toContain('BEGIN:VEVENT')
  })
})

describe('every form of the timeline', () => {
  const forms = ['/tidslinje', '/tidslinje/tabell', '/tidslinje/arshjul', '/tidslinje/kalender']
  for (const path of [...forms, ...forms.map((swedish) => `/en${swedish}`)]) {
    it(`${path} has no barrier that can be found by machine, in light and dark`, async () => {
      const page = await harness.visit(path)
      expect(await axe(page)).toEqual([])
      const night = await harness.visit(path, dark)
      expect(await axe(night)).toEqual([])
    })

    it(`${path} fits 320 px`, async () => {
      const page = await harness.visit(path)
      expect(await overflowsAt320(page)).toBe(false)
      await settled(page)
      expect(await axe(page)).toEqual([])
    })
  }

  for (const path of [...forms, '/plan']) {
    it(`${path} fetches at most 110 kB of script`, async () => {
      expect(await scriptBytes(harness, path)).toBeLessThanOrEqual(110_000)
    })
  }
})
