import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { api, ask, may } from '../../api/client'
import { key } from '../../api/keys'
import type { Activity, Body, Plan } from '../../api/types'
import { addDays, formatDay, today } from '../../lib/dates'
import { langOf, nameLang, nameOf, useLang, useWords } from '../../lib/i18n'
import { breakable } from '../../lib/names'
import { upcoming } from '../../lib/upcoming'
import { usePaths } from '../../paths'
import { EmptyState, Load, Notice } from '../../ui/Load'
import { Page, Part } from '../../ui/Page'
import { StatusBar } from '../../ui/StatusBar'
import { PartMark, StatusMark } from '../../ui/StatusMark'
import { DatedText, Facts, PrintButton, SourceBadge } from '../../ui/small'
import { type Column, Table } from '../../ui/Table'
import { usePlanActivities } from '../activities/queries'
import { DecisionsPart } from '../decisions/shared'
import { usePlan } from '../plans/queries'
import { HistoryPart } from '../traces/shared'
import './boards.css'
import { Contacts } from './Contacts'
import { OwnWords } from './OwnWords'
import { answeredBy, needsReport, partIn } from './part'
import { useBodies, useBody } from './queries'
import { kindWords, roleWords, words } from './words'

export default function DetailPage() {
  const { board = '' } = useParams()
  const body = useBody(decodeURIComponent(board))
  return (
    <Load of={body} missing={<Missing />}>
      {(found) => <BoardPage key={found.id} body={found} />}
    </Load>
  )
}

function Missing() {
  const w = useWords(words)
  const to = usePaths()
  return (
    <Page title={w.missingTitle} lead={<p>{w.missingText}</p>}>
      <p>
        <a href={to.boards()}>{w.toBoards}</a>
      </p>
    </Page>
  )
}

function BoardPage({ body }: { body: Body }) {
  const w = useWords(words)
  const kind = useWords(kindWords)
  const lang = useLang()
  const to = usePaths()
  const plan = usePlan()
  const activities = usePlanActivities(plan.data?.id)
  return (
    <Page
      title={breakable(nameOf(body, lang))}
      documentTitle={nameOf(body, lang)}
      titleLang={nameLang(body, lang)}
      kicker={
        <>
          <a href={to.boards()}>{w.title}</a> · {kind[body.kind]} <SourceBadge source={body.source} />
        </>
      }
      lead={body.description && <p lang={lang === 'en' ? 'sv' : undefined}>{body.description}</p>}
      actions={<PrintButton />}
    >
      <Load of={activities}>
        {(all) => <OwnPart body={body} plan={plan.data ?? undefined} activities={answeredBy(all, body.id)} />}
      </Load>
      <OwnWords body={body} />
      <DecisionsPart of={{ body: body.id }} ofOneBody />
      <ComingUp body={body} plan={plan.data ?? undefined} />
      <Contacts body={body} />
      <About body={body} />
      <HistoryPart type="body" thing={body} />
    </Page>
  )
}

function OwnPart({ body, plan, activities }: { body: Body; plan: Plan | undefined; activities: Activity[] }) {
  const w = useWords(words)
  const to = usePaths()
  const lang = useLang()
  if (activities.length === 0) return <EmptyState title={w.noActivities}>{<p>{w.noActivitiesHelp}</p>}</EmptyState>
  const due = activities.filter(
    (activity) =>
      may(activity, 'report') && needsReport(activity, body.id, plan?.reportingIntervalDays ?? 120, today()),
  )
  return (
    <>
      {due.length > 0 && (
        <Notice tone="attention">
          <p>
            <strong>{w.needsReport}</strong>
          </p>
          <ul>
            {due.map((activity) => (
              <li key={activity.id}>
                <a href={`${to.activity(activity.code)}#rapportera`}>
                  {activity.code} {activity.title}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Part title={w.itsPart} id="del" aside={<span className="soft">{w.activities(activities.length)}</span>}>
        <StatusBar
          items={activities.map((activity) => ({
            id: activity.id,
            code: activity.code,
            title: activity.title,
            state: activity.status,
            href: to.activity(activity.code),
            lang: langOf(activity, lang),
          }))}
          hrefOf={(state) => to.activities({ namnd: body.key, lage: state })}
        />
        <PartTable body={body} activities={activities} />
      </Part>
    </>
  )
}

function PartTable({ body, activities }: { body: Body; activities: Activity[] }) {
  const w = useWords(words)
  const role = useWords(roleWords)
  const lang = useLang()
  const to = usePaths()
  const part = (activity: Activity) => partIn(activity, body.id)
  const columns: Column<Activity>[] = [
    { key: 'code', head: w.code, cell: ({ code }) => code, className: 'tabular' },
    {
      key: 'title',
      head: w.activity,
      rowHead: true,
      cell: (activity) => (
        <a href={to.activity(activity.code)} lang={langOf(activity, lang)}>
          {activity.title}
        </a>
      ),
    },
    {
      key: 'role',
      head: w.role,
      cell: (activity) => (
        <>
          {role[part(activity)?.role ?? 'answerable']}
          {part(activity)?.byRule && <span className="soft small"> {w.byRule}</span>}
        </>
      ),
    },
    { key: 'part', head: w.part, cell: (activity) => <PartMark state={part(activity)?.state ?? 'none'} /> },
    { key: 'whole', head: w.whole, cell: (activity) => <StatusMark state={activity.status} /> },
    {
      key: 'reported',
      head: w.lastReport,
      className: 'nowrap',
      cell: (activity) => {
        const on = part(activity)?.lastReportOn
        return on ? formatDay(on, lang) : <span className="soft">{w.never}</span>
      },
    },
  ]
  if (activities.some((activity) => may(activity, 'report'))) {
    columns.push({
      key: 'report',
      head: w.report,
      cell: (activity) =>
        may(activity, 'report') && (
          <a href={`${to.activity(activity.code)}#rapportera`} aria-label={w.reportOn(activity.title)}>
            {w.report}
          </a>
        ),
    })
  }
  return (
    <div className="boards-table">
      <Table caption={w.tableCaption} columns={columns} rows={activities} rowKey={(activity) => activity.id} stack />
    </div>
  )
}

function ComingUp({ body, plan }: { body: Body; plan: Plan | undefined }) {
  const w = useWords(words)
  const to = usePaths()
  const lang = useLang()
  const entries = useQuery({
    queryKey: key('plan', 'timelines', 'next', body.id, plan?.id),
    queryFn: () =>
      ask(
        api.GET('/timelines', {
          params: {
            query: { plan: plan?.id, board: body.id, from: today(), to: addDays(today(), 500), limit: 100 },
          },
        }),
      ),
    select: ({ items }) => upcoming(items, today(), 6),
    enabled: plan !== undefined,
  })
  return (
    <Part title={w.comingUp} id="kommer" aside={<a href={to.timeline(undefined, { namnd: body.key })}>{w.timeline}</a>}>
      <Load of={entries} lines={3}>
        {(items) =>
          items.length === 0 ? (
            <p className="soft">{w.nothingComing}</p>
          ) : (
            <ol className="boards-coming plain-list">
              {items.map((entry) => (
                <li key={entry.id}>
                  <span className="soft">
                    <DatedText dated={entry.date} />
                  </span>
                  <span lang={langOf(entry, lang)}>
                    {entry.title}
                    {entry.activityCode && (
                      <>
                        {', '}
                        <a href={to.activity(entry.activityCode)}>{entry.activityCode}</a>
                      </>
                    )}
                  </span>
                </li>
              ))}
            </ol>
          )
        }
      </Load>
    </Part>
  )
}

function About({ body }: { body: Body }) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const under = useBodies().data?.childrenOf(body.id) ?? []
  const facts = [
    body.website && { term: w.website, value: <a href={body.website}>{body.website}</a> },
    body.email && { term: w.email, value: <a href={`mailto:${body.email}`}>{body.email}</a> },
    body.validTo && body.validTo < today() && { term: w.notInForce, value: formatDay(body.validTo, lang) },
  ].filter((fact) => fact !== undefined && fact !== '' && fact !== false)
  if (facts.length === 0 && under.length === 0) return null
  return (
    <Part title={w.under} id="om">
      {facts.length > 0 && <Facts facts={facts} />}
      {under.length > 0 && (
        <ul className="boards-under plain-list">
          {under.map((child) => (
            <li key={child.id}>
              <a href={to.board(child.key)} lang={nameLang(child, lang)}>
                {nameOf(child, lang)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
