import { useQueryClient } from '@tanstack/react-query'
import { api, ask, ifMatch } from '../../../api/client'
import { refresh } from '../../../api/keys'
import type { Plan, PlanInput } from '../../../api/types'
import { parseDated, writeDated } from '../../../lib/dates'
import { useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { DatedField } from '../../../ui/DatedField'
import { Frame } from '../../../ui/editing/Frame'
import { type Editing, useEditing } from '../../../ui/editing/useEditing'
import { Checkbox, FieldGroup, SelectField, TextArea, TextField } from '../../../ui/Field'
import { words as uiWords } from '../../../ui/words'
import { useBodyOptions } from './options'
import { words } from './words'

type Values = Required<
  Pick<PlanInput, 'name' | 'decisionReference' | 'periodFrom' | 'periodTo' | 'adoptedTextUrl' | 'isSummary' | 'notice'>
> & {
  status: string
  ownerId: string
  documentOwnerId: string
  approvingBodyId: string
  parentId: string
  supersedesId: string
  /** Dates are kept as they are written: 2026, 2026-05 or 2026-05-04. */
  decisionDate: string
  documentDate: string
  revisionDates: string[]
  parts: { number: string; title: string }[]
  reportingIntervalDays: string
}

const isDate = (text: string): boolean => text.trim() === '' || parseDated(text) !== undefined

export function HeadForm({ plan, plans, onSaved }: { plan: Plan; plans: Plan[]; onSaved: () => void }) {
  const w = useWords(words)
  const ui = useWords(uiWords)
  const queries = useQueryClient()
  const bodies = useBodyOptions()
  const others = plans.filter(({ id }) => id !== plan.id).map(({ id, name }) => ({ value: id, label: name }))
  const named = (options: { value: string; label: string }[]) => (value: unknown) =>
    options.find((option) => option.value === value)?.label ?? w.none
  const statuses = [
    { value: 'draft', label: w.draft },
    { value: 'published', label: w.published },
  ]
  const params = { path: { id: plan.id } }
  const editing = useEditing<Values>({
    name: 'plan',
    initial: valuesOf(plan),
    version: plan.version,
    fields: [
      { name: 'name', label: w.name },
      { name: 'status', label: w.status, show: named(statuses) },
      { name: 'periodFrom', label: w.periodFrom },
      { name: 'periodTo', label: w.periodTo },
      { name: 'ownerId', label: w.owner, show: named(bodies) },
      { name: 'documentOwnerId', label: w.documentOwner, show: named(bodies) },
      { name: 'approvingBodyId', label: w.approvingBody, show: named(bodies) },
      { name: 'decisionDate', label: w.decisionDate },
      { name: 'decisionReference', label: w.decisionReference },
      { name: 'documentDate', label: w.documentDate },
      { name: 'revisionDates', label: w.revisionDates, show: (value) => (value as string[]).join(', ') },
      { name: 'isSummary', label: w.planIsSummary, show: (value) => (value ? w.yes : w.no) },
      { name: 'adoptedTextUrl', label: w.adoptedTextUrl },
      { name: 'notice', label: w.notice, joinable: true },
      { name: 'parentId', label: w.parent, show: named(others) },
      { name: 'supersedesId', label: w.supersedes, show: named(others) },
      {
        name: 'parts',
        label: w.parts,
        show: (value) => (value as Values['parts']).map(({ number, title }) => `${number}. ${title}`).join('\n'),
      },
      { name: 'reportingIntervalDays', label: w.interval },
    ],
    check: ({ decisionDate, documentDate, revisionDates }) => ({
      ...(isDate(decisionDate) ? {} : { decisionDate: ui.datedWrong }),
      ...(isDate(documentDate) ? {} : { documentDate: ui.datedWrong }),
      ...(revisionDates.every(isDate) ? {} : { revisionDates: ui.datedWrong }),
    }),
    why: true,
    save: (values, version, note) =>
      ask(
        api.PUT('/plans/{id}', {
          params: { ...params, header: ifMatch({ version, note }) },
          body: inputOf(plan, values),
        }),
      ),
    fresh: async () => {
      const now = await ask(api.GET('/plans/{id}', { params }))
      return { values: valuesOf(now), version: now.version }
    },
    onSaved: () => void refresh(queries, 'plan').then(onSaved),
  })
  const { text, other, values, set } = editing
  return (
    <Frame editing={editing} label={w.editPlan}>
      <TextField {...text('name')} maxLength={200} />
      <SelectField {...text('status')} empty={false} options={statuses} />
      <div className="editing-columns">
        <TextField {...text('periodFrom')} type="date" className="ds-input field-short" optional />
        <TextField {...text('periodTo')} type="date" className="ds-input field-short" optional />
        <SelectField {...text('ownerId')} empty={w.none} options={bodies} />
        <SelectField {...text('documentOwnerId')} empty={w.none} options={bodies} />
        <SelectField {...text('approvingBodyId')} empty={w.none} options={bodies} />
      </div>
      <div className="editing-columns">
        <DatedField {...text('decisionDate')} optional />
        <TextField {...text('decisionReference')} optional maxLength={100} />
        <DatedField {...text('documentDate')} optional />
      </div>
      <Revisions editing={editing} />
      <Checkbox
        id={other('isSummary').id}
        label={w.planIsSummary}
        checked={values.isSummary}
        onChange={({ target }) => set({ isSummary: target.checked })}
      />
      <TextField {...text('adoptedTextUrl')} type="url" optional />
      <TextArea {...text('notice')} rows={4} optional />
      {others.length > 0 && (
        <div className="editing-columns">
          <SelectField {...text('parentId')} empty={w.none} options={others} />
          <SelectField {...text('supersedesId')} empty={w.none} options={others} />
        </div>
      )}
      <Parts editing={editing} />
      <TextField {...text('reportingIntervalDays')} inputMode="numeric" className="ds-input field-short" />
    </Frame>
  )
}

function Revisions({ editing: { values, set, other } }: { editing: Editing<Values> }) {
  const w = useWords(words)
  const { id, label, error } = other('revisionDates')
  const dates = values.revisionDates
  return (
    <FieldGroup legend={label} id={id} error={error}>
      {dates.map((value, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a date has no other name than its place
        <div key={place} className="plan-repeat plan-repeat-one">
          <DatedField
            label={w.revision(place + 1)}
            value={value}
            onChange={({ target }) => set({ revisionDates: dates.with(place, target.value) })}
          />
          <Button
            variant="secondary"
            aria-label={w.removeRevision(place + 1)}
            onClick={() => set({ revisionDates: dates.toSpliced(place, 1) })}
          >
            {w.remove}
          </Button>
        </div>
      ))}
      <p>
        <Button variant="secondary" onClick={() => set({ revisionDates: [...dates, ''] })}>
          {w.addRevision}
        </Button>
      </p>
    </FieldGroup>
  )
}

function Parts({ editing: { values, set, other } }: { editing: Editing<Values> }) {
  const w = useWords(words)
  const { id, label, error } = other('parts')
  const parts = values.parts
  return (
    <FieldGroup legend={label} id={id} error={error}>
      {parts.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part being written has no other name than its place
        <div key={place} className="plan-repeat">
          <TextField
            label={w.partNumber(place + 1)}
            inputMode="numeric"
            value={part.number}
            onChange={({ target }) => set({ parts: parts.with(place, { ...part, number: target.value }) })}
          />
          <TextField
            label={w.partTitle(place + 1)}
            maxLength={200}
            value={part.title}
            onChange={({ target }) => set({ parts: parts.with(place, { ...part, title: target.value }) })}
          />
          <Button
            variant="secondary"
            aria-label={w.removePart(place + 1)}
            onClick={() => set({ parts: parts.toSpliced(place, 1) })}
          >
            {w.remove}
          </Button>
        </div>
      ))}
      <p>
        <Button
          variant="secondary"
          onClick={() => set({ parts: [...parts, { number: String(parts.length + 1), title: '' }] })}
        >
          {w.addPart}
        </Button>
      </p>
    </FieldGroup>
  )
}

const valuesOf = (plan: Plan): Values => ({
  name: plan.name,
  status: plan.status,
  ownerId: plan.ownerId ?? '',
  documentOwnerId: plan.documentOwnerId ?? '',
  approvingBodyId: plan.approvingBodyId ?? '',
  decisionDate: writeDated(plan.decisionDate),
  decisionReference: plan.decisionReference ?? '',
  documentDate: writeDated(plan.documentDate),
  revisionDates: (plan.revisionDates ?? []).map(writeDated),
  periodFrom: plan.periodFrom ?? '',
  periodTo: plan.periodTo ?? '',
  parentId: plan.parentId ?? '',
  supersedesId: plan.supersedesId ?? '',
  adoptedTextUrl: plan.adoptedTextUrl ?? '',
  isSummary: plan.isSummary,
  notice: plan.notice ?? '',
  parts: (plan.parts ?? []).map(({ number, title }) => ({ number: String(number), title })),
  reportingIntervalDays: String(plan.reportingIntervalDays ?? ''),
})

// What the form does not show (key, language, root, source) goes back as it was.
const inputOf = ({ key, lang, rootBodyId, source }: Plan, values: Values): PlanInput => ({
  ...values,
  key,
  lang,
  rootBodyId,
  source,
  status: values.status as PlanInput['status'],
  ownerId: values.ownerId || undefined,
  documentOwnerId: values.documentOwnerId || undefined,
  approvingBodyId: values.approvingBodyId || undefined,
  periodFrom: values.periodFrom || undefined,
  periodTo: values.periodTo || undefined,
  parentId: values.parentId || undefined,
  supersedesId: values.supersedesId || undefined,
  decisionDate: parseDated(values.decisionDate),
  documentDate: parseDated(values.documentDate),
  revisionDates: values.revisionDates.flatMap((text) => parseDated(text) ?? []),
  parts: values.parts.map(({ number, title }) => ({ number: Math.trunc(Number(number)) || 0, title })),
  reportingIntervalDays: Math.trunc(Number(values.reportingIntervalDays)) || undefined,
})
