import { useQueryClient } from '@tanstack/react-query'
import { check, minLength, object, pipe, regex, string } from 'valibot'
import { api, ask, done, ifMatch } from '../../../api/client'
import { refresh } from '../../../api/keys'
import type { Activity, Responsibility, ResponsibilityInput } from '../../../api/types'
import { parseDated, writeDated } from '../../../lib/dates'
import { nameOf, useLang, useWords } from '../../../lib/i18n'
import { DatedField } from '../../../ui/DatedField'
import { Rows } from '../../../ui/editing/Rows'
import { RadioGroup, SelectField, TextField } from '../../../ui/Field'
import { DatedText, SourceBadge } from '../../../ui/small'
import { words as uiWords } from '../../../ui/words'
import { useBodies } from '../../boards/queries'
import { roles } from '../detail/answers'
import { roleWords } from '../detail/words'
import { EditorForm } from './EditorForm'
import { useEditor } from './form'
import { SourceField } from './SourceField'
import { rowWords, words } from './words'

type Values = { who: string; role: string; from: string; to: string; position: string; source: string }

const rule = 'allBoards'

const valuesOf = (row: Responsibility | undefined): Values => ({
  who: row?.bodyId ?? row?.rule ?? '',
  role: row?.role ?? 'answerable',
  from: writeDated(row?.from),
  to: writeDated(row?.to),
  position: String(row?.position ?? 1),
  source: row?.source ?? 'municipality',
})

const inputOf = (values: Values): ResponsibilityInput => ({
  ...(values.who === rule ? { rule } : { bodyId: values.who }),
  role: values.role as ResponsibilityInput['role'],
  from: parseDated(values.from),
  to: parseDated(values.to),
  position: Number(values.position),
  source: values.source as ResponsibilityInput['source'],
})

/** Who answers, row by row, each with a version of its own. */
export default function ResponsibilitiesForm({ activity }: { activity: Activity }) {
  const r = useWords(rowWords)
  const say = useWords(roleWords)
  const lang = useLang()
  const queries = useQueryClient()
  const known = useBodies().data?.byId
  const name = (row: Responsibility) => (row.bodyId ? nameOf(known?.get(row.bodyId), lang) : r.allBoards)
  const own = (activity.responsibilities ?? []).filter((row) => row.activityId === activity.id)
  return (
    <Rows
      rows={own}
      nameOf={name}
      draw={(row) => (
        <>
          <strong>{name(row)}</strong>, {say[row.role].toLowerCase()} <SourceBadge source={row.source} />
          {(row.from || row.to) && (
            <span className="soft">
              {' '}
              {row.from && <DatedText dated={row.from} />} – {row.to && <DatedText dated={row.to} />}
            </span>
          )}
        </>
      )}
      form={(row, close) => <RowForm key={row?.id} activityId={activity.id} row={row} onClose={close} />}
      addLabel={r.addResponsibility}
      onRemove={async (row) => {
        const path = { id: activity.id, responsibilityId: row.id }
        await done(
          api.DELETE('/activities/{id}/responsibilities/{responsibilityId}', {
            params: { path, header: ifMatch(row) },
          }),
        )
        await refresh(queries, 'plan')
      }}
    />
  )
}

type RowProps = { activityId: string; row: Responsibility | undefined; onClose: () => void }

function RowForm({ activityId, row, onClose }: RowProps) {
  const r = useWords(rowWords)
  const w = useWords(words)
  const ui = useWords(uiWords)
  const say = useWords(roleWords)
  const lang = useLang()
  const queries = useQueryClient()
  const bodies = useBodies().data?.all ?? []
  const nameById = (id: string) =>
    id === rule
      ? r.allBoards
      : nameOf(
          bodies.find((body) => body.id === id),
          lang,
        )
  const dated = pipe(
    string(),
    check((text) => text.trim() === '' || parseDated(text) !== undefined, ui.datedWrong),
  )
  const path = { id: activityId, responsibilityId: row?.id ?? '' }
  const editor = useEditor<Values>({
    name: `responsibility-${row?.id ?? activityId}`,
    initial: valuesOf(row),
    version: row?.version,
    schema: object({
      who: pipe(string(), minLength(1, w.fillIn)),
      role: string(),
      from: dated,
      to: dated,
      position: pipe(string(), regex(/^\d{1,3}$/, r.wholeNumber)),
      source: string(),
    }),
    fields: [
      { name: 'who', label: r.who, show: nameById },
      { name: 'role', label: r.role, show: (role) => say[role as keyof typeof say] },
      { name: 'from', label: r.from },
      { name: 'to', label: r.to },
      { name: 'position', label: r.position },
      { name: 'source', label: w.source },
    ],
    apiNames: { bodyId: 'who', rule: 'who' },
    why: true,
    save: (values, { version, idempotencyKey, note }) => {
      const body = inputOf(values)
      if (row) {
        const params = { path, header: ifMatch({ version, note }) }
        return ask(api.PUT('/activities/{id}/responsibilities/{responsibilityId}', { params, body }))
      }
      const params = { path: { id: activityId }, header: { 'Idempotency-Key': idempotencyKey } }
      return ask(api.POST('/activities/{id}/responsibilities', { params, body }))
    },
    fresh:
      row &&
      (async () => {
        const theirs = await ask(api.GET('/activities/{id}/responsibilities/{responsibilityId}', { params: { path } }))
        return { values: valuesOf(theirs), version: theirs.version }
      }),
    onSaved: () => {
      void refresh(queries, 'plan')
      onClose()
    },
  })
  const options = [
    { value: rule, label: r.allBoards },
    ...bodies.map((body) => ({ value: body.id, label: nameOf(body, lang) })),
  ]
  return (
    <EditorForm editor={editor} submitLabel={w.save} onCancel={onClose}>
      <SelectField label={r.who} options={options} {...editor.field('who')} />
      <RadioGroup
        legend={r.role}
        options={roles.map((role) => ({ value: role, label: say[role] }))}
        {...editor.choice('role')}
      />
      <DatedField label={r.from} optional {...editor.field('from')} />
      <DatedField label={r.to} optional {...editor.field('to')} />
      <TextField
        label={r.position}
        help={r.positionHelp}
        inputMode="numeric"
        className="ds-input field-short"
        {...editor.field('position')}
      />
      <SourceField label={w.source} {...editor.field('source')} />
    </EditorForm>
  )
}
