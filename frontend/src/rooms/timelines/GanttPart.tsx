import { useWords } from '../../lib/i18n'
import type { Filters } from './address'
import { type Entry, isUndated, touches, yearsOf } from './entries'
import Gantt from './Gantt'
import { usualYears, yearsDomain } from './gantt'
import { ganttWords } from './ganttWords'

type Props = { entries: Entry[]; today: string; filters: Filters; allHref: (first: number, last: number) => string }

/** The chart of the years chosen, or of those around now; what lies outside is counted and one link away. */
// Activities without dates come along: they name the rows of their milestones.
export default function GanttPart({ entries, today, filters, allHref }: Props) {
  const w = useWords(ganttWords)
  const years = yearsOf(entries, today)
  const usual = usualYears(years, Number(today.slice(0, 4)))
  const chosen = filters.fran || filters.till
  const first = Number(filters.fran ?? (chosen ? years.first : usual.first))
  const last = Number(filters.till ?? (chosen ? years.last : usual.last))
  const domain = yearsDomain(Math.min(first, last), Math.max(first, last))
  const outside = entries.filter((entry) => !isUndated(entry) && !touches(entry, domain.from, domain.to)).length
  const yearsText = first === last ? String(first) : `${first}–${last}`
  return (
    <>
      <p className="timeline-shown">
        {w.shown(yearsText, outside)}{' '}
        {outside > 0 && <a href={allHref(years.first, years.last)}>{w.showYears(`${years.first}–${years.last}`)}</a>}
      </p>
      <Gantt entries={entries} domain={domain} today={today} />
    </>
  )
}
