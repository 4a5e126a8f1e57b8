import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, done, ifMatch, may, newIdempotencyKey } from '../../api/client'
import { refresh } from '../../api/keys'
import type { Plan, TimelineEntryInput } from '../../api/types'
import { formatMonth, parseDated, writeDated } from '../../lib/dates'
import { nameOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { DatedField } from '../../ui/DatedField'
import { Frame } from '../../ui/editing/Frame'
import { Rows } from '../../ui/editing/Rows'
import { useEditing } from '../../ui/editing/useEditing'
import { SelectField, TextArea, TextField } from '../../ui/Field'
import { Load, Notice } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { words as uiWords } from '../../ui/words'
import { useBodies } from '../boards/queries'
import { usePlan } from '../plans/queries'
import { HistoryLink } from '../traces/shared'
import { ownWords } from './edit/words'
import type { Entry } from './entries'
import { useTimeline } from './queries'
import { whenOf } from './say'
import { kindWords } from './words'

/** What somebody wrote into the timeline: meetings and events that follow from nothing else. */
export default function EntriesEditPage() {
  const w = useWords(ownWords)
  const to = usePaths()
  const plan = usePlan()
  const entries = useTimeline(plan.data?.id)
  return (
    <Page
      title={w.title}
      lead={
        <p>
          {w.lead} <a href={to.decisions()}>{w.toDecisions}</a>
        </p>
      }
      kicker={<a href={to.timeline()}>{w.timeline}</a>}
      staff
    >
      <Load of={entries} lines={8}>
        {(all) =>
          plan.data && may(plan.data, 'edit') ? <Own plan={plan.data} entries={all} /> : <Notice>{w.mayNot}</Notice>
        }
      </Load>
    </Page>
  )
}

// The feed names an entry once for each time it comes back; the row to edit is the one that was written.
type Written = Entry & { entryId: string }

function Own({ plan, entries }: { plan: Plan; entries: Entry[] }) {
  const w = useWords(ownWords)
  const kinds = useWords(kindWords)
  const lang = useLang()
  const queries = useQueryClient()
  const written = [
    ...new Map(
      entries
        .filter((entry): entry is Written => Boolean(entry.isManual && entry.entryId))
        .map((entry) => [entry.entryId, entry]),
    ).values(),
  ]
  return (
    <Rows
      rows={written}
      addLabel={w.add}
      nameOf={(entry) => entry.title}
      draw={(entry) => (
        <>
          <strong lang={entry.lang}>{entry.title}</strong>
          <span className="soft">
            {' '}
            {kinds[entry.kind]} · {whenOf(entry, lang)}{' '}
            <HistoryLink type="timelineEntry" thing={{ id: entry.entryId, _links: entry._links }} name={entry.title} />
          </span>
        </>
      )}
      form={(entry, close) => <EntryForm plan={plan} entry={entry} onClose={close} />}
      onRemove={(entry) =>
        done(api.DELETE('/timelines/{id}', { params: { path: { id: entry.entryId }, header: ifMatch(entry) } })).then(
          () => refresh(queries, 'plan'),
        )
      }
    />
  )
}

type Values = {
  kind: string
  title: string
  description: string
  date: string
  end: string
  bodyId: string
  reference: string
  recurrence: string
  month: string
  times: string
}

type Recurrence = NonNullable<TimelineEntryInput['recurrence']>

const valuesOf = (entry: TimelineEntryInput | undefined): Values => ({
  kind: entry?.kind ?? 'meeting',
  title: entry?.title ?? '',
  description: entry?.description ?? '',
  date: writeDated(entry?.date),
  end: writeDated(entry?.end),
  bodyId: entry?.bodyId ?? '',
  reference: entry?.reference ?? '',
  recurrence: entry?.recurrence?.kind ?? 'none',
  month: String(entry?.recurrence?.month ?? ''),
  times: String(entry?.recurrence?.times ?? ''),
})

function recurrenceOf({ recurrence, month, times }: Values): Recurrence | undefined {
  if (recurrence === 'none') return undefined
  if (recurrence === 'perYear') return { kind: 'perYear', times: Number(times) || 0 }
  return { kind: recurrence as Recurrence['kind'], month: Number(month) || undefined }
}

function EntryForm({ plan, entry, onClose }: { plan: Plan; entry: Written | undefined; onClose: () => void }) {
  const w = useWords(ownWords)
  const kinds = useWords(kindWords)
  const ui = useWords(uiWords)
  const lang = useLang()
  const queries = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const bodies = (useBodies().data?.all ?? []).map((body) => ({ value: body.id, label: nameOf(body, lang) }))
  // Decisions have a room of their own; one that was written here before stays what it is.
  const offered = [
    'meeting',
    'event',
    'revision',
    ...(entry?.kind === 'decision' ? (['decision'] as const) : []),
  ] as const
  const kindOptions = offered.map((kind) => ({
    value: kind,
    label: kinds[kind],
  }))
  const recurrences = [
    { value: 'none', label: w.once },
    { value: 'yearly', label: w.yearly },
    { value: 'perYear', label: w.perYear },
    { value: 'termOfOffice', label: w.termOfOffice },
  ]
  const months = Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), label: formatMonth(at + 1, lang) }))
  const shown = (options: { value: string; label: string }[]) => (value: string) =>
    options.find((option) => option.value === value)?.label ?? ''
  const path = { id: entry?.entryId ?? '' }
  const input = (values: Values): TimelineEntryInput => ({
    planId: plan.id,
    key: entry?.key ?? `egen-${idempotencyKey.slice(0, 8)}`,
    kind: values.kind as TimelineEntryInput['kind'],
    title: values.title,
    description: values.description,
    date: parseDated(values.date),
    end: parseDated(values.end),
    bodyId: values.bodyId || undefined,
    reference: values.reference,
    recurrence: recurrenceOf(values),
    lang: entry?.lang ?? lang,
    source: entry?.source ?? 'municipality',
  })
  const editing = useEditing<Values>({
    name: `entry-${entry?.entryId ?? 'new'}`,
    initial: valuesOf(entry),
    version: entry?.version,
    fields: [
      { name: 'title', label: w.what },
      { name: 'kind', label: w.kind, show: shown(kindOptions) },
      { name: 'date', label: w.date },
      { name: 'end', label: w.end },
      { name: 'recurrence', label: w.recurs, show: shown(recurrences) },
      { name: 'month', label: w.month, show: shown(months) },
      { name: 'times', label: w.times },
      { name: 'bodyId', label: w.who, show: shown(bodies) },
      { name: 'reference', label: w.reference },
      { name: 'description', label: w.more, joinable: true },
    ],
    check: (values) =>
      Object.fromEntries(
        (['date', 'end'] as const)
          .filter((field) => values[field].trim() !== '' && !parseDated(values[field]))
          .map((field) => [field, ui.datedWrong]),
      ),
    save: (values, version) =>
      entry
        ? ask(api.PUT('/timelines/{id}', { params: { path, header: ifMatch({ version }) }, body: input(values) }))
        : ask(
            api.POST('/timelines', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body: input(values) }),
          ),
    fresh: entry
      ? async () => {
          const now = await ask(api.GET('/timelines/{id}', { params: { path } }))
          return { values: valuesOf(now), version: now.version }
        }
      : undefined,
    onSaved: () => void refresh(queries, 'plan').then(onClose),
  })
  const { recurrence } = editing.values
  return (
    <Frame editing={editing} label={entry ? w.change(entry.title) : w.add} onCancel={onClose}>
      <TextField {...editing.text('title')} maxLength={200} />
      <div className="editing-columns">
        <SelectField {...editing.text('kind')} empty={false} options={kindOptions} />
        <SelectField {...editing.text('bodyId')} optional empty={w.nobody} options={bodies} />
        <DatedField {...editing.text('date')} optional />
        {recurrence === 'none' && <DatedField {...editing.text('end')} optional />}
        <SelectField {...editing.text('recurrence')} empty={false} options={recurrences} />
        {(recurrence === 'yearly' || recurrence === 'termOfOffice') && (
          <SelectField {...editing.text('month')} empty={w.noMonth} options={months} />
        )}
        {recurrence === 'perYear' && (
          <TextField {...editing.text('times')} inputMode="numeric" className="ds-input field-short" />
        )}
        <TextField {...editing.text('reference')} optional />
      </div>
      <TextArea {...editing.text('description')} rows={4} optional />
    </Frame>
  )
}
