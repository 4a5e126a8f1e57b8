import { formatDayShort, formatMonth } from '../../lib/dates'
import { type Lang, useLang, useWords } from '../../lib/i18n'
import { SourceBadge } from '../../ui/small'
import { byMonth, type Entry, type MonthGroup, type MonthLine } from './entries'
import { KindMark } from './marks'
import { EntryBodies, EntryState, EntryTitle } from './say'
import { kindWords, words } from './words'

/** The timeline where there is no room for a chart: month after month, what has passed folded away. */
export default function MonthList({ entries, today }: { entries: Entry[]; today: string }) {
  const w = useWords(words)
  const groups = byMonth(entries)
  const now = today.slice(0, 7)
  // A year is not over until its December is.
  const earlier = groups.filter(({ key }) => (key.length === 4 ? `${key}-12` : key) < now)
  const later = groups.filter((group) => !earlier.includes(group))
  const first = earlier[0]?.year
  const last = earlier.at(-1)?.year
  return (
    <div className="month-list">
      {first && last && (
        <details className="month-earlier">
          <summary>{w.earlier(first === last ? String(first) : `${first}–${last}`)}</summary>
          <Months groups={earlier} />
        </details>
      )}
      <Months groups={later} />
    </div>
  )
}

function Months({ groups }: { groups: MonthGroup[] }) {
  const w = useWords(words)
  const lang = useLang()
  return groups.map((group) => (
    <section key={group.key} className="month" aria-labelledby={`month-${group.key}`}>
      <h2 id={`month-${group.key}`}>
        {group.month ? `${formatMonth(group.month, lang)} ${group.year}` : w.yearOnly(group.year)}
      </h2>
      <ul className="plain-list">
        {group.lines.map((line) => (
          <Line key={`${line.entry.id}-${line.when}`} line={line} lang={lang} />
        ))}
      </ul>
    </section>
  ))
}

function Line({ line: { entry, when }, lang }: { line: MonthLine; lang: Lang }) {
  const w = useWords(words)
  const kinds = useWords(kindWords)
  const dated = when === 'ends' ? entry.end : entry.date
  const what = when === 'on' ? kinds[entry.kind] : `${kinds[entry.kind]} ${when === 'starts' ? w.starts : w.ends}`
  return (
    <li className="month-line">
      <KindMark kind={entry.kind} hollow={entry.state !== 'done'} />
      <div>
        <p className="small soft">
          {dated?.precision === 'day' && <time dateTime={dated.day}>{formatDayShort(dated.day, lang)} · </time>}
          {what}
          {entry.kind !== 'activity' && entry.activityCode && ` · ${entry.activityCode}`}
        </p>
        <p>
          <EntryTitle entry={entry} lang={lang} /> <SourceBadge source={entry.source} />
        </p>
        <p className="small soft">
          <EntryBodies entry={entry} lang={lang} />
        </p>
        <EntryState entry={entry} />
      </div>
    </li>
  )
}
