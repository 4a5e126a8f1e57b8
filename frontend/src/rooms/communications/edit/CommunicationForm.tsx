import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, because, done, ifMatch, may, newIdempotencyKey } from '../../../api/client'
import { refresh } from '../../../api/keys'
import type { Communication, CommunicationInput } from '../../../api/types'
import { parseDated, today, writeDated } from '../../../lib/dates'
import { langOf, nameLang, nameOf, useLang, useWords } from '../../../lib/i18n'
import { DatedField } from '../../../ui/DatedField'
import { Ask } from '../../../ui/editing/Ask'
import { Frame } from '../../../ui/editing/Frame'
import { useEditing } from '../../../ui/editing/useEditing'
import { SelectField, TextArea, TextField } from '../../../ui/Field'
import { words as uiWords } from '../../../ui/words'
import { usePlanActivities } from '../../activities/queries'
import { useBodies } from '../../boards/queries'
import { usePlan } from '../../plans/queries'
import { askCommunication } from '../queries'
import { formWords } from './words'

type Values = {
  message: string
  audience: string
  direction: 'inward' | 'outward'
  channel: string
  date: string
  responsibleBodyId: string
  activityId: string
  doneOn: string
}

const valuesOf = (one?: Communication): Values => ({
  message: one?.message ?? '',
  audience: one?.audience ?? '',
  direction: one?.direction ?? 'inward',
  channel: one?.channel ?? '',
  date: writeDated(one?.date),
  responsibleBodyId: one?.responsibleBodyId ?? '',
  activityId: one?.activityId ?? '',
  doneOn: one?.doneOn ?? '',
})

const inputOf = (values: Values, kept: Pick<CommunicationInput, 'planId' | 'lang'>): CommunicationInput => ({
  ...kept,
  message: values.message.trim(),
  audience: values.audience.trim(),
  direction: values.direction,
  channel: values.channel.trim() || undefined,
  date: parseDated(values.date),
  responsibleBodyId: values.responsibleBodyId || undefined,
  activityId: values.activityId || undefined,
  doneOn: values.doneOn || undefined,
})

/** Plans a communication, or changes one where it stands. */
export default function CommunicationForm({
  communication,
  onClose,
}: {
  communication?: Communication
  onClose: () => void
}) {
  const w = useWords(formWords)
  const ui = useWords(uiWords)
  const lang = useLang()
  const queries = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const plan = usePlan().data
  const planId = communication?.planId ?? plan?.id ?? ''
  const bodies = (useBodies().data?.all ?? []).map((body) => ({
    value: body.id,
    label: nameOf(body, lang),
    lang: nameLang(body, lang),
  }))
  const activities = (usePlanActivities(planId || undefined).data ?? []).map((activity) => ({
    value: activity.id,
    label: `${activity.code} ${activity.title}`,
    lang: langOf(activity, lang),
  }))
  const ways = [
    { value: 'inward', label: w.inward },
    { value: 'outward', label: w.outward },
  ]
  const labelIn = (options: { value: string; label: string }[]) => (value: unknown) =>
    options.find((option) => option.value === value)?.label ?? ''
  const editing = useEditing<Values>({
    name: 'communication',
    initial: valuesOf(communication),
    version: communication?.version,
    fields: [
      { name: 'message', label: w.message, joinable: true },
      { name: 'audience', label: w.audience },
      { name: 'direction', label: w.direction, show: labelIn(ways) },
      { name: 'channel', label: w.channel },
      { name: 'date', label: w.date },
      { name: 'responsibleBodyId', label: w.responsibleBodyId, show: labelIn(bodies) },
      { name: 'activityId', label: w.activityId, show: labelIn(activities) },
      { name: 'doneOn', label: w.doneOn },
    ],
    check: ({ date }): Record<string, string> =>
      date.trim() !== '' && !parseDated(date) ? { date: ui.datedWrong } : {},
    why: communication !== undefined,
    save: (values, version, note) => {
      const body = inputOf(values, { planId, lang: communication?.lang ?? lang })
      return communication
        ? ask(
            api.PUT('/communications/{id}', {
              params: { path: { id: communication.id }, header: ifMatch({ version, note }) },
              body,
            }),
          )
        : ask(
            api.POST('/communications', {
              params: { header: { 'Idempotency-Key': idempotencyKey, ...because(note) } },
              body,
            }),
          )
    },
    fresh: communication
      ? async () => {
          const now = await askCommunication(communication.id)
          return { values: valuesOf(now), version: now.version }
        }
      : undefined,
    onSaved: () => void refresh(queries, 'plan').then(onClose),
  })
  if (!planId) return null
  return (
    <>
      <Frame editing={editing} label={communication ? w.editTitle : w.newTitle} onCancel={onClose}>
        <TextArea {...editing.text('message')} help={w.messageHelp} rows={3} maxLength={2000} />
        <div className="editing-columns">
          <TextField {...editing.text('audience')} maxLength={200} />
          <SelectField {...editing.text('direction')} empty={false} options={ways} />
          <TextField {...editing.text('channel')} maxLength={200} optional />
          <DatedField {...editing.text('date')} optional />
          <SelectField {...editing.text('responsibleBodyId')} empty={w.noBody} options={bodies} />
          <SelectField {...editing.text('activityId')} empty={w.wholePlan} options={activities} />
          <TextField
            {...editing.text('doneOn')}
            type="date"
            max={today()}
            help={w.doneOnHelp}
            optional
            className="ds-input field-short"
          />
        </div>
      </Frame>
      {communication && may(communication, 'delete') && (
        <Ask
          label={w.remove}
          question={w.removeQuestion}
          confirm={w.remove}
          onConfirm={async () => {
            await done(
              api.DELETE('/communications/{id}', {
                params: { path: { id: communication.id }, header: ifMatch(communication) },
              }),
            )
            await refresh(queries, 'plan')
          }}
        >
          {w.removeText}
        </Ask>
      )}
    </>
  )
}
