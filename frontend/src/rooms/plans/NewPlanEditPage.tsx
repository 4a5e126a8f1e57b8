import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api, ask, newIdempotencyKey } from '../../api/client'
import { refresh } from '../../api/keys'
import type { Plan } from '../../api/types'
import { go } from '../../lib/guardedLocation'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Frame } from '../../ui/editing/Frame'
import { useEditing } from '../../ui/editing/useEditing'
import { SelectField, TextField } from '../../ui/Field'
import { Load } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { anchorFrom } from './contents'
import { useBodyOptions } from './edit/options'
import { newPlanWords, words } from './edit/words'
import { usePlans } from './queries'

type Values = { name: string; rootBodyId: string; periodFrom: string; periodTo: string; supersedesId: string }

/** A new plan begins as a draft that only those who edit can see; everything else is filled in on its own pages. */
export default function NewPlanEditPage() {
  const plans = usePlans()
  return <Load of={plans}>{(all) => <Form plans={all} />}</Load>
}

function Form({ plans }: { plans: Plan[] }) {
  const n = useWords(newPlanWords)
  const w = useWords(words)
  const to = usePaths()
  const lang = useLang()
  const queries = useQueryClient()
  const bodies = useBodyOptions()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const made = useRef('')
  const nameOf = (id: unknown) => bodies.find(({ value }) => value === id)?.label ?? w.none
  const editing = useEditing<Values>({
    name: 'new-plan',
    initial: { name: '', rootBodyId: plans[0]?.rootBodyId ?? '', periodFrom: '', periodTo: '', supersedesId: '' },
    fields: [
      { name: 'name', label: w.name },
      { name: 'rootBodyId', label: n.root, show: nameOf },
      { name: 'periodFrom', label: w.periodFrom },
      { name: 'periodTo', label: w.periodTo },
      { name: 'supersedesId', label: w.supersedes },
    ],
    save: async (values) => {
      const wanted = anchorFrom(values.name)
      const plan = await ask(
        api.POST('/plans', {
          params: { header: { 'Idempotency-Key': idempotencyKey } },
          body: {
            key: plans.some(({ key }) => key === wanted) ? `${wanted}-${plans.length + 1}` : wanted,
            name: values.name,
            lang,
            status: 'draft',
            rootBodyId: values.rootBodyId,
            periodFrom: values.periodFrom || undefined,
            periodTo: values.periodTo || undefined,
            supersedesId: values.supersedesId || undefined,
            isSummary: false,
          },
        }),
      )
      made.current = plan.key
      await refresh(queries, 'plan')
    },
    onSaved: () => go(to.editPlan(made.current)),
  })
  return (
    <Page title={n.title} lead={<p>{n.lead}</p>} kicker={<a href={to.plans()}>{n.plans}</a>} staff>
      <Frame editing={editing} label={n.title} submit={n.create}>
        <TextField {...editing.text('name')} />
        <SelectField {...editing.text('rootBodyId')} help={n.rootHelp} options={bodies} />
        <div className="editing-columns">
          <TextField {...editing.text('periodFrom')} type="date" optional />
          <TextField {...editing.text('periodTo')} type="date" optional />
        </div>
        <SelectField
          {...editing.text('supersedesId')}
          optional
          empty={w.none}
          options={plans.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Frame>
    </Page>
  )
}
