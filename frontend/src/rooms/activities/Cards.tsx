import type { Activity, Plan } from '../../api/types'
import { langOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Mark, StatusMark } from '../../ui/StatusMark'
import { DatedText, SourceBadge } from '../../ui/small'
import { stateWords } from '../../ui/words'
import { withoutParts } from './filters'
import { WhoAnswers } from './shared'
import { words } from './words'

type Props = {
  activities: Activity[]
  plan: Plan
  /** Under the plan's parts; else one after another, as found. */
  byPart: boolean
}

export function ActivityCards({ activities, plan, byPart }: Props) {
  const w = useWords(words)
  const main = withoutParts(activities)
  if (!byPart) return <Cards activities={main} subs={activities} />
  const parts = plan.parts ?? []
  const groups = [
    ...parts.map((part) => ({ title: part.title, items: main.filter((activity) => activity.part === part.number) })),
    { title: w.otherParts, items: main.filter((activity) => !parts.some((part) => part.number === activity.part)) },
  ].filter(({ items }) => items.length > 0)
  return groups.map((group) => (
    <section key={group.title} className="activities-group">
      {groups.length > 1 || parts.length > 0 ? <h2 lang={plan.lang}>{group.title}</h2> : null}
      <Cards activities={group.items} subs={activities} />
    </section>
  ))
}

function Cards({ activities, subs = [] }: { activities: Activity[]; subs?: Activity[] }) {
  return (
    <ol className="cards plain-list">
      {activities.map((activity) => (
        <Card key={activity.id} activity={activity} subs={subs.filter((sub) => sub.parentId === activity.id)} />
      ))}
    </ol>
  )
}

function Card({ activity, subs }: { activity: Activity; subs: Activity[] }) {
  const w = useWords(words)
  const say = useWords(stateWords)
  const lang = useLang()
  const to = usePaths()
  const textLang = langOf(activity, lang)
  return (
    <li className="card keep-together">
      <p className="card-code tabular" aria-hidden="true">
        {activity.code}
      </p>
      <div className="card-body">
        <h3>
          <a href={to.activity(activity.code)} lang={textLang}>
            <span className="visually-hidden">{activity.code} </span>
            {activity.title}
          </a>
        </h3>
        {activity.summary && <p lang={textLang}>{activity.summary}</p>}
        <p className="card-who small">
          <span className="soft">{w.answers}: </span>
          <WhoAnswers activity={activity} /> {activity.unconfirmed && <SourceBadge source="interpretation" />}
        </p>
        {subs.length > 0 && (
          <ul className="card-subs small plain-list">
            {subs.map((sub) => (
              <li key={sub.id}>
                <Mark state={sub.status} />
                <a href={to.activity(sub.code)} lang={langOf(sub, lang)}>
                  {sub.title}
                </a>
                <span className="visually-hidden">, {say[sub.status]}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="card-state">
        <StatusMark state={activity.status} />
        {activity.nextMilestone && (
          <p className="small soft">
            {w.next}: <span lang={textLang}>{activity.nextMilestone.title}</span>,{' '}
            <DatedText dated={activity.nextMilestone.due} />
          </p>
        )}
      </div>
    </li>
  )
}
