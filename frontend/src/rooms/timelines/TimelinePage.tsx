import { lazy, Suspense, useSyncExternalStore } from 'react'
import { useLocation, useParams, useSearch } from 'wouter'
import { may } from '../../api/client'
import type { Plan } from '../../api/types'
import { today as todayIn } from '../../lib/dates'
import { type Lang, nameOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { EmptyState, Load, Skeleton } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { ViewSwitch } from '../../ui/small'
import { useBodies } from '../boards/queries'
import { usePlan, useViolenceAreas } from '../plans/queries'
import './gantt.css'
import './wheel.css'
// Last: what it says of paper and of high contrast goes before the others.
import './timelines.css'
import { type Address, type Form, forms, isFiltered, readAddress, readForm, writeAddress } from './address'
import { choose, feedQuery, type Known, ofWhom } from './choose'
import { type Entry, yearsOf } from './entries'
import { Filtering } from './Filtering'
import { useTimeline } from './queries'
import { Undated } from './Undated'
import { inWheel } from './wheel'
import { kindsWords, words } from './words'

const GanttPart = lazy(() => import('./GanttPart'))
const YearWheel = lazy(() => import('./YearWheel'))
const EntryTable = lazy(() => import('./EntryTable'))
const MonthList = lazy(() => import('./MonthList'))
const CalendarFeed = lazy(() => import('./CalendarFeed'))

export default function TimelinePage() {
  const w = useWords(words)
  const to = usePaths()
  const plan = usePlan()
  const entries = useTimeline(plan.data?.id)
  const { data } = plan
  return (
    <Page
      title={w.title}
      lead={<p>{w.lead}</p>}
      actions={may(data ?? undefined, 'edit') && <a href={to.ownEntries()}>{w.editOwn}</a>}
    >
      {data === null && <EmptyState title={w.noPlan}>{w.emptyText}</EmptyState>}
      {data !== null && (
        <Load of={{ data: entries.data, error: plan.error ?? entries.error, refetch: entries.refetch }} lines={8}>
          {(found) => data && <Timeline plan={data} everything={found} />}
        </Load>
      )}
    </Page>
  )
}

function Timeline({ plan, everything }: { plan: Plan; everything: Entry[] }) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const [, navigate] = useLocation()
  const form: Form = readForm(useParams<{ form?: string }>().form) ?? 'diagram'
  const address = readAddress(useSearch())
  const { filters, sort } = address
  const bodies = useBodies().data
  const areas = useViolenceAreas().data
  const known = { bodies: bodies?.all ?? [], areas: areas ?? [], ready: Boolean(bodies && areas) }
  const today = todayIn()
  const named = Boolean(filters.namnd || filters.omrade)
  const share = useTimeline(named && known.ready ? plan.id : undefined, ofWhom(filters, known))
  const entries = named ? (share.data ?? []) : everything
  const { dated, undated, outside } = choose(entries, filters)
  const years = yearsOf(everything, today)
  const hrefOf = (change: Partial<Address>, other: Form = form) =>
    to.timeline(other === 'diagram' ? undefined : other, writeAddress({ ...address, ...change }))
  const year = address.year ?? Number(today.slice(0, 4))
  const wide = useWide()
  const names: Record<Form, string> = {
    diagram: wide ? w.diagram : w.list,
    tabell: w.table,
    arshjul: w.wheel,
    kalender: w.calendar,
  }
  const total = dated.length + undated.length
  return (
    <div className="timeline">
      <Filtering
        entries={everything}
        known={known}
        years={years}
        filters={filters}
        onChange={(chosen) => navigate(`~${hrefOf({ filters: chosen })}`, { replace: true })}
        clearHref={hrefOf({ filters: {} })}
      />
      <div className="timeline-bar">
        <ViewSwitch
          label={w.forms}
          views={forms.map((one) => ({ href: hrefOf({}, one), label: names[one], current: one === form }))}
        />
        <p role="status" className="soft">
          {undated.length > 0 ? w.foundAndUndated(w.found(total), undated.length) : w.found(total)}
        </p>
      </div>
      {isFiltered(filters) && <p className="print-only small">{w.onlyShown(chosenNames(filters, known, lang))}</p>}
      {everything.length === 0 && <EmptyState title={w.emptyTitle}>{w.emptyText}</EmptyState>}
      {named && !share.data && <Load of={share}>{() => null}</Load>}
      {(!named || share.data) && everything.length > 0 && total + outside.length === 0 && (
        <EmptyState title={w.noneTitle} action={<a href={hrefOf({ filters: {} })}>{w.clear}</a>}>
          {w.noneText}
        </EmptyState>
      )}
      <Suspense fallback={<Skeleton lines={8} />}>
        {form === 'diagram' && total + outside.length > 0 && (
          <Chart
            entries={[...dated, ...outside, ...undated]}
            today={today}
            filters={filters}
            allHref={(first, last) => hrefOf({ filters: { ...filters, fran: String(first), till: String(last) } })}
          />
        )}
        {form === 'tabell' && total > 0 && (
          <EntryTable
            caption={w.title}
            entries={[...dated, ...undated]}
            sort={sort}
            sortHref={(next) => hrefOf({ sort: next as Address['sort'] })}
          />
        )}
        {form === 'arshjul' && (
          <YearWheel
            entries={[...dated, ...outside]}
            year={year}
            today={today}
            hrefOf={(next) => hrefOf({ year: next === Number(today.slice(0, 4)) ? undefined : next })}
          />
        )}
        {form === 'kalender' && <CalendarFeed path={to.calendar(feedQuery(filters, known, plan.id, lang))} />}
      </Suspense>
      {form === 'diagram' && <Undated entries={undated} />}
      {form === 'arshjul' && <Undated entries={undated.filter(inWheel)} />}
    </div>
  )
}

/** What has been chosen, in words, for whoever reads it on paper. */
function chosenNames(filters: Address['filters'], known: Known, lang: Lang): string {
  const named = (things: { key: string; nameSv: string; nameEn?: string }[], key: string | undefined) =>
    nameOf(
      things.find((thing) => thing.key === key),
      lang,
    )
  const years = filters.fran || filters.till ? `${filters.fran ?? ''}–${filters.till ?? ''}` : ''
  return [
    named(known.bodies, filters.namnd),
    named(known.areas, filters.omrade),
    filters.typ ? kindsWords[filters.typ][lang] : '',
    years,
  ]
    .filter(Boolean)
    .join(', ')
}

type ChartProps = {
  entries: Entry[]
  today: string
  filters: Address['filters']
  allHref: (first: number, last: number) => string
}

/** The chart where there is room for it, else the list by month, which needs none of the chart's code. */
function Chart({ entries, today, filters, allHref }: ChartProps) {
  const wide = useWide()
  if (wide) return <GanttPart entries={entries} today={today} filters={filters} allHref={allHref} />
  const inside = choose(entries, { fran: filters.fran, till: filters.till }).dated
  return <MonthList entries={inside} today={today} />
}

// Paper is as wide as a chart needs, however narrow the window it is printed from.
const wideEnough = '(min-width: 700px), print'

const subscribe = (tell: () => void) => {
  const media = window.matchMedia(wideEnough)
  media.addEventListener('change', tell)
  return () => media.removeEventListener('change', tell)
}

const useWide = (): boolean => useSyncExternalStore(subscribe, () => window.matchMedia(wideEnough).matches)
