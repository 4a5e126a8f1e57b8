import type { Activity } from '../../api/types'
import { formatDay } from '../../lib/dates'
import { langOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { StatusMark } from '../../ui/StatusMark'
import { DatedText, SourceBadge } from '../../ui/small'
import { type Column, Table } from '../../ui/Table'
import { WhoAnswers } from './shared'
import { words } from './words'

type Props = { activities: Activity[]; sort: string; sortHref: (sort: string) => string }

export function ActivityTable({ activities, sort, sortHref }: Props) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const columns: Column<Activity>[] = [
    { key: 'code', head: w.code, sort: 'code', className: 'tabular', cell: ({ code }) => code },
    {
      key: 'title',
      head: w.activity,
      sort: 'title',
      rowHead: true,
      className: 'activities-title-cell',
      cell: (activity) => (
        <>
          <a href={to.activity(activity.code)} lang={langOf(activity, lang)}>
            {activity.title}
          </a>{' '}
          {activity.unconfirmed && <SourceBadge source="interpretation" />}
        </>
      ),
    },
    { key: 'who', head: w.answers, cell: (activity) => <WhoAnswers activity={activity} short /> },
    {
      key: 'status',
      head: w.status,
      sort: 'status',
      className: 'nowrap',
      cell: ({ status }) => <StatusMark state={status} />,
    },
    { key: 'end', head: w.end, sort: 'end', cell: ({ end }) => (end ? <DatedText dated={end} /> : <Unknown />) },
    {
      key: 'reported',
      head: w.lastReport,
      className: 'nowrap',
      cell: ({ lastReportOn }) => (lastReportOn ? formatDay(lastReportOn, lang) : <Unknown />),
    },
  ]
  return (
    <Table
      caption={w.title}
      columns={columns}
      rows={activities}
      rowKey={(activity) => activity.id}
      sort={sort}
      sortHref={sortHref}
    />
  )
}

function Unknown() {
  return <span className="soft">–</span>
}
