import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { Route } from 'wouter'
import DetailPage from './DetailPage'
import { answer, freshClient, sampleActivity } from './sample'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function open(answers: Parameters<typeof answer>[0]) {
  answer(answers)
  history.replaceState(null, '', `/aktiviteter/${sampleActivity.id}`)
  render(
    <QueryClientProvider client={freshClient()}>
      <Route path="/aktiviteter/:activity">
        <DetailPage />
      </Route>
    </QueryClientProvider>,
  )
  await screen.findByRole('heading', { level: 1, name: 'Utveckla Centrum mot våld' })
}

const buttons = () => screen.queryAllByRole('button').map((button) => button.textContent)

it('tells a reader how it goes, with days as words, and that the period has ended', async () => {
  await open({ shares: [] })
  expect(screen.getByText('på väg')).toBeTruthy()
  expect(screen.getByText('Rapporterad 1 oktober 2026 utan avvikelse.')).toBeTruthy()
  expect(await screen.findByText(/Planperioden tog slut 31 december 2022/)).toBeTruthy()
  expect(buttons()).toEqual(['Skriv ut'])
})

it('offers what the answer allows, and nothing else', async () => {
  await open({ rels: ['report', 'internalNotes'] })
  await screen.findByRole('button', { name: 'Rapportera' }) // fetched for those who may
  expect(buttons()).toEqual(expect.arrayContaining(['Rapportera', 'Interna anteckningar']))
  expect(buttons()).not.toContain('Ändra läge')
  expect(screen.queryByRole('link', { name: 'Redigera' })).toBeNull()
})

it('says that the latest report is old', async () => {
  await open({ activity: { isStale: true, statusReason: { code: 'deviationReported', sv: 'Avvikelse.', en: '' } } })
  expect(screen.getByText('Senaste rapporten är äldre än 120 dagar.')).toBeTruthy()
})

it('sets a deviation apart from what was done, and keeps the person unnamed', async () => {
  const report = {
    id: 'r1',
    activityId: sampleActivity.id,
    bodyId: 'ifn',
    state: 'deviation',
    asOf: '2026-11-01',
    deviation: 'En tjänst är vakant.',
    done: 'Samtal pågår.',
    byRole: 'officer',
    version: 1,
    createdAt: '',
    updatedAt: '',
    _links: {},
  }
  await open({ reports: [report] })
  const text = await screen.findByText('En tjänst är vakant.')
  expect(text.parentElement?.className).toContain('report-deviation')
  expect(screen.getByText('Samtal pågår.').parentElement?.className).not.toContain('report-deviation')
})
