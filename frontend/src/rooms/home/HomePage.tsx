import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../api/client'
import { key } from '../../api/keys'
import type { Activity, Plan } from '../../api/types'
import { addDays, formatDay, formatDayShort, today } from '../../lib/dates'
import { langOf, nameLang, nameOf, useLang, useWords } from '../../lib/i18n'
import { upcoming } from '../../lib/upcoming'
import { usePaths } from '../../paths'
import { ButtonLink } from '../../ui/Button'
import { EmptyState, Load } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { StatusBar } from '../../ui/StatusBar'
import { StatusMark } from '../../ui/StatusMark'
import { DatedText } from '../../ui/small'
import { usePlanActivities } from '../activities/queries'
import { CouncilKept } from '../meetings/shared'
import { usePlan, useViolenceAreas } from '../plans/queries'
import { AreaMark } from './AreaMark'
import './home.css'
import { words } from './words'

/** One screen: where help is, how the plan goes, what is known. */
export default function HomePage() {
  const w = useWords(words)
  const plan = usePlan()
  const activities = usePlanActivities(plan.data?.id)
  return (
    <Page title={w.title} documentTitle={w.documentTitle} lead={<p>{w.lead}</p>}>
      <div className="home">
        <Help />
        {plan.data === null ? (
          <EmptyState title={w.noPlanTitle}>{w.noPlanText}</EmptyState>
        ) : (
          <Load of={activities} lines={6}>
            {(all) => plan.data && <HowItGoes plan={plan.data} activities={all} />}
          </Load>
        )}
        <Areas />
      </div>
    </Page>
  )
}

function Help() {
  const w = useWords(words)
  const to = usePaths()
  return (
    <section className="home-help" aria-labelledby="home-help">
      <div>
        <h2 id="home-help">{w.helpTitle}</h2>
        <p>
          {w.helpText} <strong className="nowrap">{w.emergency}</strong>
        </p>
      </div>
      <ButtonLink href={to.help()}>{w.helpLink}</ButtonLink>
    </section>
  )
}

function HowItGoes({ plan, activities }: { plan: Plan; activities: Activity[] }) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const main = activities.filter(({ parentId }) => !parentId)
  const over = plan.periodTo && plan.periodTo < today()
  return (
    <section className="home-plan" aria-labelledby="home-plan">
      <div className="home-head">
        <h2 id="home-plan">{w.howItGoes}</h2>
        <a href={to.plan()}>{w.wholePlan}</a>
      </div>
      <p className="soft" lang={langOf(plan, lang)}>
        {plan.name}
      </p>
      {plan.notice && (
        <p className="home-notice small soft" lang={langOf(plan, lang)}>
          {plan.notice}
        </p>
      )}
      {over && plan.periodTo && <p className="soft">{w.periodOver(formatDay(plan.periodTo, lang))}</p>}
      <StatusBar
        items={main.map((activity) => ({
          id: activity.id,
          code: activity.code,
          title: activity.title,
          state: activity.status,
          href: to.activity(activity.code),
          lang: langOf(activity, lang),
        }))}
        hrefOf={(state) => to.activities({ lage: state })}
      />
      <div className="home-columns">
        <ChangedLast activities={activities} />
        <ComesNext plan={plan} />
      </div>
      <CouncilKept year={Number(today().slice(0, 4))} />
    </section>
  )
}

function ChangedLast({ activities }: { activities: Activity[] }) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const latest = activities
    .filter(({ lastReportOn }) => lastReportOn)
    .sort((a, b) => (b.lastReportOn ?? '').localeCompare(a.lastReportOn ?? ''))
    .slice(0, 3)
  return (
    <section aria-labelledby="home-last">
      <div className="home-head">
        <h3 id="home-last">{w.changedLast}</h3>
        <a href={to.activities()}>{w.allActivities}</a>
      </div>
      {latest.length === 0 && <p className="soft">{w.nothingReported}</p>}
      <ul className="home-list home-last plain-list">
        {latest.map((activity) => (
          <li key={activity.id}>
            <span className="home-when small soft">
              {activity.lastReportOn && (
                <time dateTime={activity.lastReportOn}>{formatDayShort(activity.lastReportOn, lang)}</time>
              )}
            </span>
            <a href={to.activity(activity.code)} lang={langOf(activity, lang)}>
              {activity.title}
            </a>
            <span className="small">
              <StatusMark state={activity.status} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ComesNext({ plan }: { plan: Plan }) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const entries = useQuery({
    queryKey: key('plan', 'timelines', 'next', plan.id),
    queryFn: () =>
      ask(
        api.GET('/timelines', {
          params: { query: { plan: plan.id, from: today(), to: addDays(today(), 500), limit: 100 } },
        }),
      ),
    select: ({ items }) => upcoming(items, today(), 4),
  })
  return (
    <section aria-labelledby="home-next">
      <div className="home-head">
        <h3 id="home-next">{w.comesNext}</h3>
        <a href={to.timeline()}>{w.timeline}</a>
      </div>
      <Load of={entries} lines={3}>
        {(items) => (
          <ul className="home-list plain-list">
            {items.length === 0 && <li className="soft">{w.nothingNext}</li>}
            {items.map((entry) => (
              <li key={entry.id}>
                <span className="home-when small soft">
                  <DatedText dated={entry.date} />
                </span>
                {entry.activityCode ? (
                  <a href={to.activity(entry.activityCode)} lang={langOf(entry, lang)}>
                    {entry.title}
                  </a>
                ) : (
                  <span lang={langOf(entry, lang)}>{entry.title}</span>
                )}
              </li>
            ))}
          </ul>
        )}
      </Load>
    </section>
  )
}

function Areas() {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const areas = useViolenceAreas()
  if (!areas.data || areas.data.length === 0) return null
  return (
    <section className="home-areas" aria-labelledby="home-areas">
      <h2 id="home-areas">{w.areas}</h2>
      <ul className="plain-list">
        {areas.data.map((area) => (
          <li key={area.id}>
            <a href={to.activities({ omrade: area.key })} lang={nameLang(area, lang)}>
              <AreaMark position={area.position} />
              <span>{nameOf(area, lang)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
