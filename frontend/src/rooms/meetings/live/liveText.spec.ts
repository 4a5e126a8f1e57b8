import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { caretAfter, type Kept, LiveText, type Outcome } from './liveText'

/** A server that keeps one text, may be away, and may lose its answer after having saved. */
function server(text = '') {
  const self = {
    kept: { text, version: 1 } as Kept,
    isAway: false,
    losesAnswer: false,
    asked: 0,
    write(next: string) {
      self.kept = { text: next, version: self.kept.version + 1 }
    },
    async save(next: string, version: number): Promise<Outcome> {
      self.asked += 1
      if (self.isAway) return { kind: 'away' }
      if (version !== self.kept.version) return { kind: 'stale', theirs: self.kept }
      self.write(next)
      return self.losesAnswer ? { kind: 'away' } : { kind: 'kept', kept: self.kept }
    },
  }
  return self
}

const live = (from: ReturnType<typeof server>) => new LiveText(from.kept, { save: from.save })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('saves once, two seconds after the last key', async () => {
  const place = server()
  const text = live(place)

  text.type('R')
  await vi.advanceTimersByTimeAsync(1_900)
  text.type('Rådet')
  await vi.advanceTimersByTimeAsync(1_900)
  expect(place.asked).toBe(0)
  await vi.advanceTimersByTimeAsync(200)

  expect(place.kept.text).toBe('Rådet')
  expect(text.snapshot()).toMatchObject({ status: 'saved', text: 'Rådet' })
  expect(text.unsaved).toBe(false)
})

it('saves also whoever never stops typing', async () => {
  const place = server()
  const text = live(place)

  for (let second = 0; second < 12; second += 1) {
    text.type(`ord ${second}`)
    await vi.advanceTimersByTimeAsync(1_000)
  }

  expect(place.asked).toBeGreaterThan(0)
})

it('joins what two wrote on different lines, and saves both', async () => {
  const place = server('Ett\nTvå')
  const text = live(place)

  text.type('Ett\nTvå\nTre från mig')
  place.write('Noll från någon annan\nEtt\nTvå')
  await vi.advanceTimersByTimeAsync(2_100)

  expect(place.kept.text).toBe('Noll från någon annan\nEtt\nTvå\nTre från mig')
  expect(text.snapshot().text).toBe(place.kept.text)
  expect(text.snapshot().overlap).toBeUndefined()
})

it('keeps both and says so when two wrote on the same line', async () => {
  const place = server('Rådet diskuterade.')
  const text = live(place)

  text.type('Rådet enades.')
  place.write('Rådet bordlade.')
  await vi.advanceTimersByTimeAsync(2_100)

  expect(place.kept.text).toBe('Rådet bordlade.\nRådet enades.')
  expect(text.snapshot().overlap).toEqual({ theirs: 'Rådet bordlade.', mine: 'Rådet enades.' })
  text.settle()
  expect(text.snapshot().overlap).toBeUndefined()
})

it('shows what others write, and joins it with what is typed', () => {
  const place = server('Ett')
  const text = live(place)

  text.received({ text: 'Ett\nTvå', version: 2 })
  expect(text.snapshot()).toMatchObject({ text: 'Ett\nTvå', status: 'clean' })

  text.type('Ett\nTvå\nTre')
  text.received({ text: 'Noll\nEtt\nTvå', version: 3 })
  expect(text.snapshot()).toMatchObject({ text: 'Noll\nEtt\nTvå\nTre', status: 'dirty' })

  text.received({ text: 'Ett', version: 1 })
  expect(text.snapshot().text).toBe('Noll\nEtt\nTvå\nTre')
})

it('keeps what is typed while the network is gone, tries more and more seldom, and sends it when it is back', async () => {
  const place = server('Ett')
  const text = live(place)
  place.isAway = true

  text.type('Ett\nTvå')
  await vi.advanceTimersByTimeAsync(2_100)
  expect(text.snapshot().status).toBe('waiting')
  text.type('Ett\nTvå\nTre')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(place.asked).toBeLessThan(8)
  expect(text.snapshot()).toMatchObject({ status: 'waiting', text: 'Ett\nTvå\nTre' })

  place.isAway = false
  text.hurry()
  await vi.advanceTimersByTimeAsync(10)
  expect(place.kept.text).toBe('Ett\nTvå\nTre')
  expect(text.snapshot().status).toBe('saved')
})

it('knows its own text again when the answer was lost on the way', async () => {
  const place = server('Ett')
  const text = live(place)
  place.losesAnswer = true

  text.type('Ett, tv')
  await vi.advanceTimersByTimeAsync(2_100)
  text.type('Ett, två')
  place.losesAnswer = false
  text.hurry()
  await vi.advanceTimersByTimeAsync(10)

  expect(place.kept.text).toBe('Ett, två')
  expect(text.snapshot().overlap).toBeUndefined()
})

it('holds on to the text when the answer is no', async () => {
  const text = new LiveText({ text: '', version: 1 }, { save: async () => ({ kind: 'refused', why: 'locked' }) })

  text.type('För sent')
  await vi.advanceTimersByTimeAsync(2_100)

  expect(text.snapshot()).toMatchObject({ status: 'refused', why: 'locked', text: 'För sent' })
  expect(text.unsaved).toBe(true)
})

it('sends what was typed while it was saving', async () => {
  let answer: (outcome: Outcome) => void = () => undefined
  const saved: string[] = []
  const text = new LiveText(
    { text: '', version: 1 },
    {
      save: (next) => {
        saved.push(next)
        return new Promise((give) => {
          answer = give
        })
      },
    },
  )

  text.type('a')
  await vi.advanceTimersByTimeAsync(2_100)
  text.type('ab')
  answer({ kind: 'kept', kept: { text: 'a', version: 2 } })
  await vi.advanceTimersByTimeAsync(2_100)

  expect(saved).toEqual(['a', 'ab'])
})

it('leaves the caret among the letters where it stood', () => {
  expect(caretAfter('abc', 'abc\nmer', 2)).toBe(2)
  expect(caretAfter('abc', 'först\nabc', 2)).toBe(8)
  expect(caretAfter('abc', 'abXc', 3)).toBe(4)
  expect(caretAfter('abc', '', 2)).toBe(0)
})
