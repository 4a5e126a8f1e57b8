import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, done, ifMatch, newIdempotencyKey } from '../../../api/client'
import { refresh } from '../../../api/keys'
import type { Plan, ReportingRound, ReportingRoundInput } from '../../../api/types'
import { formatDay } from '../../../lib/dates'
import { useLang, useWords } from '../../../lib/i18n'
import { Frame } from '../../../ui/editing/Frame'
import { Rows } from '../../../ui/editing/Rows'
import { useEditing } from '../../../ui/editing/useEditing'
import { SelectField, TextField } from '../../../ui/Field'
import { Load } from '../../../ui/Load'
import { SourceBadge } from '../../../ui/small'
import { anchorFrom } from '../contents'
import { useReportingRounds } from '../queries'
import { audienceWords, words } from './words'

export function Rounds({ plan }: { plan: Plan }) {
  const w = useWords(words)
  const audiences = useWords(audienceWords)
  const lang = useLang()
  const queries = useQueryClient()
  const rounds = useReportingRounds(plan.id)
  return (
    <Load of={rounds}>
      {(found) => (
        <Rows
          rows={found}
          addLabel={w.addRound}
          nameOf={(round) => round.name}
          draw={(round) => (
            <>
              <p lang={plan.lang}>
                {round.name} <SourceBadge source={round.source} />
              </p>
              <p className="small soft">
                {audiences[round.audience]}, {w.everyN(round.everyMonths)}
                {round.nextDue && `, ${w.due(formatDay(round.nextDue, lang))}`}
              </p>
            </>
          )}
          form={(round, close) => <RoundForm plan={plan} round={round} onClose={close} />}
          onRemove={(round) =>
            done(
              api.DELETE('/plans/{id}/reporting-rounds/{roundId}', {
                params: { path: { id: plan.id, roundId: round.id }, header: ifMatch(round) },
              }),
            ).then(() => refresh(queries, 'plan'))
          }
        />
      )}
    </Load>
  )
}

type Values = {
  name: string
  audience: ReportingRoundInput['audience']
  firstDue: string
  everyMonths: string
  lastDue: string
}

const valuesOf = ({ name, audience, firstDue, everyMonths, lastDue }: ReportingRound): Values => ({
  name,
  audience,
  firstDue,
  everyMonths: String(everyMonths),
  lastDue: lastDue ?? '',
})

function RoundForm({ plan, round, onClose }: { plan: Plan; round: ReportingRound | undefined; onClose: () => void }) {
  const w = useWords(words)
  const say = useWords(audienceWords)
  const queries = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const audiences = (['council', 'steering', 'board'] as const).map((value) => ({ value, label: say[value] }))
  const path = { id: plan.id, roundId: round?.id ?? '' }
  const input = (values: Values): ReportingRoundInput => ({
    key: round?.key ?? anchorFrom(values.name),
    // Whoever saves it for the municipality has thereby confirmed it.
    source: 'municipality',
    name: values.name,
    audience: values.audience,
    firstDue: values.firstDue,
    everyMonths: Math.trunc(Number(values.everyMonths)) || 0,
    lastDue: values.lastDue || undefined,
  })
  const editing = useEditing<Values>({
    name: `round-${round?.id ?? 'new'}`,
    initial: round
      ? valuesOf(round)
      : { name: '', audience: 'council', firstDue: plan.periodFrom ?? '', everyMonths: '12', lastDue: '' },
    version: round?.version,
    fields: [
      { name: 'name', label: w.roundName },
      {
        name: 'audience',
        label: w.audience,
        show: (value) => audiences.find((one) => one.value === value)?.label ?? '',
      },
      { name: 'firstDue', label: w.firstDue },
      { name: 'everyMonths', label: w.everyMonths },
      { name: 'lastDue', label: w.lastDue },
    ],
    save: (values, version) =>
      round
        ? ask(
            api.PUT('/plans/{id}/reporting-rounds/{roundId}', {
              params: { path, header: ifMatch({ version }) },
              body: input(values),
            }),
          )
        : ask(
            api.POST('/plans/{id}/reporting-rounds', {
              params: { path: { id: plan.id }, header: { 'Idempotency-Key': idempotencyKey } },
              body: input(values),
            }),
          ),
    fresh: round
      ? async () => {
          const now = await ask(api.GET('/plans/{id}/reporting-rounds/{roundId}', { params: { path } }))
          return { values: valuesOf(now), version: now.version }
        }
      : undefined,
    onSaved: () => void refresh(queries, 'plan').then(onClose),
  })
  const { text } = editing
  return (
    <Frame editing={editing} label={round ? w.editThing(round.name) : w.addRound} onCancel={onClose}>
      <TextField {...text('name')} maxLength={200} />
      <div className="editing-columns">
        <SelectField {...text('audience')} empty={false} options={audiences} />
        <TextField {...text('everyMonths')} inputMode="numeric" className="ds-input field-short" />
        <TextField {...text('firstDue')} type="date" className="ds-input field-short" />
        <TextField {...text('lastDue')} help={w.lastDueHelp} type="date" className="ds-input field-short" optional />
      </div>
    </Frame>
  )
}
