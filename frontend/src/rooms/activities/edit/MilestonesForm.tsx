import { useQueryClient } from '@tanstack/react-query'
import { check, forward, minLength, object, pipe, string } from 'valibot'
import { api, ask, done, ifMatch } from '../../../api/client'
import { refresh } from '../../../api/keys'
import type { Activity, Milestone, MilestoneInput } from '../../../api/types'
import { formatMonth, parseDated, today, writeDated } from '../../../lib/dates'
import { langOf, useLang, useWords } from '../../../lib/i18n'
import { DatedField } from '../../../ui/DatedField'
import { Rows } from '../../../ui/editing/Rows'
import { SelectField, TextField } from '../../../ui/Field'
import { Load } from '../../../ui/Load'
import { DatedText, SourceBadge } from '../../../ui/small'
import { words as uiWords } from '../../../ui/words'
import { useMilestones } from '../detail/queries'
import { sayRecurrence } from '../detail/Road'
import { EditorForm } from './EditorForm'
import { useEditor } from './form'
import { SourceField } from './SourceField'
import { slug } from './slug'
import { rowWords, words } from './words'

type Values = {
  title: string
  due: string
  recurrence: string
  month: string
  times: string
  doneOn: string
  source: string
}
type Kind = NonNullable<MilestoneInput['recurrence']>['kind']

const valuesOf = (row: Milestone | undefined): Values => ({
  title: row?.title ?? '',
  due: writeDated(row?.due),
  recurrence: row?.recurrence?.kind ?? 'none',
  month: row?.recurrence?.month ? String(row.recurrence.month) : '',
  times: String(row?.recurrence?.times ?? 2),
  doneOn: row?.doneOn ?? '',
  source: row?.source ?? 'municipality',
})

function inputOf(values: Values, key: string): MilestoneInput {
  const kind = values.recurrence as Kind
  const recurrence =
    kind === 'none'
      ? undefined
      : kind === 'perYear'
        ? { kind, times: Number(values.times) }
        : { kind, month: values.month ? Number(values.month) : undefined }
  return {
    key,
    title: values.title.trim(),
    due: parseDated(values.due),
    recurrence,
    doneOn: values.doneOn || undefined,
    source: values.source as MilestoneInput['source'],
  }
}

/** The milestones, row by row, each with a version of its own. */
export default function MilestonesForm({ activity }: { activity: Activity }) {
  const r = useWords(rowWords)
  const lang = useLang()
  const queries = useQueryClient()
  const milestones = useMilestones(activity.id)
  return (
    <Load of={milestones} lines={3}>
      {(rows) => (
        <Rows
          rows={rows}
          nameOf={(row) => row.title}
          draw={(row) => (
            <>
              <strong lang={langOf(activity, lang)}>{row.title}</strong>,{' '}
              {row.recurrence && row.recurrence.kind !== 'none' ? (
                <span className="soft">{sayRecurrence(row.recurrence, lang)}</span>
              ) : (
                <span className="soft">
                  <DatedText dated={row.due} />
                </span>
              )}{' '}
              <SourceBadge source={row.source} />
            </>
          )}
          form={(row, close) => (
            <RowForm
              key={row?.id}
              activityId={activity.id}
              row={row}
              taken={rows.map(({ key }) => key)}
              onClose={close}
            />
          )}
          addLabel={r.addMilestone}
          onRemove={async (row) => {
            const path = { id: activity.id, milestoneId: row.id }
            await done(
              api.DELETE('/activities/{id}/milestones/{milestoneId}', { params: { path, header: ifMatch(row) } }),
            )
            await refresh(queries, 'plan')
          }}
        />
      )}
    </Load>
  )
}

type RowProps = { activityId: string; row: Milestone | undefined; taken: string[]; onClose: () => void }

function RowForm({ activityId, row, taken, onClose }: RowProps) {
  const r = useWords(rowWords)
  const w = useWords(words)
  const ui = useWords(uiWords)
  const lang = useLang()
  const queries = useQueryClient()
  const kinds: Record<Kind, string> = {
    none: r.recursNone,
    yearly: r.recursYearly,
    perYear: r.recursPerYear,
    termOfOffice: r.recursTerm,
  }
  const path = { id: activityId, milestoneId: row?.id ?? '' }
  const editor = useEditor<Values>({
    name: `milestone-${row?.id ?? activityId}`,
    initial: valuesOf(row),
    version: row?.version,
    schema: pipe(
      object({
        title: pipe(string(), minLength(1, w.fillIn)),
        due: pipe(
          string(),
          check((text) => text.trim() === '' || parseDated(text) !== undefined, ui.datedWrong),
        ),
        recurrence: string(),
        month: string(),
        times: string(),
        doneOn: string(),
        source: string(),
      }),
      forward(
        check(({ recurrence, times }) => recurrence !== 'perYear' || /^([1-9]|1[0-2])$/.test(times), r.timesWrong),
        ['times'],
      ),
    ),
    fields: [
      { name: 'title', label: r.milestone },
      { name: 'due', label: r.due },
      { name: 'recurrence', label: r.recurs, show: (kind) => kinds[kind as Kind] },
      { name: 'month', label: r.month },
      { name: 'times', label: r.times },
      { name: 'doneOn', label: r.doneOn },
      { name: 'source', label: w.source },
    ],
    apiNames: {
      'recurrence.kind': 'recurrence',
      'recurrence.month': 'month',
      'recurrence.times': 'times',
      key: 'title',
    },
    why: true,
    save: (values, { version, idempotencyKey, note }) => {
      const body = inputOf(values, row?.key ?? slug(values.title, taken))
      if (row) {
        const params = { path, header: ifMatch({ version, note }) }
        return ask(api.PUT('/activities/{id}/milestones/{milestoneId}', { params, body }))
      }
      const params = { path: { id: activityId }, header: { 'Idempotency-Key': idempotencyKey } }
      return ask(api.POST('/activities/{id}/milestones', { params, body }))
    },
    fresh:
      row &&
      (async () => {
        const theirs = await ask(api.GET('/activities/{id}/milestones/{milestoneId}', { params: { path } }))
        return { values: valuesOf(theirs), version: theirs.version }
      }),
    onSaved: () => {
      void refresh(queries, 'plan')
      onClose()
    },
  })
  const { recurrence } = editor.values
  const months = Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), label: formatMonth(at + 1, lang) }))
  return (
    <EditorForm editor={editor} submitLabel={w.save} onCancel={onClose}>
      <TextField label={r.milestone} maxLength={200} {...editor.field('title')} />
      <DatedField label={r.due} optional {...editor.field('due')} />
      <SelectField
        label={r.recurs}
        empty={false}
        options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        {...editor.field('recurrence')}
      />
      {(recurrence === 'yearly' || recurrence === 'termOfOffice') && (
        <SelectField label={r.month} empty={r.noMonth} options={months} {...editor.field('month')} />
      )}
      {recurrence === 'perYear' && (
        <TextField label={r.times} inputMode="numeric" className="ds-input field-short" {...editor.field('times')} />
      )}
      {recurrence === 'none' && (
        <TextField
          type="date"
          label={r.doneOn}
          optional
          max={today()}
          className="ds-input field-short"
          {...editor.field('doneOn')}
        />
      )}
      <SourceField label={w.source} {...editor.field('source')} />
    </EditorForm>
  )
}
