import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { answer, freshClient, sampleActivity } from '../sample'
import { dropDraft } from './drafts'
import ReportForm from './ReportForm'

beforeEach(() => dropDraft(`/report-${sampleActivity.id}`))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function open(answers: Parameters<typeof answer>[0] = {}) {
  const sent = answer(answers)
  const user = userEvent.setup()
  render(
    <QueryClientProvider client={freshClient()}>
      <ReportForm activity={sampleActivity} onClose={() => {}} />
    </QueryClientProvider>,
  )
  await screen.findByLabelText('Enligt plan')
  const publish = () => user.click(screen.getByRole('button', { name: 'Publicera rapporten' }))
  return { sent, user, publish }
}

it('reports only for those that the viewer may report for', async () => {
  await open()
  expect(await screen.findByText('Individ- och familjenämnden')).toBeTruthy()
  expect(screen.queryByText('Äldrenämnden')).toBeNull()
})

it('asks for the deviation and why before anything is sent', async () => {
  const { sent, user, publish } = await open()
  expect(screen.queryByLabelText('Vad avviker, och varför?')).toBeNull()
  await user.click(screen.getByLabelText('Avvikelse'))
  await publish()
  const summary = await screen.findByRole('alert')
  expect(summary.textContent).toContain('Skriv vad som avviker och varför.')
  expect(document.activeElement).toBe(summary)
  expect(sent).toEqual([])
})

it('sends what was written, and says when it was saved', async () => {
  const { sent, user, publish } = await open()
  await user.click(screen.getByLabelText('Avvikelse'))
  await user.type(screen.getByLabelText('Vad avviker, och varför?'), 'En tjänst är vakant.')
  await publish()
  await screen.findByRole('heading', { name: 'Rapporten är publicerad' })
  expect(screen.getByText(/^Sparat \d\d\.\d\d$/)).toBeTruthy()
  expect(await sent[0]?.json()).toMatchObject({ bodyId: 'ifn', state: 'deviation', deviation: 'En tjänst är vakant.' })
})

it('begins the next report empty, with a key of its own', async () => {
  const { sent, user, publish } = await open()
  await user.click(screen.getByLabelText('Enligt plan'))
  await user.type(screen.getByLabelText(/Vad har gjorts/), 'Den första.')
  await publish()
  await user.click(await screen.findByRole('button', { name: 'Skriv en rapport till' }))
  await user.click(await screen.findByLabelText('Enligt plan'))
  expect(screen.getByLabelText<HTMLTextAreaElement>(/Vad har gjorts/).value).toBe('')
  await publish()
  await screen.findByRole('heading', { name: 'Rapporten är publicerad' })
  const [first, second] = sent.map((request) => request.headers.get('Idempotency-Key'))
  expect(second).toBeTruthy()
  expect(second).not.toBe(first)
})

it('keeps the words and the key when the answer is lost, and places what the server refuses', async () => {
  let tries = 0
  const refusal = { status: 422, code: 'invalid', errors: [{ name: 'done', code: 'tooLong', detail: '' }] }
  const { sent, user, publish } = await open({
    post: () => {
      tries += 1
      if (tries === 1) throw new TypeError('connection lost')
      return Response.json(refusal, { status: 422 })
    },
  })
  await user.click(screen.getByLabelText('Enligt plan'))
  await user.type(screen.getByLabelText(/Vad har gjorts/), 'Mycket.')
  await publish()
  expect((await screen.findByRole('alert')).textContent).toContain('Vi når inte tjänsten.')
  await publish()
  await screen.findByText('Vad har gjorts?: Texten är för lång.')
  expect(screen.getByLabelText<HTMLTextAreaElement>(/Vad har gjorts/).value).toBe('Mycket.')
  const keys = sent.map((request) => request.headers.get('Idempotency-Key'))
  expect(keys[0]).toBeTruthy()
  expect(keys[1]).toBe(keys[0])
})
