import type { Plan, TimelineEntry } from '../../api/types'
import { formatDated, formatMonth, today as todayIn } from '../../lib/dates'
import { type Lang, langOf, useLang, useWords, wordsIn } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Load } from '../../ui/Load'
import { SourceBadge } from '../../ui/small'
import { useTimeline } from '../timelines/queries'
import { apart } from './round'
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
