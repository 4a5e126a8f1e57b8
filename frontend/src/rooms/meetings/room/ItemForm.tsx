import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, ifMatch, may, newIdempotencyKey } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { sayAlso } from '../../../api/problem'
import type { CouncilAgendaItem, CouncilMeetingWhole } from '../../../api/types'
import { useLang, useWords } from '../../../lib/i18n'
import { Frame } from '../../../ui/editing/Frame'
import { useEditing } from '../../../ui/editing/useEditing'
import { Checkbox, SelectField, TextArea, TextField } from '../../../ui/Field'
import { askMeeting } from '../queries'
import { seatName } from '../seatName'
import { itemInput } from './inputs'
import { refusalWords, words } from './words'

sayAlso(refusalWords)

type Values = {
  title: string
  background: string
  minutes: string
  kind: NonNullable<CouncilAgendaItem['kind']>
  isSecret: boolean
  presenterSeatId: string
}

const valuesOf = (item: CouncilAgendaItem | undefined): Values => ({
  title: item?.title ?? '',
  background: item?.background ?? '',
  minutes: String(item?.minutes ?? 10),
  kind: item?.kind ?? 'discussion',
  isSecret: item?.isSecret ?? false,
  presenterSeatId: item?.presenterSeatId ?? '',
})

type Props = { meeting: CouncilMeetingWhole; item?: CouncilAgendaItem; onClose: () => void }

/** An item of the agenda: what it is about, how long it may take, who presents it. */
export default function ItemForm({ meeting, item, onClose }: Props) {
  const w = useWords(words)
  const lang = useLang()
  const queries = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const kinds = { information: w.forInformation, discussion: w.forDiscussion, decision: w.forDecision }
  const seats = meeting.attendance.map((seat) => ({ value: seat.seatId, label: seatName(seat, lang) }))
  const editing = useEditing<Values>({
    name: `item-${item?.id ?? 'new'}`,
    initial: valuesOf(item),
    version: item?.version,
    fields: [
      { name: 'title', label: w.itemTitle },
      { name: 'background', label: w.itemBackground, joinable: true },
      { name: 'minutes', label: w.itemMinutes },
      { name: 'kind', label: w.itemKind, show: (kind) => kinds[kind as Values['kind']] },
      { name: 'isSecret', label: w.isSecret, show: (is) => (is ? w.yes : w.no) },
      {
        name: 'presenterSeatId',
        label: w.presenter,
        show: (id) => seats.find(({ value }) => value === id)?.label ?? w.nobody,
      },
    ],
    check: ({ title, minutes }) => {
      const wrong: Record<string, string> = {}
      if (!title.trim()) wrong.title = w.itemTitleMissing
      if (!/^\d{1,3}$/.test(minutes.trim() || '0')) wrong.minutes = w.itemMinutesWrong
      return wrong
    },
    save: async (values, version) => {
      const body = {
        ...(item ? itemInput(item) : {}),
        ...values,
        title: values.title.trim(),
        minutes: Number(values.minutes),
        presenterSeatId: values.presenterSeatId || undefined,
      }
      await (item
        ? ask(
            api.PUT('/council-meetings/{id}/agenda-items/{itemId}', {
              params: { path: { id: meeting.id, itemId: item.id }, header: ifMatch({ version }) },
              body,
            }),
          )
        : ask(
            api.POST('/council-meetings/{id}/agenda-items', {
              params: { path: { id: meeting.id }, header: { 'Idempotency-Key': idempotencyKey } },
              body,
            }),
          ))
      await refresh(queries, 'council')
    },
    fresh: item
      ? async () => {
          const now = (await askMeeting(meeting.id)).agendaItems.find(({ id }) => id === item.id)
          return { values: valuesOf(now), version: now?.version ?? 0 }
        }
      : undefined,
    onSaved: onClose,
  })
  return (
    <Frame editing={editing} label={item ? w.editItem(item.title ?? '') : w.addItem} onCancel={onClose}>
      <TextField {...editing.text('title')} maxLength={200} autoComplete="off" />
      <TextArea {...editing.text('background')} rows={3} optional />
      <div className="editing-columns">
        <TextField {...editing.text('minutes')} inputMode="numeric" className="ds-input field-short" />
        <SelectField
          {...editing.text('kind')}
          empty={false}
          options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        />
        <SelectField {...editing.text('presenterSeatId')} empty={w.nobody} options={seats} />
      </div>
      {may(meeting, 'wholeMinutes') && (
        <Checkbox
          label={w.isSecret}
          help={w.isSecretHelp}
          id={editing.other('isSecret').id}
          checked={editing.values.isSecret}
          onChange={({ target }) => editing.set({ isSecret: target.checked })}
        />
      )}
    </Frame>
  )
}
