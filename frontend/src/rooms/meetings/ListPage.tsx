import { lazy, Suspense } from 'react'
import { useSearch } from 'wouter'
import { may } from '../../api/client'
import { useSession } from '../../api/session'
import type { CouncilMeeting } from '../../api/types'
import { formatDayShort, today } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { ButtonLink } from '../../ui/Button'
import { EmptyState, Load } from '../../ui/Load'
import { Page, Part } from '../../ui/Page'
import { ViewSwitch } from '../../ui/small'
import { Table } from '../../ui/Table'
import './meetings.css'
import { enteredYears } from './kept'
import { useMeetingSeries, useMeetings } from './queries'
import { StateMark } from './StateMark'
import { clockOf, writtenIn } from './when'
import { kindWords, words } from './words'

const Topics = lazy(() => import('./room/Topics'))

const kinds = ['council', 'joint', 'forum', 'steering'] as const
type Kind = (typeof kinds)[number]

/** Every meeting through the years, the coming ones first. */
export default function ListPage() {
  const w = useWords(words)
  const to = usePaths()
  const search = useSearch()
  const chosen = kinds.find((kind) => kind === new URLSearchParams(search).get('slag'))
  const meetings = useMeetings(chosen ? { kind: chosen } : {})
  const session = useSession()
  const me = session.status === 'signedIn' ? session.user : undefined
  return (
    <Page
      title={w.title}
      kicker={<a href={to.council()}>{w.council}</a>}
      lead={<p>{w.lead}</p>}
      actions={may(me, 'newCouncilMeeting') && <ButtonLink href={to.newMeeting()}>{w.newMeeting}</ButtonLink>}
    >
      <Kinds chosen={chosen} />
      <Load of={meetings} lines={8}>
        {(all) => (all.length === 0 ? <EmptyState title={w.noneTitle}>{w.noneText}</EmptyState> : <Years all={all} />)}
      </Load>
      <Frequency />
      {may(me, 'councilTopics') && (
        <Suspense>
          <Topics />
        </Suspense>
      )}
    </Page>
  )
}

function Kinds({ chosen }: { chosen: Kind | undefined }) {
  const w = useWords(words)
  const k = useWords(kindWords)
  const to = usePaths()
  const series = useMeetingSeries()
  // Those who see no steering group's meetings are not offered to look for them.
  const shown = kinds.filter((kind) => kind === chosen || series.data?.some((one) => one.kind === kind))
  return (
    <ViewSwitch
      label={w.which}
      views={[
        { href: to.meetings(), label: w.all, current: !chosen },
        ...shown.map((kind) => ({ href: to.meetings({ slag: kind }), label: k[kind], current: chosen === kind })),
      ]}
    />
  )
}

const yearOf = (meeting: CouncilMeeting) => today(new Date(meeting.startsAt)).slice(0, 4)

function Years({ all }: { all: CouncilMeeting[] }) {
  const w = useWords(words)
  const now = new Date().toISOString()
  const isComing = (meeting: CouncilMeeting) => meeting.endsAt >= now && meeting.state !== 'cancelled'
  const coming = all.filter(isComing).sort((a, b) => a.startsAt.localeCompare(b.startsAt))
  const past = all.filter((meeting) => !isComing(meeting)).sort((a, b) => b.startsAt.localeCompare(a.startsAt))
  const years = [...new Set(past.map(yearOf))]
  return (
    <>
      {coming.length > 0 && (
        <Part title={w.comingTitle} id="kommande" aside={<span className="soft">{w.found(coming.length)}</span>}>
          <Meetings caption={w.comingTitle} rows={coming} withYear />
        </Part>
      )}
      {years.map((year) => (
        <Part key={year} title={year} id={`ar-${year}`}>
          <Meetings caption={year} rows={past.filter((meeting) => yearOf(meeting) === year)} />
        </Part>
      ))}
    </>
  )
}

function Meetings({ caption, rows, withYear }: { caption: string; rows: CouncilMeeting[]; withYear?: boolean }) {
  const w = useWords(words)
  const k = useWords(kindWords)
  const lang = useLang()
  const to = usePaths()
  return (
    <Table
      caption={w.tableOf(caption)}
      rows={rows}
      rowKey={({ id }) => id}
      stack
      columns={[
        {
          key: 'day',
          head: w.date,
          className: 'nowrap meeting-day',
          cell: (meeting) => {
            const day = today(new Date(meeting.startsAt))
            return (
              <>
                <time dateTime={meeting.startsAt}>
                  {formatDayShort(day, lang)} {withYear && day.slice(0, 4)}
                </time>{' '}
                <span className="soft tabular">{clockOf(meeting, lang)}</span>
              </>
            )
          },
        },
        {
          key: 'title',
          head: w.name,
          rowHead: true,
          cell: (meeting) => (
            <>
              <a href={to.meeting(meeting.id)} lang={writtenIn(lang)}>
                {meeting.title}
              </a>
              <span className="small soft block">{k[meeting.kind]}</span>
            </>
          ),
        },
        { key: 'place', head: w.place, cell: ({ place }) => place },
        {
          key: 'state',
          head: w.state,
          cell: ({ state, number }) => (
            <>
              <StateMark state={state} />
              {number && <span className="small soft block">{w.minutesNumber(number)}</span>}
            </>
          ),
        },
      ]}
    />
  )
}

/** Whether it has met as decided, series by series, through the years that have been entered. */
function Frequency() {
  const w = useWords(words)
  const series = (useMeetingSeries().data ?? []).filter(({ kept }) => kept.some(({ held, decided }) => held + decided))
  const years = enteredYears(series, Number(today().slice(0, 4)))
  if (series.length === 0 || years.length === 0) return null
  return (
    <Part title={w.keptTitle} id="ofta">
      <p className="soft meeting-help">{w.keptHelp}</p>
      <Table
        caption={w.tableOf(w.keptTitle)}
        rows={series}
        rowKey={({ id }) => id}
        stack
        columns={[
          { key: 'series', head: w.series, rowHead: true, cell: ({ title }) => title },
          ...years.map((year) => ({
            key: String(year),
            head: String(year),
            numeric: true,
            cell: ({ kept }: (typeof series)[number]) => {
              const of = kept.find((one) => one.year === year)
              return of ? w.keptOf(of.held, of.decided) : ''
            },
          })),
        ]}
      />
    </Part>
  )
}
