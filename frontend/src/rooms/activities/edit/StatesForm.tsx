import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { check, forward, object, pipe, string } from 'valibot'
import { api, ask, ifMatch, may } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { sayProblem } from '../../../api/problem'
import type { Activity } from '../../../api/types'
import { formatDated, formatDay, parseDated, today } from '../../../lib/dates'
import { useLang, useWords, type Words } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { DatedField } from '../../../ui/DatedField'
import { RadioGroup, SelectField, TextArea, TextField } from '../../../ui/Field'
import { SaveState } from '../../../ui/small'
import { stateWords, words as uiWords } from '../../../ui/words'
import { usePlanActivities } from '../queries'
import { DeskHead, EditorForm } from './EditorForm'
import { useEditor } from './form'
import { stateFormWords, words } from './words'

const verbs = ['complete', 'overrideStatus', 'cancel', 'merge'] as const
type Verb = (typeof verbs)[number]
type Values = {
  verb: string
  doneOn: string
  status: string
  reason: string
  until: string
  on: string
  intoId: string
}

const initial: Values = { verb: '', doneOn: '', status: '', reason: '', until: '', on: '', intoId: '' }
const settable = ['onTrack', 'atRisk', 'late', 'notStarted', 'noInformation'] as const

/** The coordinator says what reports and dates cannot: done, another state, cancelled, part of another. */
export default function StatesForm({ activity, onClose }: { activity: Activity; onClose: () => void }) {
  const s = useWords(stateFormWords)
  const [savedAt, setSavedAt] = useState<Date>()
  return (
    <>
      <DeskHead title={s.title} onClose={onClose} />
      <p className="soft">{s.lead}</p>
      {savedAt && (
        <p>
          {s.savedText} <SaveState saving={{ status: 'saved', at: savedAt }} />
        </p>
      )}
      <Standing activity={activity} onSaved={() => setSavedAt(new Date())} />
      <Choosing activity={activity} onClose={onClose} onSaved={() => setSavedAt(new Date())} />
    </>
  )
}

function rules(s: Words<typeof stateFormWords>, w: Words<typeof words>, dated: string) {
  const needs = (verb: Verb, field: keyof Values) => (values: Values) =>
    values.verb !== verb || values[field].trim() !== ''
  return pipe(
    object({
      verb: string(),
      doneOn: string(),
      status: string(),
      reason: string(),
      until: string(),
      on: string(),
      intoId: string(),
    }),
    forward(
      check(({ verb }) => verb !== '', w.fillIn),
      ['verb'],
    ),
    forward(
      check(({ verb, doneOn }) => verb !== 'complete' || parseDated(doneOn) !== undefined, dated),
      ['doneOn'],
    ),
    forward(check(needs('overrideStatus', 'status'), w.fillIn), ['status']),
    forward(check(needs('overrideStatus', 'reason'), w.fillIn), ['reason']),
    forward(check(needs('cancel', 'reason'), w.fillIn), ['reason']),
    forward(check(needs('cancel', 'on'), w.fillIn), ['on']),
    forward(check(needs('merge', 'intoId'), w.fillIn), ['intoId']),
    forward(
      check(({ verb, until }) => verb !== 'overrideStatus' || until === '' || until >= today(), s.untilPast),
      ['until'],
    ),
  )
}

type ChoosingProps = { activity: Activity; onClose: () => void; onSaved: () => void }

function Choosing({ activity, onClose, onSaved }: ChoosingProps) {
  const s = useWords(stateFormWords)
  const w = useWords(words)
  const ui = useWords(uiWords)
  const states = useWords(stateWords)
  const queries = useQueryClient()
  const others = (usePlanActivities(activity.planId).data ?? []).filter(
    (other) => other.id !== activity.id && !other.mergedIntoId,
  )
  const editor = useEditor<Values>({
    name: `states-${activity.id}`,
    initial: { ...initial, doneOn: today(), on: today() },
    schema: rules(s, w, ui.datedWrong),
    fields: [
      { name: 'verb', label: s.verb },
      { name: 'doneOn', label: s.doneOn },
      { name: 'status', label: s.status },
      { name: 'reason', label: s.reason },
      { name: 'until', label: s.until },
      { name: 'on', label: s.cancelledOn },
      { name: 'intoId', label: s.into },
    ],
    why: true,
    save: (values, { note }) => carryOut(activity, values, note),
    onStale: () => void refresh(queries, 'plan'),
    onSaved: () => {
      void refresh(queries, 'plan')
      onSaved()
    },
  })
  const { verb } = editor.values
  return (
    <EditorForm editor={editor} submitLabel={s.submit} onCancel={onClose}>
      <RadioGroup
        legend={s.verb}
        options={verbs.filter((rel) => may(activity, rel)).map((rel) => ({ value: rel, label: s[rel] }))}
        {...editor.choice('verb')}
      />
      {verb === 'complete' && <DatedField label={s.doneOn} {...editor.field('doneOn')} />}
      {verb === 'overrideStatus' && (
        <SelectField
          label={s.status}
          options={settable.map((state) => ({ value: state, label: states[state] }))}
          {...editor.field('status')}
        />
      )}
      {verb === 'cancel' && (
        <TextField type="date" label={s.cancelledOn} className="ds-input field-short" {...editor.field('on')} />
      )}
      {(verb === 'overrideStatus' || verb === 'cancel') && (
        <TextArea label={s.reason} help={s.reasonHelp} rows={3} maxLength={500} {...editor.field('reason')} />
      )}
      {verb === 'overrideStatus' && (
        <TextField
          type="date"
          label={s.until}
          help={s.untilHelp}
          optional
          min={today()}
          className="ds-input field-short"
          {...editor.field('until')}
        />
      )}
      {verb === 'merge' && (
        <SelectField
          label={s.into}
          options={others.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
          {...editor.field('intoId')}
        />
      )}
    </EditorForm>
  )
}

function carryOut(activity: Activity, { verb, ...values }: Values, note: string): Promise<unknown> {
  const params = { path: { id: activity.id }, header: ifMatch({ version: activity.version, note }) }
  const reason = values.reason.trim()
  switch (verb as Verb) {
    case 'complete': {
      const on = parseDated(values.doneOn) ?? { day: today(), precision: 'day' as const }
      return ask(api.PUT('/activities/{id}/completion', { params, body: { on } }))
    }
    case 'overrideStatus': {
      const status = values.status as (typeof settable)[number]
      const body = { status, reason, until: values.until || undefined }
      return ask(api.PUT('/activities/{id}/status-override', { params, body }))
    }
    case 'cancel':
      return ask(api.PUT('/activities/{id}/cancellation', { params, body: { on: values.on, reason } }))
    case 'merge':
      return ask(api.PUT('/activities/{id}/merger', { params, body: { intoId: values.intoId } }))
  }
}

/** What has been set by hand, each with its way back. */
function Standing({ activity, onSaved }: { activity: Activity; onSaved: () => void }) {
  const s = useWords(stateFormWords)
  const states = useWords(stateWords)
  const lang = useLang()
  const queries = useQueryClient()
  const params = { path: { id: activity.id }, header: ifMatch(activity) }
  const undo = useMutation({
    mutationFn: (send: () => Promise<unknown>) => send(),
    onSuccess: onSaved,
    onSettled: () => refresh(queries, 'plan'),
  })
  const { doneOn, statusOverride: override, cancelledOn } = activity
  const standing = [
    doneOn &&
      may(activity, 'complete') && {
        text: `${s.doneOn} ${formatDated(doneOn, lang)}`,
        label: s.undoComplete,
        send: () => ask(api.DELETE('/activities/{id}/completion', { params })),
      },
    override &&
      may(activity, 'overrideStatus') && {
        text: `${states[override.status]}: ${override.reason}`,
        label: s.undoOverride,
        send: () => ask(api.DELETE('/activities/{id}/status-override', { params })),
      },
    cancelledOn &&
      may(activity, 'cancel') && {
        text: `${s.cancelledOn} ${formatDay(cancelledOn, lang)}`,
        label: s.undoCancel,
        send: () => ask(api.DELETE('/activities/{id}/cancellation', { params })),
      },
  ].filter((one) => one !== undefined && one !== false && one !== '')
  if (standing.length === 0) return null
  return (
    <ul className="plain-list stack-small">
      {standing.map(({ text, label, send }) => (
        <li key={label} className="editable-row">
          <span>{text}</span>
          <Button variant="secondary" aria-disabled={undo.isPending || undefined} onClick={() => undo.mutate(send)}>
            {label}
          </Button>
        </li>
      ))}
      {undo.isError && <li role="alert">{sayProblem(undo.error, lang)}</li>}
    </ul>
  )
}
