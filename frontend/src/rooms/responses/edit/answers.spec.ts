import { beforeEach, expect, it, vi } from 'vitest'
import type { ResponseAnswer } from '../../../api/types'
import { Answers, isUnsaved, type Outcome } from './answers'

const said = (questionKey: string, value: unknown, version: number) =>
  ({ questionKey, value, version, _links: {} }) as ResponseAnswer

let sent: { key: string; value: unknown; version: number }[]
let outcomes: Outcome[]
const send = async (key: string, value: unknown, version: number) => {
  sent.push({ key, value, version })
  return outcomes.shift() ?? ({ kind: 'kept', version: version + 1 } as const)
}

beforeEach(() => {
  vi.useFakeTimers()
  sent = []
  outcomes = []
})

it('sends what was written once the writer pauses, based on what they saw', async () => {
  const answers = new Answers(send, () => undefined)
  answers.received([said('hinder', 'tid', 3)])
  answers.write('hinder', 'tid och')
  answers.write('hinder', 'tid och pengar')
  await vi.advanceTimersByTimeAsync(1000)
  expect(sent).toEqual([{ key: 'hinder', value: 'tid och pengar', version: 3 }])
  expect(answers.snapshot().hinder).toEqual({ value: 'tid och pengar', version: 4, standing: { status: 'kept' } })
})

it('lets both texts stand when two have written, until one is chosen', async () => {
  const answers = new Answers(send, () => undefined)
  outcomes = [{ kind: 'stale', theirs: 'deras', version: 5 }]
  answers.write('hinder', 'mitt')
  await vi.advanceTimersByTimeAsync(1000)
  expect(answers.snapshot().hinder).toMatchObject({ value: 'mitt', standing: { status: 'conflict', theirs: 'deras' } })
  answers.settle('hinder', 'mine')
  await vi.advanceTimersByTimeAsync(10)
  expect(sent.at(-1)).toEqual({ key: 'hinder', value: 'mitt', version: 5 })
})

it('takes theirs without writing it again', async () => {
  const answers = new Answers(send, () => undefined)
  outcomes = [{ kind: 'stale', theirs: 'deras', version: 5 }]
  answers.write('hinder', 'mitt')
  await vi.advanceTimersByTimeAsync(1000)
  answers.settle('hinder', 'theirs')
  await vi.advanceTimersByTimeAsync(1000)
  expect(sent).toHaveLength(1)
  expect(answers.snapshot().hinder).toEqual({ value: 'deras', version: 5, standing: { status: 'kept' } })
})

it('keeps the text and tries again when the network is gone', async () => {
  const answers = new Answers(send, () => undefined)
  outcomes = [{ kind: 'offline' }]
  answers.write('hinder', 'mitt')
  await vi.advanceTimersByTimeAsync(1000)
  expect(answers.snapshot().hinder).toMatchObject({ value: 'mitt', standing: { status: 'offline' } })
  expect(isUnsaved(answers.snapshot())).toBe(true)
  await vi.advanceTimersByTimeAsync(5000)
  expect(sent).toHaveLength(2)
  expect(isUnsaved(answers.snapshot())).toBe(false)
})

it('never lets what comes in write over what is being written', async () => {
  const answers = new Answers(send, () => undefined)
  answers.received([said('hinder', 'först', 1)])
  answers.write('hinder', 'mitt')
  answers.received([said('hinder', 'deras', 2)])
  expect(answers.snapshot().hinder?.value).toBe('mitt')
  await vi.advanceTimersByTimeAsync(1000)
  expect(sent).toEqual([{ key: 'hinder', value: 'mitt', version: 1 }])
})

it('shows what others write in what nobody here has touched', () => {
  const answers = new Answers(send, () => undefined)
  answers.received([said('hinder', 'först', 1)])
  answers.received([said('hinder', 'sedan', 2)])
  expect(answers.snapshot().hinder?.value).toBe('sedan')
})

it('sends on what was written while the last was on its way', async () => {
  const answers = new Answers(send, () => undefined)
  answers.write('hinder', 'ett')
  await vi.advanceTimersByTimeAsync(700)
  answers.write('hinder', 'ett två')
  await vi.advanceTimersByTimeAsync(2000)
  expect(sent.map(({ value, version }) => [value, version])).toEqual([
    ['ett', 0],
    ['ett två', 1],
  ])
})

it('waits for a slow answer before it sends what was written meanwhile', async () => {
  let arrive: (outcome: Outcome) => void = () => undefined
  const slow = (key: string, value: unknown, version: number) => {
    sent.push({ key, value, version })
    return new Promise<Outcome>((resolve) => {
      arrive = resolve
    })
  }
  const answers = new Answers(slow, () => undefined)
  answers.write('hinder', 'ett')
  await vi.advanceTimersByTimeAsync(700)
  answers.write('hinder', 'ett två')
  await vi.advanceTimersByTimeAsync(3000)
  expect(sent).toHaveLength(1)
  arrive({ kind: 'kept', version: 1 })
  await vi.advanceTimersByTimeAsync(2000)
  expect(sent.at(-1)).toEqual({ key: 'hinder', value: 'ett två', version: 1 })
})

it('does not take its own text, whose receipt was lost, for that of another', async () => {
  const answers = new Answers(send, () => undefined)
  outcomes = [{ kind: 'offline' }, { kind: 'stale', theirs: 'ett', version: 1 }]
  answers.write('hinder', 'ett')
  await vi.advanceTimersByTimeAsync(1000)
  answers.write('hinder', 'ett två')
  await vi.advanceTimersByTimeAsync(2000)
  expect(sent.at(-1)).toEqual({ key: 'hinder', value: 'ett två', version: 1 })
  expect(answers.snapshot().hinder).toEqual({ value: 'ett två', version: 2, standing: { status: 'kept' } })
})
