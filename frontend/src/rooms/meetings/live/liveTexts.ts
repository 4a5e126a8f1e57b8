import { api, ask } from '../../../api/client'
import { ApiProblem, unreachable } from '../../../api/problem'
import type { CouncilAgendaItem, CouncilMeetingWhole } from '../../../api/types'
import { LiveText, type Outcome } from './liveText'

/** All texts of one meeting's minutes, as long as its page is open. */
export class LiveTexts {
  private readonly texts = new Map<string, LiveText>()
  private readonly listeners = new Set<() => void>()
  private state = { unsaved: false, waiting: false }

  constructor(private readonly meetingId: string) {}

  of(item: CouncilAgendaItem): LiveText {
    let text = this.texts.get(item.id)
    if (!text) {
      const save = (next: string, version: number) => saveText(this.meetingId, item.id, next, version)
      text = new LiveText({ text: item.text ?? '', version: item.textVersion ?? 0 }, { save })
      text.subscribe(this.changed)
      this.texts.set(item.id, text)
    }
    return text
  }

  /** What a look at the meeting has told; only texts that somebody has opened are followed. */
  received(meeting: CouncilMeetingWhole): void {
    for (const { id, text, textVersion } of meeting.agendaItems) {
      this.texts.get(id)?.received({ text: text ?? '', version: textVersion ?? 0 })
    }
  }

  hurry(): void {
    for (const text of this.texts.values()) text.hurry()
  }

  /** Sends what is unsent and waits until it is kept; fails when the network does not take it in time. */
  allKept(most = 8_000): Promise<void> {
    this.hurry()
    if (!this.state.unsaved) return Promise.resolve()
    return new Promise((kept, fail) => {
      const end = (how: () => void) => {
        clearTimeout(timer)
        leave()
        how()
      }
      const timer = setTimeout(() => end(() => fail(unreachable())), most)
      const leave = this.subscribe(() => {
        if (!this.state.unsaved) end(kept)
      })
    })
  }

  stop(): void {
    for (const text of this.texts.values()) text.stop()
  }

  readonly snapshot = () => this.state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private readonly changed = (): void => {
    const all = [...this.texts.values()]
    const unsaved = all.some((text) => text.unsaved)
    const waiting = all.some((text) => text.snapshot().status === 'waiting')
    if (unsaved === this.state.unsaved && waiting === this.state.waiting) return
    this.state = { unsaved, waiting }
    for (const listener of this.listeners) listener()
  }
}

// A server that is gone, busy or has ended the sign-in may take the text later; any other no is a no.
const mayPass = (status: number): boolean => status === 0 || status === 401 || status === 429 || status >= 500

async function saveText(id: string, itemId: string, text: string, version: number): Promise<Outcome> {
  const path = { id, itemId }
  const address = '/council-meetings/{id}/agenda-items/{itemId}/text'
  try {
    const kept = await ask(
      api.PUT(address, { params: { path, header: { 'If-Match': `"${version}"` } }, body: { text } }),
    )
    return { kind: 'kept', kept }
  } catch (error) {
    if (!(error instanceof ApiProblem) || mayPass(error.status)) return { kind: 'away' }
    if (!error.isStale) return { kind: 'refused', why: error }
    try {
      return { kind: 'stale', theirs: await ask(api.GET(address, { params: { path } })) }
    } catch {
      return { kind: 'away' }
    }
  }
}
