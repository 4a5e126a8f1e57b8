import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, newIdempotencyKey } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { ApiProblem } from '../../../api/problem'
import type { CouncilAppointment, CouncilMember, CouncilSeat } from '../../../api/types'
import { addDays, formatDated, today } from '../../../lib/dates'
import { langOf, nameLang, nameOf, useLang, useWords } from '../../../lib/i18n'
import { Frame } from '../../../ui/editing/Frame'
import { useEditing } from '../../../ui/editing/useEditing'
import { FieldGroup, SelectField, TextField } from '../../../ui/Field'
import { useBodies } from '../../boards/queries'
import { useDecisionsOf } from '../../decisions/queries'
import { words } from './words'

type Values = {
  name: string
  email: string
  from: string
  to: string
  /** An earlier decision, or nothing when a new one is entered. */
  decisionId: string
  date: string
  bodyId: string
  registrationNumber: string
}

type Props = {
  seat: CouncilSeat
  isSubstitute: boolean
  /** Whoever was appointed a moment ago: often by the same decision, and until the same day. */
  before?: CouncilMember
  onSaved: (member: CouncilMember) => void
  onCancel: () => void
}

const nobody = '00000000-0000-7000-8000-000000000000'

/** Appoints a person to a seat: who, how long, and by which decision. */
export default function AppointForm({ seat, isSubstitute, before, onSaved, onCancel }: Props) {
  const w = useWords(words)
  const lang = useLang()
  const queries = useQueryClient()
  const bodies = useBodies().data
  const [idempotencyKey] = useState(newIdempotencyKey)
  const name = isSubstitute ? 'substitute' : 'member'
  const editing = useEditing<Values>({
    name,
    initial: {
      name: '',
      email: '',
      from: before?.from ?? (!isSubstitute && seat.holder?.to ? addDays(seat.holder.to, 1) : today()),
      to: before?.to ?? '',
      decisionId: before?.decisionId ?? '',
      date: before?.decision.date.day ?? '',
      bodyId: before?.decision.bodyId ?? seat.appointingBodyId ?? '',
      registrationNumber: before?.decision.registrationNumber ?? '',
    },
    fields: [
      { name: 'name', label: w.name },
      { name: 'email', label: w.email },
      { name: 'from', label: w.from },
      { name: 'to', label: w.to },
      { name: 'decisionId', label: w.keptDecision },
      { name: 'date', label: w.decisionDate },
      { name: 'bodyId', label: w.decisionBody },
      { name: 'registrationNumber', label: w.registration },
    ],
    check: (values) => {
      const wrong: Record<string, string> = {}
      if (!values.name.trim()) wrong.name = w.nameMissing
      if (!/^\S+@\S+\.\S+$/.test(values.email.trim())) wrong.email = w.emailWrong
      if (!values.from) wrong.from = w.fromMissing
      if (values.to && values.to < values.from) wrong.to = w.endsBefore
      if (!values.decisionId && !values.date) wrong.date = w.dateMissing
      if (!values.decisionId && !values.bodyId) wrong.bodyId = w.bodyMissing
      return wrong
    },
    save: async (values) => {
      const saved = await ask(
        api.POST('/council-members', {
          params: { header: { 'Idempotency-Key': idempotencyKey } },
          body: appointment(seat, isSubstitute, values),
        }),
      ).catch(byOwnNames)
      await Promise.all([refresh(queries, 'council'), refresh(queries, 'accounts')])
      onSaved(saved)
    },
    onSaved: () => undefined,
  })
  const chosen = editing.values.decisionId
  // Only the decisions of whoever appoints; where nobody knows who that is, none is proposed.
  const kept = useDecisionsOf({ body: seat.appointingBodyId ?? nobody }).data ?? []
  return (
    <Frame
      editing={editing}
      label={(isSubstitute ? w.appointSubstituteTo : w.appointTo)(nameOf(seat, lang))}
      submit={w.save}
      onCancel={onCancel}
    >
      <div className="editing-columns">
        <TextField {...editing.text('name')} autoComplete="off" />
        <TextField {...editing.text('email')} type="email" inputMode="email" autoComplete="off" />
      </div>
      <p className="small soft">{w.emailHelp}</p>
      <div className="editing-columns">
        <TextField {...editing.text('from')} type="date" />
        <TextField {...editing.text('to')} type="date" help={w.toHelp} optional />
      </div>
      <FieldGroup legend={w.decision} help={w.decisionHelp}>
        {kept.length > 0 && (
          <SelectField
            {...editing.text('decisionId')}
            empty={w.notEntered}
            options={kept.map((decision) => ({
              value: decision.id,
              label: [decision.date && formatDated(decision.date, lang), decision.registrationNumber, decision.title]
                .filter(Boolean)
                .join(', '),
              lang: langOf(decision, lang),
            }))}
          />
        )}
        {!chosen && (
          <div className="editing-columns">
            <TextField {...editing.text('date')} type="date" />
            <TextField {...editing.text('registrationNumber')} optional autoComplete="off" />
            <SelectField
              {...editing.text('bodyId')}
              options={(bodies?.all ?? []).map((body) => ({
                value: body.id,
                label: nameOf(body, lang),
                lang: nameLang(body, lang),
              }))}
            />
          </div>
        )}
      </FieldGroup>
    </Frame>
  )
}

function appointment(seat: CouncilSeat, isSubstitute: boolean, values: Values): CouncilAppointment {
  const { name, email, from, to, decisionId, date, bodyId, registrationNumber } = values
  return {
    seatId: seat.id,
    name: name.trim(),
    email: email.trim(),
    isSubstitute,
    from,
    to: to || undefined,
    ...(decisionId
      ? { decisionId }
      : {
          decision: {
            date: { day: date, precision: 'day' },
            bodyId,
            registrationNumber: registrationNumber.trim() || undefined,
          },
        }),
  }
}

/** The decision's parts stand in the form by themselves: what is said of "decision.bodyId" is said at that field. */
function byOwnNames(error: unknown): never {
  if (!(error instanceof ApiProblem)) throw error
  const { status, code, detail, fields, changes, requestId } = error
  const own = fields.map((field) => ({ ...field, name: field.name.replace(/^decision\./, '') }))
  throw new ApiProblem(status, code, detail, own, changes, requestId)
}
