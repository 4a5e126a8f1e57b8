import type { Activity, Plan } from '../../api/types'
import { langOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Load } from '../../ui/Load'
import { StatusMark } from '../../ui/StatusMark'
import { DatedText, SourceBadge } from '../../ui/small'
import { usePlanActivities } from '../activities/queries'
import { WhoAnswers } from '../activities/shared'
import { Heading } from './SectionView'
import { words } from './words'

/** The activity plan as the document has it: a table a part, sub-activities under their own. */
export function EmbeddedActivities({ plan, level }: { plan: Plan; level: number }) {
  const w = useWords(words)
  const lang = useLang()
  const activities = usePlanActivities(plan.id)
  return (
    <Load of={activities} lines={8}>
      {(found) => (
        <div className="embedded">
          {found.length === 0 && <p className="soft">{w.noActivities}</p>}
          {partsOf(found, plan).map(({ number, title, items }) => (
            <div key={number} className="plan-part">
              <Heading level={level} lang={title && langOf(plan, lang)}>
                {title ? w.part(number, title) : w.otherActivities}
              </Heading>
              <PartTable caption={title ? w.part(number, title) : w.otherActivities} items={items} />
            </div>
          ))}
        </div>
      )}
    </Load>
  )
}

type PlanPart = { number: number; title?: string; items: Activity[] }

function partsOf(activities: Activity[], plan: Plan): PlanPart[] {
  const parts: PlanPart[] = (plan.parts ?? []).map((part) => ({
    ...part,
    items: activities.filter((activity) => activity.part === part.number),
  }))
  const named = new Set(plan.parts?.map(({ number }) => number))
  const rest = activities.filter(({ part }) => !named.has(part))
  return [...parts, ...(rest.length > 0 ? [{ number: 0, items: rest }] : [])].filter(({ items }) => items.length > 0)
}

function PartTable({ caption, items }: { caption: string; items: Activity[] }) {
  const w = useWords(words)
  const to = usePaths()
  const lang = useLang()
  return (
    <table className="table plan-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{w.code}</th>
          <th scope="col">{w.activity}</th>
          <th scope="col" className="plan-wide">
            {w.responsible}
          </th>
          <th scope="col" className="plan-wide">
            {w.time}
          </th>
          <th scope="col">{w.state}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((activity) => (
          <tr key={activity.id} data-sub={activity.parentId ? true : undefined}>
            <td className="tabular">{activity.code}</td>
            <th scope="row">
              <a href={to.activity(activity.code)} lang={langOf(activity, lang)}>
                {activity.title}
              </a>
              <p className="plan-narrow small soft">
                <WhoAnswers activity={activity} short />
                {(activity.start || activity.end) && (
                  <>
                    {' · '}
                    <Time activity={activity} />
                  </>
                )}
              </p>
              <p className="plan-narrowest small">
                <StatusMark state={activity.status} />
              </p>
            </th>
            <td className="plan-wide">
              <WhoAnswers activity={activity} short />
            </td>
            <td className="plan-wide">
              <Time activity={activity} />
            </td>
            <td>
              <StatusMark state={activity.status} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Time({ activity: { start, end, datesSource } }: { activity: Activity }) {
  const w = useWords(words)
  if (!start && !end) return <span className="soft">{w.timeUnknown}</span>
  const same = start && end && start.day === end.day && start.precision === end.precision
  return (
    <>
      {start && <DatedText dated={start} />}
      {!same && end && ' – '}
      {!same && end && <DatedText dated={end} />} <SourceBadge source={datesSource} />
    </>
  )
}
