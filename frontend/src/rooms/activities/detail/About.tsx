import type { ReactNode } from 'react'
import { may } from '../../../api/client'
import type { Activity } from '../../../api/types'
import { langOf, nameLang, nameOf, useLang, useWords } from '../../../lib/i18n'
import { usePaths } from '../../../paths'
import { StatusMark } from '../../../ui/StatusMark'
import { DatedText, Facts, SourceBadge } from '../../../ui/small'
import { useTargetGroups, useViolenceAreas } from '../../plans/queries'
import { usePlanActivities } from '../queries'
import { levelWords } from '../words'
import { useDependencies, useGoals } from './queries'
import { fundingWords, words } from './words'

/** An activity of the same plan as a line: its mark, number and title as a link. */
export function ActivityLine({ activity, state = true }: { activity: Activity; state?: boolean }) {
  const to = usePaths()
  const lang = useLang()
  return (
    <>
      <a href={to.activity(activity.code)} lang={langOf(activity, lang)}>
        <span className="tabular">{activity.code}</span> {activity.title}
      </a>
      {state && (
        <span className="small soft">
          <StatusMark state={activity.status} />
        </span>
      )}
    </>
  )
}

export function useSiblings(activity: Activity) {
  const all = usePlanActivities(activity.planId).data
  return (id: string | undefined) => all?.find((other) => other.id === id)
}

export function SubActivities({ activity }: { activity: Activity }) {
  const w = useWords(words)
  const sibling = useSiblings(activity)
  const found = (activity.subActivityIds ?? []).flatMap((id) => sibling(id) ?? [])
  if (found.length === 0) return null
  return (
    <div className="answers">
      <h3 className="answers-role">{w.subActivities}</h3>
      <ul className="plain-list sub-activities">
        {found.map((sub) => (
          <li key={sub.id}>
            <ActivityLine activity={sub} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What the activity concerns and rests on: dates, classification, goals, effect, money, what it waits for. */
export function Context({ activity }: { activity: Activity }) {
  const w = useWords(words)
  const lang = useLang()
  const textLang = langOf(activity, lang)
  const facts: { term: string; value: ReactNode }[] = [
    {
      term: w.time,
      value: (
        <>
          <Time start={activity.start} end={activity.end} />{' '}
          {(activity.start || activity.end) && <SourceBadge source={activity.datesSource} />}
        </>
      ),
    },
    { term: w.areas, value: <Areas activity={activity} /> },
    { term: w.targetGroups, value: <TargetGroups activity={activity} /> },
    { term: w.levels, value: <Levels activity={activity} /> },
  ]
  const goals = useGoals(activity.planId).data?.filter(({ id }) => activity.goalIds?.includes(id)) ?? []
  if (goals.length > 0) {
    facts.push({ term: w.goals, value: <Lines lines={goals.map(({ id, text }) => ({ id, text }))} lang={textLang} /> })
  }
  if (activity.expectedEffect) {
    facts.push({ term: w.effect, value: <span lang={textLang}>{activity.expectedEffect}</span> })
  }
  if (activity.funding?.source || activity.funding?.amountSek) {
    facts.push({ term: w.funding, value: <Money activity={activity} /> })
  }
  if (activity.aliases?.length) facts.push({ term: w.aliases, value: activity.aliases.join(', ') })
  return <Facts facts={facts} />
}

function Lines({ lines, lang }: { lines: { id: string; text: string }[]; lang?: string }) {
  return (
    <ul className="plain-list stack-small" lang={lang}>
      {lines.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  )
}

/** From when to when, as far as is known. */
export function Time({ start, end }: Pick<Activity, 'start' | 'end'>) {
  const w = useWords(words)
  if (!start && !end) return <span className="soft">{w.noDates}</span>
  if (start && end && start.day === end.day && start.precision === end.precision) return <DatedText dated={start} />
  return (
    <>
      {start ? <DatedText dated={start} /> : w.until}
      {start ? ' – ' : ' '}
      {end && <DatedText dated={end} />}
    </>
  )
}

type Named = { id: string; key: string; nameSv: string; nameEn?: string }

function Names({ activity, named }: { activity: Activity; named: (Named & { href?: string })[] }) {
  const w = useWords(words)
  const lang = useLang()
  if (named.length === 0) return <span className="soft">{w.notClassified}</span>
  return (
    <>
      {named.map((one, place) => (
        <span key={one.id} lang={nameLang(one, lang)}>
          {place > 0 && ', '}
          {one.href ? <a href={one.href}>{nameOf(one, lang)}</a> : nameOf(one, lang)}
        </span>
      ))}{' '}
      <SourceBadge source={activity.classificationSource} />
    </>
  )
}

function Areas({ activity }: { activity: Activity }) {
  const to = usePaths()
  const areas = useViolenceAreas().data ?? []
  const named = areas.filter(({ id }) => activity.violenceAreaIds?.includes(id))
  return (
    <Names activity={activity} named={named.map((area) => ({ ...area, href: to.activities({ omrade: area.key }) }))} />
  )
}

function TargetGroups({ activity }: { activity: Activity }) {
  const groups = useTargetGroups().data ?? []
  return <Names activity={activity} named={groups.filter(({ id }) => activity.targetGroupIds?.includes(id))} />
}

function Levels({ activity }: { activity: Activity }) {
  const w = useWords(words)
  const say = useWords(levelWords)
  if (!activity.levels?.length) return <span className="soft">{w.notClassified}</span>
  return (
    <>
      {activity.levels.map((level) => say[level]).join(', ')} <SourceBadge source={activity.classificationSource} />
    </>
  )
}

function Money({ activity: { funding } }: { activity: Activity }) {
  const w = useWords(words)
  const say = useWords(fundingWords)
  if (!funding) return null
  const texts = [funding.source, funding.amountSek !== undefined && w.amount(funding.amountSek)]
  if (funding.state && funding.state !== 'none') texts.push(say[funding.state])
  return texts.filter(Boolean).join(', ')
}

/** What must come first. */
export function Before({ activity }: { activity: Activity }) {
  const w = useWords(words)
  const sibling = useSiblings(activity)
  const dependencies = useDependencies(activity.id).data ?? []
  const before = dependencies.flatMap(({ beforeId }) => sibling(beforeId) ?? [])
  if (before.length === 0) return null
  return (
    <div className="answers">
      <h3 className="answers-role">{w.before}</h3>
      <ul className="plain-list sub-activities">
        {before.map((one) => (
          <li key={one.id}>
            <ActivityLine activity={one} />
          </li>
        ))}
      </ul>
    </div>
  )
}

export const mayEdit = (activity: Activity): boolean => may(activity, 'edit')
