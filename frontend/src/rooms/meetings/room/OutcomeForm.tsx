import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, ifMatch, newIdempotencyKey } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { sayAlso } from '../../../api/problem'
import type { CouncilAgendaItem, CouncilMeetingWhole, CouncilOutcome } from '../../../api/types'
import { nameLang, nameOf, useLang, useWords } from '../../../lib/i18n'
import { Frame } from '../../../ui/editing/Frame'
import { useEditing } from '../../../ui/editing/useEditing'
import { type Option, SelectField, TextArea, TextField } from '../../../ui/Field'
import { useBodies } from '../../boards/queries'
import { askMeeting } from '../queries'
import { seatName } from '../seatName'
import { outcomeWords } from '../words'
import { outcomeInput } from './inputs'
import { refusalWords, words } from './words'

sayAlso(refusalWords)

type Values = {
  kind: CouncilOutcome['kind']
  text: string
  bySeatId: string
  /** Who does a task: "seat:<id>" or "body:<id>". */
  responsible: string
  dueOn: string
}

const kinds = ['decision', 'task', 'information', 'reservation', 'dissent'] as const

const valuesOf = (outcome: CouncilOutcome | undefined, kind: Values['kind']): Values => ({
  kind: outcome?.kind ?? kind,
  text: outcome?.text ?? '',
  bySeatId: outcome?.bySeatId ?? '',
  responsible: outcome?.responsibleSeatId
    ? `seat:${outcome.responsibleSeatId}`
    : outcome?.responsibleBodyId
      ? `body:${outcome.responsibleBodyId}`
      : '',
  dueOn: outcome?.dueOn ?? '',
})

const after = (prefix: string, text: string) => (text.startsWith(prefix) ? text.slice(prefix.length) : undefined)

type Props = {
  meeting: CouncilMeetingWhole
  item: CouncilAgendaItem
  outcome?: CouncilOutcome
  onClose: () => void
}

/** What came of an item: its kind first, then only the fields that the kind needs. */
export default function OutcomeForm({ meeting, item, outcome, onClose }: Props) {
  const w = useWords(words)
  const o = useWords(outcomeWords)
  const lang = useLang()
  const queries = useQueryClient()
  const bodies = useBodies().data
  const [idempotencyKey] = useState(newIdempotencyKey)
  const seats: Option[] = meeting.attendance.map((seat) => ({ value: seat.seatId, label: seatName(seat, lang) }))
  const who: Option[] = [
    ...seats.map(({ value, label }) => ({ value: `seat:${value}`, label, group: w.seats })),
    ...(bodies?.all ?? []).map((body) => ({
      value: `body:${body.id}`,
      label: nameOf(body, lang),
      lang: nameLang(body, lang),
      group: w.bodies,
    })),
  ]
  const labelOf = (options: Option[]) => (id: unknown) => options.find(({ value }) => value === id)?.label ?? ''
  const first = item.kind === 'decision' ? 'decision' : item.kind === 'information' ? 'information' : 'task'
  const path = { id: meeting.id, itemId: item.id }
  const editing = useEditing<Values>({
    name: `outcome-${outcome?.id ?? item.id}`,
    initial: valuesOf(outcome, first),
    version: outcome?.version,
    fields: [
      { name: 'kind', label: w.outcomeKind, show: (kind) => o[kind as Values['kind']] },
      { name: 'text', label: w.outcomeText, joinable: true },
      { name: 'bySeatId', label: w.bySeat, show: labelOf(seats) },
      { name: 'responsible', label: w.responsible, show: labelOf(who) },
      { name: 'dueOn', label: w.dueOn },
    ],
    check: ({ kind, text, bySeatId, responsible }) => {
      const wrong: Record<string, string> = {}
      if (!text.trim()) wrong.text = w.outcomeTextMissing
      if (kind === 'task' && !responsible) wrong.responsible = w.responsibleMissing
      if ((kind === 'reservation' || kind === 'dissent') && !bySeatId) wrong.bySeatId = w.bySeatMissing
      return wrong
    },
    save: async ({ kind, text, bySeatId, responsible, dueOn }, version) => {
      const task = kind === 'task'
      const body = {
        ...(outcome ? outcomeInput(outcome) : {}),
        kind,
        text: text.trim(),
        bySeatId: kind === 'reservation' || kind === 'dissent' ? bySeatId : undefined,
        responsibleSeatId: task ? after('seat:', responsible) : undefined,
        responsibleBodyId: task ? after('body:', responsible) : undefined,
        dueOn: task ? dueOn || undefined : undefined,
        doneOn: task ? outcome?.doneOn : undefined,
      }
      await (outcome
        ? ask(
            api.PUT('/council-meetings/{id}/agenda-items/{itemId}/outcomes/{outcomeId}', {
              params: { path: { ...path, outcomeId: outcome.id }, header: ifMatch({ version }) },
              body,
            }),
          )
        : ask(
            api.POST('/council-meetings/{id}/agenda-items/{itemId}/outcomes', {
              params: { path, header: { 'Idempotency-Key': idempotencyKey } },
              body,
            }),
          ))
      await refresh(queries, 'council')
    },
    fresh: outcome
      ? async () => {
          const now = (await askMeeting(meeting.id)).agendaItems
            .flatMap(({ outcomes }) => outcomes)
            .find(({ id }) => id === outcome.id)
          return { values: valuesOf(now, first), version: now?.version ?? 0 }
        }
      : undefined,
    onSaved: onClose,
  })
  const { kind } = editing.values
  return (
    <Frame
      editing={editing}
      label={outcome ? w.editItem(outcome.text) : w.addOutcomeTo(item.title ?? '')}
      onCancel={onClose}
    >
      <SelectField
        {...editing.text('kind')}
        empty={false}
        options={kinds.map((value) => ({ value, label: o[value] }))}
      />
      <TextArea {...editing.text('text')} rows={3} />
      {kind === 'task' && (
        <>
          <SelectField {...editing.text('responsible')} options={who} />
          <TextField {...editing.text('dueOn')} type="date" className="ds-input field-short" optional />
        </>
      )}
      {(kind === 'reservation' || kind === 'dissent') && <SelectField {...editing.text('bySeatId')} options={seats} />}
    </Frame>
  )
}
