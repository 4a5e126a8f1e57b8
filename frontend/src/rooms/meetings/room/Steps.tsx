import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, done, ifMatch, may, newIdempotencyKey } from '../../../api/client'
import { refresh } from '../../../api/keys'
import type { CouncilMeetingWhole } from '../../../api/types'
import { addDays, today } from '../../../lib/dates'
import { go } from '../../../lib/guardedLocation'
import { useLang, useWords } from '../../../lib/i18n'
import { usePaths } from '../../../paths'
import { Button } from '../../../ui/Button'
import { Ask } from '../../../ui/editing/Ask'
import { Frame } from '../../../ui/editing/Frame'
import { useEditing } from '../../../ui/editing/useEditing'
import { CheckboxGroup, TextArea, TextField } from '../../../ui/Field'
import type { LiveTexts } from '../live/liveTexts'
import { seatName } from '../seatName'
import { words } from './words'

type Of = { meeting: CouncilMeetingWhole }
type Props = Of & { texts: LiveTexts; onEdit: () => void }

const stepRels = ['call', 'opening', 'closing', 'adjustment', 'approve', 'cancellation', 'delete', 'edit', 'annotate']

/** What may be done with the meeting as a whole, the likely one first. */
export function Steps({ meeting, texts, onEdit }: Props) {
  const w = useWords(words)
  const [form, setForm] = useState<'adjustment' | 'cancellation' | 'note'>()
  const close = () => setForm(undefined)
  if (!stepRels.some((rel) => may(meeting, rel))) return null
  return (
    <section className="screen-only stack" aria-label={w.steps}>
      {form === 'adjustment' && <AdjustmentForm meeting={meeting} texts={texts} onClose={close} />}
      {form === 'cancellation' && <CancelForm meeting={meeting} onClose={close} />}
      {form === 'note' && <NoteForm meeting={meeting} onClose={close} />}
      {!form && (
        <div className="room-steps">
          <Asked meeting={meeting} texts={texts} />
          {may(meeting, 'adjustment') && (
            <Button variant={meeting.state === 'held' ? 'primary' : 'secondary'} onClick={() => setForm('adjustment')}>
              {meeting.state === 'held' ? w.adjustment : w.adjustmentAgain}
            </Button>
          )}
          {may(meeting, 'annotate') && (
            <Button variant="secondary" onClick={() => setForm('note')}>
              {w.addNote}
            </Button>
          )}
          {may(meeting, 'edit') && (
            <Button variant="secondary" onClick={onEdit}>
              {w.editMeeting}
            </Button>
          )}
          {may(meeting, 'cancellation') && (
            <Button variant="secondary" onClick={() => setForm('cancellation')}>
              {w.cancelMeeting}
            </Button>
          )}
          {may(meeting, 'delete') && <Delete meeting={meeting} />}
        </div>
      )}
    </section>
  )
}

const steps = ['call', 'opening', 'closing'] as const

const later = (one: string, other: string): string => [one, other].sort().at(-1) ?? one

/** The steps that only need a yes. What is typed is sent first, so that nothing is decided over an older text. */
function Asked({ meeting, texts }: Of & { texts: LiveTexts }) {
  const w = useWords(words)
  const queries = useQueryClient()
  const said = {
    call: [meeting.calledAt ? w.callAgain : w.call, w.callQuestion, w.callText],
    opening: [w.open, w.openQuestion, w.openText],
    closing: [w.close, w.closeQuestion, w.closeText],
  } as const
  const take = async (step: (typeof steps)[number]) => {
    await texts.allKept()
    const params = { path: { id: meeting.id }, header: ifMatch(meeting) }
    await ask(api.PUT(`/council-meetings/{id}/${step}`, { params, body: {} }))
    await refresh(queries, 'council')
  }
  return (
    <>
      {may(meeting, 'approve') && (
        <Ask
          label={w.approve}
          question={w.approveQuestion}
          confirm={w.approve}
          onConfirm={async () => {
            await texts.allKept()
            await ask(
              api.POST('/council-meetings/{id}/approvals', {
                params: { path: { id: meeting.id }, header: { 'Idempotency-Key': newIdempotencyKey() } },
                body: { contentHash: meeting.contentHash ?? '' },
              }),
            )
            await refresh(queries, 'council')
          }}
        >
          <p>{w.approveText}</p>
        </Ask>
      )}
      {steps
        .filter((step) => may(meeting, step))
        .map((step) => (
          <Ask
            key={step}
            label={said[step][0]}
            question={said[step][1]}
            confirm={said[step][0]}
            onConfirm={() => take(step)}
          >
            <p>{said[step][2]}</p>
          </Ask>
        ))}
    </>
  )
}

type FormProps = Of & { onClose: () => void }

function AdjustmentForm({ meeting, texts, onClose }: FormProps & { texts: LiveTexts }) {
  const w = useWords(words)
  const lang = useLang()
  const queries = useQueryClient()
  // A meeting that is held before its day is adjusted after that day all the same.
  const heldOn = today(new Date(meeting.startsAt))
  const there = meeting.attendance.filter(({ state }) => state === 'present' || state === 'substitute')
  const editing = useEditing({
    name: 'adjustment',
    initial: {
      adjusterSeatIds: meeting.adjusters.map(({ seatId }) => seatId),
      dueOn: meeting.adjustBy ?? addDays(later(heldOn, today()), 14),
    },
    version: meeting.version,
    fields: [
      { name: 'adjusterSeatIds', label: w.adjusterSeats },
      { name: 'dueOn', label: w.adjustBy },
    ],
    check: ({ adjusterSeatIds }): Record<string, string> =>
      adjusterSeatIds.length === 0 ? { adjusterSeatIds: w.adjusterMissing } : {},
    save: async ({ adjusterSeatIds, dueOn }, version) => {
      await texts.allKept()
      await ask(
        api.PUT('/council-meetings/{id}/adjustment', {
          params: { path: { id: meeting.id }, header: ifMatch({ version }) },
          body: { adjusterSeatIds, dueOn: dueOn || undefined },
        }),
      )
      await refresh(queries, 'council')
    },
    onSaved: onClose,
  })
  return (
    <Frame editing={editing} label={w.adjustment} submit={w.send} onCancel={onClose}>
      <p className="soft">{there.length > 0 ? w.adjustmentText : w.adjusterNobody}</p>
      <CheckboxGroup
        {...editing.other('adjusterSeatIds')}
        name="adjusters"
        legend={w.adjusterSeats}
        options={there.map((seat) => ({
          value: seat.seatId,
          label: [seatName(seat, lang), seat.state === 'substitute' ? seat.substituteName : seat.holderName]
            .filter(Boolean)
            .join(' · '),
        }))}
        value={editing.values.adjusterSeatIds}
        onChange={(adjusterSeatIds) => editing.set({ adjusterSeatIds })}
      />
      <TextField {...editing.text('dueOn')} type="date" className="ds-input field-short" optional />
    </Frame>
  )
}

function CancelForm({ meeting, onClose }: FormProps) {
  const w = useWords(words)
  const queries = useQueryClient()
  const editing = useEditing({
    name: 'cancellation',
    initial: { reason: '' },
    version: meeting.version,
    fields: [{ name: 'reason', label: w.cancelReason }],
    check: ({ reason }): Record<string, string> => (reason.trim() ? {} : { reason: w.cancelReasonMissing }),
    save: async ({ reason }, version) => {
      await ask(
        api.PUT('/council-meetings/{id}/cancellation', {
          params: { path: { id: meeting.id }, header: ifMatch({ version }) },
          body: { reason: reason.trim() },
        }),
      )
      await refresh(queries, 'council')
    },
    onSaved: onClose,
  })
  return (
    <Frame editing={editing} label={w.cancelMeeting} submit={w.cancelMeeting} onCancel={onClose}>
      <p className="soft">{w.cancelText}</p>
      <TextField {...editing.text('reason')} maxLength={500} autoComplete="off" />
    </Frame>
  )
}

function NoteForm({ meeting, onClose }: FormProps) {
  const w = useWords(words)
  const queries = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const editing = useEditing({
    name: 'note',
    initial: { text: '' },
    fields: [{ name: 'text', label: w.note }],
    check: ({ text }): Record<string, string> => (text.trim() ? {} : { text: w.noteMissing }),
    save: async ({ text }) => {
      await ask(
        api.POST('/council-meetings/{id}/notes', {
          params: { path: { id: meeting.id }, header: { 'Idempotency-Key': idempotencyKey } },
          body: { text: text.trim() },
        }),
      )
      await refresh(queries, 'council')
    },
    onSaved: onClose,
  })
  return (
    <Frame editing={editing} label={w.addNote} onCancel={onClose}>
      <TextArea {...editing.text('text')} rows={4} help={w.noteHelp} />
    </Frame>
  )
}

function Delete({ meeting }: Of) {
  const w = useWords(words)
  const to = usePaths()
  const queries = useQueryClient()
  return (
    <Ask
      label={w.deleteMeeting}
      question={w.deleteQuestion}
      confirm={w.deleteMeeting}
      onConfirm={async () => {
        await done(
          api.DELETE('/council-meetings/{id}', { params: { path: { id: meeting.id }, header: ifMatch(meeting) } }),
        )
        go(to.meetings(), { replace: true })
        await refresh(queries, 'council')
      }}
    >
      <p>{w.deleteText}</p>
    </Ask>
  )
}
