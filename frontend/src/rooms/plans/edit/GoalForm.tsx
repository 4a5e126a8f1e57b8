import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, because, done, ifMatch, newIdempotencyKey } from '../../../api/client'
import { refresh } from '../../../api/keys'
import type { Goal, GoalInput, Plan } from '../../../api/types'
import { useWords } from '../../../lib/i18n'
import { Frame } from '../../../ui/editing/Frame'
import { Rows } from '../../../ui/editing/Rows'
import { useEditing } from '../../../ui/editing/useEditing'
import { SelectField, TextArea, TextField } from '../../../ui/Field'
import { Load } from '../../../ui/Load'
import { anchorFrom } from '../contents'
import { useGoals } from '../queries'
import { goalKindWords, words } from './words'

export function Goals({ plan }: { plan: Plan }) {
  const w = useWords(words)
  const kinds = useWords(goalKindWords)
  const queries = useQueryClient()
  const goals = useGoals(plan.id)
  return (
    <Load of={goals}>
      {(found) => (
        <Rows
          rows={found}
          addLabel={w.addGoal}
          nameOf={(goal) => goal.text}
          draw={(goal) => (
            <>
              <p className="small soft">{kinds[goal.kind]}</p>
              <p lang={goal.lang}>{goal.text}</p>
            </>
          )}
          form={(goal, close) => (
            <GoalForm plan={plan} goal={goal} last={found.at(-1)?.position ?? 0} onClose={close} />
          )}
          onRemove={(goal) =>
            done(api.DELETE('/goals/{id}', { params: { path: { id: goal.id }, header: ifMatch(goal) } })).then(() =>
              refresh(queries, 'plan'),
            )
          }
        />
      )}
    </Load>
  )
}

type Values = { kind: GoalInput['kind']; text: string; position: string }

const valuesOf = ({ kind, text, position }: Goal): Values => ({ kind, text, position: String(position) })

type Props = { plan: Plan; goal: Goal | undefined; last: number; onClose: () => void }

function GoalForm({ plan, goal, last, onClose }: Props) {
  const w = useWords(words)
  const say = useWords(goalKindWords)
  const queries = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const kinds = (['purpose', 'overarching', 'measurable'] as const).map((kind) => ({ value: kind, label: say[kind] }))
  const path = { id: goal?.id ?? '' }
  const input = (values: Values): GoalInput => ({
    planId: plan.id,
    key: goal?.key ?? anchorFrom(values.text),
    lang: goal?.lang ?? plan.lang,
    source: goal?.source ?? 'municipality',
    kind: values.kind,
    text: values.text,
    position: Math.trunc(Number(values.position)) || 0,
  })
  const editing = useEditing<Values>({
    name: `goal-${goal?.id ?? 'new'}`,
    initial: goal ? valuesOf(goal) : { kind: 'measurable', text: '', position: String(last + 1) },
    version: goal?.version,
    fields: [
      { name: 'text', label: w.goalText, joinable: true },
      { name: 'kind', label: w.goalKind, show: (value) => kinds.find((kind) => kind.value === value)?.label ?? '' },
      { name: 'position', label: w.position },
    ],
    why: true,
    save: (values, version, note) =>
      goal
        ? ask(api.PUT('/goals/{id}', { params: { path, header: ifMatch({ version, note }) }, body: input(values) }))
        : ask(
            api.POST('/goals', {
              params: { header: { 'Idempotency-Key': idempotencyKey, ...because(note) } },
              body: input(values),
            }),
          ),
    fresh: goal
      ? async () => {
          const now = await ask(api.GET('/goals/{id}', { params: { path } }))
          return { values: valuesOf(now), version: now.version }
        }
      : undefined,
    onSaved: () => void refresh(queries, 'plan').then(onClose),
  })
  return (
    <Frame editing={editing} label={goal ? w.editThing(goal.text) : w.addGoal} onCancel={onClose}>
      <TextArea {...editing.text('text')} rows={3} />
      <div className="editing-columns">
        <SelectField {...editing.text('kind')} empty={false} options={kinds} />
        <TextField {...editing.text('position')} inputMode="numeric" className="ds-input field-short" />
      </div>
    </Frame>
  )
}
