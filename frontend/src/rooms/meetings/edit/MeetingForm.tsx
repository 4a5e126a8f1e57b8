import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api, ask, ifMatch, newIdempotencyKey } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { ApiProblem } from '../../../api/problem'
import type { CouncilMeeting, CouncilMeetingSeries } from '../../../api/types'
import { useWords } from '../../../lib/i18n'
import { Frame } from '../../../ui/editing/Frame'
import { useEditing } from '../../../ui/editing/useEditing'
import { SelectField, TextArea, TextField } from '../../../ui/Field'
import { Skeleton } from '../../../ui/Load'
import { askMeeting, useMeetingSeries } from '../queries'
import { kindWords } from '../words'
import { inputOf, type Values, valuesOf } from './values'
import { templateWords, words } from './words'

type Props = {
  /** None when a new one is planned. */
  meeting?: CouncilMeeting
  onClose: (made?: CouncilMeeting) => void
}

const templates = { council: 'ordinary', joint: 'joint', forum: 'forum', steering: 'steering' } as const

/** Plans a meeting, or changes one where it stands. */
export default function MeetingForm(props: Props) {
  const series = useMeetingSeries().data
  if (!series) return <Skeleton lines={8} />
  return <Form {...props} series={series} />
}

function fresh(series: CouncilMeetingSeries[]): Values {
  const usual = series.find(({ kind }) => kind === 'council') ?? series[0]
  const kind = usual?.kind ?? 'council'
  return {
    seriesId: usual?.id ?? '',
    kind,
    title: '',
    day: '',
    from: '13:00',
    to: '15:00',
    place: usual?.place ?? '',
    joinUrl: '',
    notice: '',
    template: templates[kind],
  }
}

function Form({ meeting, onClose, series }: Props & { series: CouncilMeetingSeries[] }) {
  const w = useWords(words)
  const k = useWords(kindWords)
  const t = useWords(templateWords)
  const queries = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const made = useRef<CouncilMeeting>(undefined)
  const nameOf = (id: unknown) => series.find((one) => one.id === id)?.title ?? w.noSeries
  const editing = useEditing<Values>({
    name: 'meeting',
    initial: meeting ? valuesOf(meeting) : fresh(series),
    version: meeting?.version,
    fields: [
      { name: 'seriesId', label: w.seriesId, show: nameOf },
      { name: 'kind', label: w.kind, show: (kind) => k[kind as Values['kind']] },
      { name: 'title', label: w.title },
      { name: 'day', label: w.day },
      { name: 'from', label: w.from },
      { name: 'to', label: w.to },
      { name: 'place', label: w.place },
      { name: 'joinUrl', label: w.joinUrl },
      { name: 'notice', label: w.notice, joinable: true },
      { name: 'template', label: w.template },
    ],
    check: ({ title, day, from, to, joinUrl }) => {
      const wrong: Record<string, string> = {}
      if (!title.trim()) wrong.title = w.titleMissing
      if (!day) wrong.day = w.dayMissing
      if (!from) wrong.from = w.clockMissing
      if (!to) wrong.to = w.clockMissing
      else if (from && to <= from) wrong.to = w.endsBefore
      if (joinUrl.trim() && !/^https:\/\/\S+$/.test(joinUrl.trim())) wrong.joinUrl = w.urlWrong
      return wrong
    },
    save: async (values, version) => {
      const body = inputOf(values)
      made.current = await (meeting
        ? ask(
            api.PUT('/council-meetings/{id}', {
              params: { path: { id: meeting.id }, header: ifMatch({ version }) },
              body,
            }),
          )
        : ask(api.POST('/council-meetings', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body }))
      ).catch(byOwnNames)
      await refresh(queries, 'council')
    },
    fresh: meeting
      ? async () => {
          const now = await askMeeting(meeting.id)
          return { values: valuesOf(now), version: now.version }
        }
      : undefined,
    onSaved: () => onClose(made.current),
  })
  const { values, set } = editing
  const choose = (seriesId: string) => {
    const chosen = series.find(({ id }) => id === seriesId)
    if (!chosen) return set({ seriesId })
    set({
      seriesId,
      kind: chosen.kind,
      ...(meeting ? {} : { template: templates[chosen.kind], place: chosen.place ?? values.place }),
    })
  }
  return (
    <Frame
      editing={editing}
      label={meeting ? w.editTitle : w.newTitle}
      submit={meeting ? undefined : w.create}
      onCancel={() => onClose()}
    >
      <SelectField
        {...editing.text('seriesId')}
        onChange={({ target }) => choose(target.value)}
        empty={w.noSeries}
        options={series.map(({ id, title }) => ({ value: id, label: title }))}
      />
      {!values.seriesId && (
        <SelectField
          {...editing.text('kind')}
          empty={false}
          options={(['council', 'joint', 'forum', 'steering'] as const).map((kind) => ({
            value: kind,
            label: k[kind],
          }))}
        />
      )}
      <TextField {...editing.text('title')} help={w.titleHelp} maxLength={200} autoComplete="off" />
      <div className="editing-columns">
        <TextField {...editing.text('day')} type="date" />
        <TextField {...editing.text('from')} type="time" />
        <TextField {...editing.text('to')} type="time" />
      </div>
      <TextField {...editing.text('place')} maxLength={200} autoComplete="off" optional />
      <TextField {...editing.text('joinUrl')} type="url" inputMode="url" help={w.joinUrlHelp} optional />
      <TextArea {...editing.text('notice')} rows={3} optional />
      {!meeting && (
        <SelectField
          {...editing.text('template')}
          empty={false}
          options={(['ordinary', 'joint', 'forum', 'steering', 'none'] as const).map((template) => ({
            value: template,
            label: t[template],
          }))}
        />
      )}
    </Frame>
  )
}

const ours: Record<string, string> = { startsAt: 'day', endsAt: 'to' }

/** The API has instants where the form has a day and two clocks: what is said of them is said there. */
function byOwnNames(error: unknown): never {
  if (!(error instanceof ApiProblem)) throw error
  const { status, code, detail, fields, changes, requestId } = error
  const own = fields.map((field) => ({ ...field, name: ours[field.name] ?? field.name }))
  throw new ApiProblem(status, code, detail, own, changes, requestId)
}
