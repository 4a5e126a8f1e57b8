import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, because, done, ifMatch, may, newIdempotencyKey } from '../../../api/client'
import { refresh } from '../../../api/keys'
import type { ReferenceCalling } from '../../../api/types'
import { today } from '../../../lib/dates'
import { langOf, useLang, useWords } from '../../../lib/i18n'
import { Ask } from '../../../ui/editing/Ask'
import { Frame } from '../../../ui/editing/Frame'
import { useEditing } from '../../../ui/editing/useEditing'
import { SelectField, TextField } from '../../../ui/Field'
import { usePlanActivities } from '../../activities/queries'
import { usePlan } from '../../plans/queries'
import { askCalling } from '../queries'
import { formWords } from './words'

type Values = { activityId: string; from: string; to: string; why: string }

const valuesOf = (one?: ReferenceCalling): Values => ({
  activityId: one?.activityId ?? '',
  from: one?.from ?? today(),
  to: one?.to ?? '',
  why: one?.why ?? '',
})

type Props = { memberId: string; calling?: ReferenceCalling; onClose: () => void }

/** Calls a member in to an activity for a time, or changes that. */
export default function CallingForm({ memberId, calling, onClose }: Props) {
  const w = useWords(formWords)
  const lang = useLang()
  const queries = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const activities = (usePlanActivities(usePlan().data?.id).data ?? []).map((activity) => ({
    value: activity.id,
    label: `${activity.code} ${activity.title}`,
    lang: langOf(activity, lang),
  }))
  const editing = useEditing<Values>({
    name: 'calling',
    initial: valuesOf(calling),
    version: calling?.version,
    fields: [
      {
        name: 'activityId',
        label: w.activityId,
        show: (id) => activities.find(({ value }) => value === id)?.label ?? '',
      },
      { name: 'from', label: w.from },
      { name: 'to', label: w.to },
      { name: 'why', label: w.why },
    ],
    why: calling !== undefined,
    save: (values, version, note) => {
      const body = { memberId, ...values, to: values.to || undefined, why: values.why.trim() || undefined }
      return calling
        ? ask(
            api.PUT('/reference-callings/{id}', {
              params: { path: { id: calling.id }, header: ifMatch({ version, note }) },
              body,
            }),
          )
        : ask(
            api.POST('/reference-callings', {
              params: { header: { 'Idempotency-Key': idempotencyKey, ...because(note) } },
              body,
            }),
          )
    },
    fresh: calling
      ? async () => {
          const now = await askCalling(calling.id)
          return { values: valuesOf(now), version: now.version }
        }
      : undefined,
    onSaved: () => void refresh(queries, 'council').then(onClose),
  })
  return (
    <>
      <Frame editing={editing} label={calling ? w.editCalling : w.newCalling} onCancel={onClose}>
        {!calling && <SelectField {...editing.text('activityId')} options={activities} />}
        <div className="editing-columns">
          <TextField {...editing.text('from')} type="date" className="ds-input field-short" />
          <TextField {...editing.text('to')} type="date" optional className="ds-input field-short" />
        </div>
        <TextField {...editing.text('why')} maxLength={500} optional />
      </Frame>
      {calling && may(calling, 'delete') && (
        <Ask
          label={w.remove}
          question={w.removeCalling}
          confirm={w.remove}
          onConfirm={async () => {
            await done(
              api.DELETE('/reference-callings/{id}', {
                params: { path: { id: calling.id }, header: ifMatch(calling) },
              }),
            )
            await refresh(queries, 'council')
          }}
        >
          {w.removeCallingText}
        </Ask>
      )}
    </>
  )
}
