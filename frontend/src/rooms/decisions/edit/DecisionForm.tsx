import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api, ask, because, done, ifMatch, may, newIdempotencyKey } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { ApiProblem } from '../../../api/problem'
import type { Decision } from '../../../api/types'
import { parseDated } from '../../../lib/dates'
import { go } from '../../../lib/guardedLocation'
import { nameLang, nameOf, useLang, useWords } from '../../../lib/i18n'
import { usePaths } from '../../../paths'
import { DatedField } from '../../../ui/DatedField'
import { Ask } from '../../../ui/editing/Ask'
import { Frame } from '../../../ui/editing/Frame'
import { ListField } from '../../../ui/editing/ListField'
import { type Editing, useEditing } from '../../../ui/editing/useEditing'
import { Checkbox, SelectField, TextArea, TextField } from '../../../ui/Field'
import { words as uiWords } from '../../../ui/words'
import { useBodies } from '../../boards/queries'
import { usePlan } from '../../plans/queries'
import { askDecision } from '../queries'
import { outcomeWords } from '../words'
import { ConcernsField, useThings } from './ConcernsField'
import { emptyDecision, inputOf, type Values, valuesOf } from './values'
import { formWords } from './words'

type Props = {
  /** None when a new one is entered. */
  decision?: Decision
  onClose: (made?: Decision) => void
}

/** Enters a decision, or changes one where it stands. */
export default function DecisionForm({ decision, onClose }: Props) {
  const w = useWords(formWords)
  const lang = useLang()
  const plan = usePlan().data
  const bodies = (useBodies().data?.all ?? []).map((body) => ({
    value: body.id,
    label: nameOf(body, lang),
    lang: nameLang(body, lang),
  }))
  const planId = decision?.planId ?? plan?.id
  const editing = useDecisionEditing(decision, planId ?? '', onClose, bodies)
  if (!planId) return null
  return (
    <>
      <Frame editing={editing} label={decision ? w.editTitle : w.newTitle} onCancel={() => onClose()}>
        {decision && <p className="small soft">{w.public}</p>}
        <TextField {...editing.text('title')} maxLength={200} />
        <div className="editing-columns">
          <SelectField {...editing.text('bodyId')} empty={w.noBody} options={bodies} />
          <DatedField {...editing.text('date')} optional />
          <TextField {...editing.text('registrationNumber')} maxLength={100} optional autoComplete="off" />
        </div>
        <TextArea {...editing.text('text')} rows={5} help={w.textHelp} optional />
        <Motions editing={editing} />
        <Reservations editing={editing} />
        <div className="editing-columns">
          <DatedField {...editing.text('reportBack')} optional />
          <DatedField {...editing.text('reportedBack')} optional />
        </div>
        <ConcernsField
          {...editing.other('concerns')}
          planId={planId}
          value={editing.values.concerns}
          onChange={(concerns) => editing.set({ concerns })}
        />
        {decision?.source === 'interpretation' && (
          <Checkbox
            id="decision-confirmed"
            label={w.confirmed}
            checked={editing.values.confirmed}
            onChange={({ target }) => editing.set({ confirmed: target.checked })}
          />
        )}
      </Frame>
      {decision && may(decision, 'delete') && <Delete decision={decision} />}
    </>
  )
}

function useDecisionEditing(
  decision: Decision | undefined,
  planId: string,
  onClose: Props['onClose'],
  bodies: { value: string; label: string }[],
): Editing<Values> {
  const w = useWords(formWords)
  const outcome = useWords(outcomeWords)
  const ui = useWords(uiWords)
  const lang = useLang()
  const queries = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const made = useRef<Decision>(undefined)
  const things = useThings(planId).flatMap(({ options }) => options)
  const path = { id: decision?.id ?? '' }
  const kept = decision ?? {
    planId,
    key: `beslut-${idempotencyKey.slice(0, 8)}`,
    lang,
    source: 'municipality' as const,
  }
  return useEditing<Values>({
    name: 'decision',
    initial: decision ? valuesOf(decision) : emptyDecision,
    version: decision?.version,
    fields: [
      { name: 'title', label: w.title },
      { name: 'bodyId', label: w.bodyId, show: (id) => bodies.find(({ value }) => value === id)?.label ?? '' },
      { name: 'date', label: w.date },
      { name: 'registrationNumber', label: w.registrationNumber },
      { name: 'text', label: w.text, joinable: true },
      {
        name: 'motions',
        label: w.motions,
        rows: true,
        show: (all) =>
          (all as Values['motions']).map((one) => `${one.movedBy}: ${one.text} (${outcome[one.outcome]})`).join('\n'),
      },
      {
        name: 'reservations',
        label: w.reservations,
        rows: true,
        show: (all) => (all as Values['reservations']).map(({ by, text }) => `${by}: ${text ?? ''}`).join('\n'),
      },
      { name: 'reportBack', label: w.reportBack },
      { name: 'reportedBack', label: w.reportedBack },
      {
        name: 'concerns',
        label: w.concerns,
        show: (names) =>
          (names as string[]).map((name) => things.find(({ value }) => value === name)?.label ?? name).join('\n'),
      },
      { name: 'confirmed', label: w.confirmed, show: (yes) => (yes ? w.yes : w.no) },
    ],
    check: (values) =>
      Object.fromEntries(
        (['date', 'reportBack', 'reportedBack'] as const)
          .filter((field) => values[field].trim() !== '' && !parseDated(values[field]))
          .map((field) => [field, ui.datedWrong]),
      ),
    why: true,
    save: async (values, version, note) => {
      const body = inputOf(values, kept)
      made.current = await (decision
        ? ask(api.PUT('/decisions/{id}', { params: { path, header: ifMatch({ version, note }) }, body }))
        : ask(
            api.POST('/decisions', {
              params: { header: { 'Idempotency-Key': idempotencyKey, ...because(note) } },
              body,
            }),
          ))
    },
    fresh: decision
      ? async () => {
          const now = await askDecision(decision.id)
          return { values: valuesOf(now), version: now.version }
        }
      : undefined,
    onSaved: () => void refresh(queries, 'plan').then(() => onClose(made.current)),
  })
}

type FieldProps = { editing: Editing<Values> }

function Motions({ editing }: FieldProps) {
  const w = useWords(formWords)
  const say = useWords(outcomeWords)
  const outcomes = (['carried', 'rejected', 'withdrawn'] as const).map((value) => ({ value, label: say[value] }))
  const field = (at: number, part: string) => ({
    id: `decision-motions[${at}].${part}`,
    error: editing.errorAt(`motions[${at}].${part}`),
  })
  return (
    <ListField
      id="decision-motions"
      legend={w.motions}
      rows={editing.values.motions}
      empty={{ movedBy: '', text: '', outcome: 'carried' } as Values['motions'][number]}
      rowLegend={w.motionNumber}
      addLabel={w.addMotion}
      removeLabel={w.removeMotion}
      error={editing.errorAt('motions')}
      onChange={(motions) => editing.set({ motions })}
      draw={(motion, at, change) => (
        <div className="editing-columns">
          <TextField
            {...field(at, 'movedBy')}
            data-first
            label={w.movedBy}
            value={motion.movedBy}
            onChange={({ target }) => change({ movedBy: target.value })}
          />
          <SelectField
            {...field(at, 'outcome')}
            label={w.outcome}
            empty={false}
            options={outcomes}
            value={motion.outcome}
            onChange={({ target }) => change({ outcome: target.value as typeof motion.outcome })}
          />
          <TextArea
            {...field(at, 'text')}
            label={w.motionText}
            rows={2}
            value={motion.text}
            onChange={({ target }) => change({ text: target.value })}
          />
        </div>
      )}
    />
  )
}

function Reservations({ editing }: FieldProps) {
  const w = useWords(formWords)
  const field = (at: number, part: string) => ({
    id: `decision-reservations[${at}].${part}`,
    error: editing.errorAt(`reservations[${at}].${part}`),
  })
  return (
    <ListField
      id="decision-reservations"
      legend={w.reservations}
      rows={editing.values.reservations}
      empty={{ by: '' }}
      rowLegend={w.reservationNumber}
      addLabel={w.addReservation}
      removeLabel={w.removeReservation}
      error={editing.errorAt('reservations')}
      onChange={(reservations) => editing.set({ reservations })}
      draw={(reservation, at, change) => (
        <div className="editing-columns">
          <TextField
            {...field(at, 'by')}
            data-first
            label={w.reservedBy}
            value={reservation.by}
            onChange={({ target }) => change({ by: target.value })}
          />
          <TextArea
            {...field(at, 'text')}
            label={w.reservationText}
            rows={2}
            optional
            value={reservation.text ?? ''}
            onChange={({ target }) => change({ text: target.value })}
          />
        </div>
      )}
    />
  )
}

function Delete({ decision }: { decision: Decision }) {
  const w = useWords(formWords)
  const to = usePaths()
  const queries = useQueryClient()
  return (
    <Ask
      label={w.remove}
      question={w.removeQuestion}
      confirm={w.remove}
      sayRefusal={(error) => (error instanceof ApiProblem && error.code === 'inUse' ? w.inUse : undefined)}
      onConfirm={async () => {
        await done(api.DELETE('/decisions/{id}', { params: { path: { id: decision.id }, header: ifMatch(decision) } }))
        go(to.decisions(), { replace: true })
        await refresh(queries, 'plan')
      }}
    >
      {w.removeText}
    </Ask>
  )
}
