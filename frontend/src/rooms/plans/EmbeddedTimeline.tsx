import type { Plan, TimelineEntry } from '../../api/types'
import { formatDated, formatMonth, latestDay, today as todayIn } from '../../lib/dates'
import { type Lang, langOf, useLang, useWords, wordsIn } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Load } from '../../ui/Load'
import { SourceBadge } from '../../ui/small'
import { useTimeline } from '../timelines/queries'
import { Heading } from './SectionView'
import { words } from './words'

/** The year's round and what has been decided: what recurs once each with its rhythm, then the rest by day. */
export function EmbeddedTimeline({ plan, level }: { plan: Plan; level: number }) {
  const w = useWords(words)
  const to = usePaths()
  const lang = useLang()
  const timeline = useTimeline(plan.id)
  return (
    <Load of={timeline}>
      {(entries) => {
        const { recurring, once } = apart(entries, todayIn())
        return (
          <div className="embedded">
            {recurring.length > 0 && (
              <div className="keep-together">
                <Heading level={level}>{w.rhythm}</Heading>
                <ul className="plan-moments">
                  {recurring.map(({ entry, next }) => (
                    <li key={entry.id}>
                      <span lang={langOf(entry, lang)}>{entry.title}</span>{' '}
                      <span className="soft">
                        {rhythmOf(entry, lang)}
                        {next && `; ${w.nextTime(formatDated(next, lang))}`}
                      </span>{' '}
                      <SourceBadge source={entry.source} />
                    </li>
                  ))}
                </ul>
              </div>
            )}
            {once.length > 0 && (
              <>
                <Heading level={level}>{w.happened}</Heading>
                <dl className="plan-dates">
                  {once.map((entry) => (
                    <div key={entry.id} className="keep-together">
                      <dt>{whenOf(entry, lang)}</dt>
                      <dd>
                        <span lang={langOf(entry, lang)}>{entry.title}</span> <SourceBadge source={entry.source} />
                        {entry.reference && <span className="soft"> ({entry.reference})</span>}
                      </dd>
                    </div>
                  ))}
                </dl>
              </>
            )}
            <p className="row screen-only">
              <a href={to.timeline()}>{w.wholeTimeline}</a>
              <a href={to.timeline('arshjul')}>{w.yearWheel}</a>
            </p>
          </div>
        )
      }}
    </Load>
  )
}

const belongsToPlan = new Set<TimelineEntry['kind']>([
  'decision',
  'event',
  'meeting',
  'revision',
  'survey',
  'reportDue',
])

const recurs = (entry: TimelineEntry): boolean =>
  entry.kind === 'reportDue' || (entry.recurrence !== undefined && entry.recurrence.kind !== 'none')

function apart(entries: TimelineEntry[], today: string) {
  const own = entries.filter((entry) => belongsToPlan.has(entry.kind) && !entry.activityId)
  const groups = new Map<string, TimelineEntry[]>()
  for (const entry of own.filter(recurs)) {
    const name = `${entry.kind} ${entry.key}`
    groups.set(name, [...(groups.get(name) ?? []), entry])
  }
  const recurring = [...groups.values()].flatMap((group) => {
    const ahead = group.find(({ date }) => date && latestDay(date) >= today)
    const entry = ahead ?? group[0]
    // Of what comes "some time in a year" the next time says nothing that the rhythm has not said.
    const next = ahead?.date && ahead.date.precision !== 'year' ? ahead.date : undefined
    return entry ? [{ entry, next }] : []
  })
  return { recurring, once: own.filter((entry) => !recurs(entry)) }
}

function rhythmOf({ recurrence }: TimelineEntry, lang: Lang): string {
  const w = wordsIn(words, lang)
  switch (recurrence?.kind) {
    case 'yearly':
      return recurrence.month ? w.everyYearIn(formatMonth(recurrence.month, lang)) : w.everyYear
    case 'perYear':
      return w.timesAYear(recurrence.times ?? 1)
    case 'termOfOffice':
      return w.everyTerm
    default:
      return ''
  }
}

function whenOf({ date, end }: TimelineEntry, lang: Lang): string {
  const w = wordsIn(words, lang)
  if (!date && !end) return w.noDate
  return [date, end].flatMap((dated) => (dated ? [formatDated(dated, lang)] : [])).join(' – ')
}
