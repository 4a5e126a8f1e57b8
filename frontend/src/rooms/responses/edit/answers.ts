import type { ResponseAnswer } from '../../../api/types'
import type { Value } from '../../../ui/questions/question'

/** How one answer stands: as it is kept, being sent, not yet kept, refused, or written by somebody else meanwhile. */
type Standing =
  | { status: 'kept' }
  | { status: 'waiting' }
  | { status: 'sending' }
  | { status: 'offline' }
  | { status: 'refused'; why: string }
  | { status: 'conflict'; theirs: Value | undefined; version: number }

export type Entry = { value: Value | undefined; version: number; standing: Standing }

/** What came of sending: kept as this version, refused with a reason, written by another, or no network. */
export type Outcome =
  | { kind: 'kept'; version: number }
  | { kind: 'refused'; why: string }
  | { kind: 'stale'; theirs: Value | undefined; version: number }
  | { kind: 'offline' }

type Send = (questionKey: string, value: Value | undefined, version: number) => Promise<Outcome>

const pause = 700
const again = 4000

/**
 * A unit's answers while its page is open. Each question is sent by itself shortly after it was written, based on the
 * version that the writer saw: two who write at once see each other's text and choose; nothing is written over.
 */
export class Answers {
  private entries: Readonly<Record<string, Entry>> = {}
  private readonly listeners = new Set<() => void>()
  private readonly flying = new Set<string>()
  /** What was sent without an answer coming back: it may have been kept all the same. */
  private readonly lost = new Map<string, Value | undefined>()
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>()

  constructor(
    private readonly send: Send,
    private readonly onKept: () => void,
  ) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  readonly snapshot = () => this.entries

  /** What the server says now. An answer that is being written here is left alone: its own sending finds out. */
  received(answers: ResponseAnswer[]): void {
    const next = { ...this.entries }
    for (const { questionKey, value, version } of answers) {
      const mine = next[questionKey]
      if (mine && (mine.standing.status !== 'kept' || mine.version >= version)) continue
      next[questionKey] = { value: (value ?? undefined) as Value | undefined, version, standing: { status: 'kept' } }
    }
    this.set(next)
  }

  write(questionKey: string, value: Value | undefined): void {
    const was = this.entries[questionKey]
    this.put(questionKey, { value, version: was?.version ?? 0, standing: { status: 'waiting' } })
    this.schedule(questionKey, pause)
  }

  /** After two have written: theirs stands, or mine is written over it, knowing it. */
  settle(questionKey: string, choice: 'theirs' | 'mine'): void {
    const entry = this.entries[questionKey]
    if (entry?.standing.status !== 'conflict') return
    const { theirs, version } = entry.standing
    if (choice === 'theirs') {
      this.put(questionKey, { value: theirs, version, standing: { status: 'kept' } })
      return
    }
    this.put(questionKey, { value: entry.value, version, standing: { status: 'waiting' } })
    this.schedule(questionKey, 0)
  }

  /** Sends at once what waits: the network is back, or the page is about to be left. */
  hurry(): void {
    for (const [questionKey, { standing }] of Object.entries(this.entries)) {
      if (standing.status === 'waiting' || standing.status === 'offline') this.schedule(questionKey, 0)
    }
  }

  stop(): void {
    for (const timer of this.timers.values()) clearTimeout(timer)
    this.timers.clear()
  }

  private schedule(questionKey: string, after: number): void {
    clearTimeout(this.timers.get(questionKey))
    this.timers.set(
      questionKey,
      setTimeout(() => void this.deliver(questionKey), after),
    )
  }

  private async deliver(questionKey: string): Promise<void> {
    const entry = this.entries[questionKey]
    if (!entry || (entry.standing.status !== 'waiting' && entry.standing.status !== 'offline')) return
    // What is on its way has its answer first: the next is based on it, else one would meet oneself.
    if (this.flying.has(questionKey)) return this.schedule(questionKey, pause)
    this.put(questionKey, { ...entry, standing: { status: 'sending' } })
    this.flying.add(questionKey)
    const outcome = await this.send(questionKey, entry.value, entry.version)
    this.flying.delete(questionKey)
    const now = this.entries[questionKey]
    if (!now) return
    const wroteOn = now.standing.status === 'waiting'
    if (outcome.kind === 'kept') {
      this.lost.delete(questionKey)
      this.put(questionKey, {
        value: now.value,
        version: outcome.version,
        standing: { status: wroteOn ? 'waiting' : 'kept' },
      })
      if (wroteOn) this.schedule(questionKey, pause)
      this.onKept()
      return
    }
    if (outcome.kind === 'stale') {
      const isOwn = this.lost.has(questionKey) && isSame(this.lost.get(questionKey), outcome.theirs)
      this.lost.delete(questionKey)
      if (isOwn) {
        // Nobody else has written: what was sent had arrived, and only its receipt was lost.
        this.put(questionKey, { ...now, version: outcome.version, standing: { status: 'waiting' } })
        return this.schedule(questionKey, 0)
      }
      this.put(questionKey, {
        ...now,
        standing: { status: 'conflict', theirs: outcome.theirs, version: outcome.version },
      })
      return
    }
    if (outcome.kind === 'refused') {
      if (!wroteOn) this.put(questionKey, { ...now, standing: { status: 'refused', why: outcome.why } })
      return
    }
    this.lost.set(questionKey, entry.value)
    this.put(questionKey, { ...now, standing: { status: 'offline' } })
    this.schedule(questionKey, again)
  }

  private put(questionKey: string, entry: Entry): void {
    this.set({ ...this.entries, [questionKey]: entry })
  }

  private set(entries: Readonly<Record<string, Entry>>): void {
    this.entries = entries
    for (const listener of this.listeners) listener()
  }
}

const isSame = (a: Value | undefined, b: Value | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Whether anything would be lost by leaving the page. */
export const isUnsaved = (entries: Readonly<Record<string, Entry>>): boolean =>
  Object.values(entries).some(({ standing }) => standing.status !== 'kept')
