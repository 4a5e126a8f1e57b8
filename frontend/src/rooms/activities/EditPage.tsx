import { useQueryClient } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { api, ask, done, ifMatch, may } from '../../api/client'
import { refresh } from '../../api/keys'
import type { Activity, Plan } from '../../api/types'
import { go } from '../../lib/guardedLocation'
import { langOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Remove } from '../../ui/editing/Rows'
import { Load, Notice } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { words as uiWords } from '../../ui/words'
import { usePlans } from '../plans/queries'
import { ActivityForm, activityApiNames, useActivityFields } from './edit/ActivityForm'
import { useEditor } from './edit/form'
import { activityRules } from './edit/formRules'
import { type ActivityValues, inputOf, valuesOf } from './edit/values'
import { activityWords, words } from './edit/words'
import { useActivity } from './queries'

/** The content of an activity, changed; who answers and the milestones are changed on its own page. */
export default function EditPage() {
  const { activity: codeOrId = '' } = useParams<{ activity: string }>()
  const activity = useActivity(codeOrId)
  const plans = usePlans()
  return (
    <Load of={activity} lines={10}>
      {(found) => (
        <Load of={plans} lines={10}>
          {(all) => {
            const plan = all.find(({ id }) => id === found.planId)
            return plan && <Editing key={found.id} activity={found} plan={plan} />
          }}
        </Load>
      )}
    </Load>
  )
}

function Editing({ activity, plan }: { activity: Activity; plan: Plan }) {
  const a = useWords(activityWords)
  const w = useWords(words)
  const ui = useWords(uiWords)
  const lang = useLang()
  const to = usePaths()
  const queries = useQueryClient()
  const path = { id: activity.id }
  const editor = useEditor<ActivityValues>({
    name: `activity-${activity.id}`,
    initial: valuesOf(activity),
    version: activity.version,
    schema: activityRules({ a, w, ui, tooLong: w.tooLong }),
    fields: useActivityFields(plan),
    apiNames: activityApiNames,
    why: true,
    save: (values, { version, note }) => {
      const { planId, key, position } = activity
      const params = { path, header: ifMatch({ version, note }) }
      return ask(api.PUT('/activities/{id}', { params, body: inputOf(values, { planId, key, position }) }))
    },
    fresh: async () => {
      const theirs = await ask(api.GET('/activities/{id}', { params: { path } }))
      return { values: valuesOf(theirs), version: theirs.version }
    },
    onSaved: () => void refresh(queries, 'plan'),
  })
  const back = to.activity(activity.code)
  return (
    <Page
      staff
      title={activity.title}
      titleLang={langOf(activity, lang)}
      documentTitle={a.editTitle(activity.code)}
      kicker={a.editTitle(activity.code)}
    >
      {may(activity, 'edit') ? (
        <>
          <ActivityForm
            editor={editor}
            plan={plan}
            activity={activity}
            submitLabel={w.save}
            onCancel={() => go(back)}
            after={<a href={back}>{a.toActivity}</a>}
          />
          {may(activity, 'delete') && <Removal activity={activity} />}
        </>
      ) : (
        <Notice>
          <p>{a.mayNot}</p>
          <p>
            <a href={back}>{a.toActivity}</a>
          </p>
        </Notice>
      )}
    </Page>
  )
}

function Removal({ activity }: { activity: Activity }) {
  const a = useWords(activityWords)
  const to = usePaths()
  const queries = useQueryClient()
  return (
    <section className="form-group" aria-labelledby="removal">
      <h2 id="removal">{a.removeTitle}</h2>
      <div className="form-group-fields">
        <p className="soft">{a.removeHelp}</p>
        <Remove
          name={`${activity.code} ${activity.title}`}
          onRemove={async () => {
            await done(
              api.DELETE('/activities/{id}', { params: { path: { id: activity.id }, header: ifMatch(activity) } }),
            )
            go(to.activities(), { replace: true })
            await refresh(queries, 'plan')
          }}
        />
      </div>
    </section>
  )
}
