import { merge } from '../../../lib/merge'

/** A text as the server keeps it. */
export type Kept = { text: string; version: number }

/** What came of a try to save; `away` is a network or server that may come back, `refused` an answer that says no. */
export type Outcome =
  | { kind: 'kept'; kept: Kept }
  | { kind: 'stale'; theirs: Kept }
  | { kind: 'away' }
  | { kind: 'refused'; why: unknown }

export type LiveState = {
  text: string
  status: 'clean' | 'dirty' | 'saving' | 'saved' | 'waiting' | 'refused'
  savedAt?: Date
  why?: unknown
  /** Both wrote on the same lines: both stand in the text, and the writer is asked to read through. */
  overlap?: { theirs: string; mine: string }
}

export type Ways = { save: (text: string, version: number) => Promise<Outcome>; now?: () => Date }

const pause = 2_000
const mostPause = 10_000
const waits = [2_000, 4_000, 8_000, 15_000, 30_000]

/**
 * One text that several write at once. It lives in the open page's memory and nowhere else: what is typed is sent after
 * a short pause, joined with what others have saved meanwhile, and kept until the network takes it.
 */
export class LiveText {
  private base: Kept
  private state: LiveState
  /** What was sent without an answer: when it comes back as another's text, it was our own. */
  private sent: string[] = []
  private timer: ReturnType<typeof setTimeout> | undefined
  private dirtySince = 0
  private tries = 0
  private readonly listeners = new Set<() => void>()

  constructor(
    kept: Kept,
    private readonly ways: Ways,
  ) {
    this.base = kept
    this.state = { text: kept.text, status: 'clean' }
  }

  readonly snapshot = (): LiveState => this.state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  get unsaved(): boolean {
    return this.state.text !== this.base.text || this.state.status === 'saving'
  }

  type(text: string): void {
    if (text === this.state.text) return
    if (!this.unsaved) this.dirtySince = Date.now()
    const waiting = this.state.status === 'waiting' || this.state.status === 'saving'
    this.become({ text, ...(waiting ? {} : { status: 'dirty' as const }) })
    if (!waiting) this.saveIn(Math.min(pause, Math.max(0, this.dirtySince + mostPause - Date.now())))
  }

  /** What the server keeps now, as a look at it has told. */
  received(kept: Kept): void {
    if (kept.version <= this.base.version || this.state.status === 'saving') return
    this.join(kept)
    if (this.unsaved && this.state.status !== 'waiting') this.saveIn(pause)
  }

  /** Sends what is unsent without waiting: the network is back, or the writer leaves the text. */
  hurry(): void {
    if (this.unsaved && this.state.status !== 'saving') this.saveIn(0)
  }

  /** The writer has read through what both wrote. */
  settle(): void {
    this.become({ overlap: undefined })
  }

  stop(): void {
    clearTimeout(this.timer)
  }

  private become(change: Partial<LiveState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }

  private saveIn(wait: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.save(), wait)
  }

  private async save(): Promise<void> {
    if (this.state.status === 'saving') return
    if (this.state.text === this.base.text) return this.become({ status: 'clean' })
    const text = this.state.text
    this.become({ status: 'saving', why: undefined })
    this.sent.push(text)
    const outcome = await this.ways.save(text, this.base.version)
    if (outcome.kind === 'away') {
      this.become({ status: 'waiting' })
      this.saveIn(waits[Math.min(this.tries, waits.length - 1)] ?? 0)
      this.tries += 1
      return
    }
    this.tries = 0
    if (outcome.kind === 'refused') return this.become({ status: 'refused', why: outcome.why })
    if (outcome.kind === 'stale') {
      this.join(outcome.theirs)
      this.saveIn(0)
      return
    }
    this.base = outcome.kept
    this.sent = []
    const more = this.state.text !== text
    this.dirtySince = Date.now()
    this.become(more ? { status: 'dirty' } : this.saved(outcome.kept.text))
    if (more) this.saveIn(pause)
  }

  /** The server's text may differ in its line ends; the writer goes on from what is kept. */
  private saved(text: string): Partial<LiveState> {
    return { text, status: 'saved', savedAt: this.ways.now?.() ?? new Date() }
  }

  private join(theirs: Kept): void {
    const mine = this.state.text
    const own = this.sent.includes(theirs.text)
    const { text, clean } = own ? { text: mine, clean: true } : merge(this.base.text, theirs.text, mine)
    this.sent = []
    const overlap = clean ? this.state.overlap : { theirs: theirs.text, mine }
    this.base = theirs
    const status = text !== theirs.text ? 'dirty' : own || mine === theirs.text ? 'saved' : 'clean'
    const waiting = this.state.status === 'waiting' && status === 'dirty'
    this.become({
      text,
      overlap,
      ...(waiting ? {} : { status }),
      ...(status === 'saved' ? { savedAt: this.ways.now?.() ?? new Date() } : {}),
    })
  }
}

/** Where the caret stands after a text has changed under it: by the letters around it, not by its number. */
export function caretAfter(before: string, after: string, caret: number): number {
  let head = 0
  const most = Math.min(before.length, after.length)
  while (head < most && before[head] === after[head]) head += 1
  if (caret <= head) return caret
  let tail = 0
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  if (caret >= before.length - tail) return after.length - (before.length - caret)
  return Math.min(caret, after.length - tail)
}
