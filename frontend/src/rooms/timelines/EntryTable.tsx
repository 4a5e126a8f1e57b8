import { useLang, useWords } from '../../lib/i18n'
import { SourceBadge } from '../../ui/small'
import { type Column, Table } from '../../ui/Table'
import type { Sort } from './address'
import { compareByDate, type Entry } from './entries'
import { KindMark } from './marks'
import { EntryBodies, EntryState, EntryTitle, whenOf } from './say'
import { kindWords, words } from './words'

type Props = { caption: string; entries: Entry[]; sort?: Sort; sortHref?: (sort: string) => string }

/** The same entries as a table: the twin of each drawing, and a form of its own that can be sorted. */
export default function EntryTable({ caption, entries, sort = 'datum', sortHref }: Props) {
  const w = useWords(words)
  const kinds = useWords(kindWords)
  const lang = useLang()
  const columns: Column<Entry>[] = [
    {
      key: 'when',
      head: w.when,
      sort: 'datum',
      className: 'timeline-when',
      cell: (entry) => <span className={entry.date || entry.end ? 'tabular' : 'soft'}>{whenOf(entry, lang)}</span>,
    },
    {
      key: 'what',
      head: w.what,
      sort: 'titel',
      rowHead: true,
      className: 'timeline-what',
      cell: (entry) => (
        <>
          <EntryTitle entry={entry} lang={lang} /> <SourceBadge source={entry.source} />
        </>
      ),
    },
    {
      key: 'kind',
      head: w.kind,
      sort: 'typ',
      cell: (entry) => (
        <span className="timeline-kind">
          <KindMark kind={entry.kind} hollow={entry.state !== 'done'} />
          {kinds[entry.kind]}
        </span>
      ),
    },
    { key: 'who', head: w.who, cell: (entry) => <EntryBodies entry={entry} lang={lang} /> },
    { key: 'state', head: w.state, cell: (entry) => <EntryState entry={entry} /> },
  ]
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={sorted(entries, sort, (entry) => kinds[entry.kind])}
      rowKey={(entry) => entry.id}
      sort={sort}
      sortHref={sortHref}
    />
  )
}

function sorted(entries: Entry[], sort: Sort, kindOf: (entry: Entry) => string): Entry[] {
  const by = {
    datum: compareByDate,
    titel: (a: Entry, b: Entry) => a.title.localeCompare(b.title, 'sv'),
    typ: (a: Entry, b: Entry) => kindOf(a).localeCompare(kindOf(b), 'sv') || compareByDate(a, b),
  }[sort.replace('-', '') as 'datum' | 'titel' | 'typ']
  const rising = entries.toSorted(by)
  return sort.startsWith('-') ? rising.reverse() : rising
}
