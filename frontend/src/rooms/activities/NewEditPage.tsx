import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearch } from 'wouter'
import { api, ask, may } from '../../api/client'
import { refresh } from '../../api/keys'
import type { Activity, Plan } from '../../api/types'
import { go } from '../../lib/guardedLocation'
import { useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Load, Notice } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { words as uiWords } from '../../ui/words'
import { usePlan } from '../plans/queries'
import { ActivityForm, activityApiNames, useActivityFields } from './edit/ActivityForm'
import { useEditor } from './edit/form'
import { activityRules } from './edit/formRules'
import { slug } from './edit/slug'
import { type ActivityValues, emptyActivity, inputOf, nextCode } from './edit/values'
import { activityWords, words } from './edit/words'
import { usePlanActivities } from './queries'

/** A new activity in a plan; what it rests on (who, when) is added on its page. */
export default function NewEditPage() {
  const a = useWords(activityWords)
  const wanted = new URLSearchParams(useSearch()).get('plan') ?? undefined
  const plan = usePlan(wanted)
  const activities = usePlanActivities(plan.data?.id)
  return (
    <Page staff title={a.newTitle} lead={<p>{a.newLead}</p>}>
      <Load of={activities} lines={8}>
        {(all) =>
          plan.data &&
          (may(plan.data, 'edit') ? <Creating plan={plan.data} activities={all} /> : <Notice>{a.mayNot}</Notice>)
        }
      </Load>
    </Page>
  )
}

function Creating({ plan, activities }: { plan: Plan; activities: Activity[] }) {
  const a = useWords(activityWords)
  const w = useWords(words)
  const ui = useWords(uiWords)
  const to = usePaths()
  const queries = useQueryClient()
  const lastPart = plan.parts?.at(-1)?.number
  const [initial] = useState<ActivityValues>(() => ({
    ...emptyActivity,
    lang: plan.lang ?? 'sv',
    part: String(lastPart ?? 0),
    code: lastPart ? nextCode(activities, String(lastPart)) : '',
  }))
  const editor = useEditor<ActivityValues>({
    name: `new-activity-${plan.id}`,
    initial,
    schema: activityRules({ a, w, ui, tooLong: w.tooLong }),
    fields: useActivityFields(plan),
    apiNames: activityApiNames,
    save: (values, { idempotencyKey }) => {
      const key = slug(
        values.title,
        activities.map((activity) => activity.key),
      )
      const position = Math.max(0, ...activities.map((activity) => activity.position)) + 1
      return ask(
        api.POST('/activities', {
          params: { header: { 'Idempotency-Key': idempotencyKey } },
          body: inputOf(values, { planId: plan.id, key, position }),
        }),
      )
    },
    onSaved: async ({ code }) => {
      await refresh(queries, 'plan')
      go(to.activity(code.trim()))
    },
  })
  return (
    <ActivityForm
      editor={editor}
      plan={plan}
      submitLabel={a.create}
      onCancel={() => go(to.activities({ plan: plan.key }))}
    />
  )
}
