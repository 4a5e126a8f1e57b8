import { useParams } from 'wouter'
import type { ErasureRecord } from '../../api/types'
import { formatClock, formatDay, formatInstant, today } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { EmptyState, Load } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { Facts, PrintButton } from '../../ui/small'
import { Entries } from './Entries'
import { useOrderedBy } from './orderedBy'
import { useRecord } from './queries'
import './retention.css'
import { words } from './words'

/** One erasure record, as a document to print and file. */
export default function RecordPage() {
  const w = useWords(words)
  const to = usePaths()
  const { record: id = '' } = useParams<{ record: string }>()
  const missing = (
    <Page staff title={w.missing}>
      <EmptyState title={w.missing} action={<a href={to.retention()}>{w.toRetention}</a>} />
    </Page>
  )
  return (
    <Load of={useRecord(id)} missing={missing}>
      {(record) => <Document record={record} />}
    </Load>
  )
}

function Document({ record }: { record: ErasureRecord }) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const orderedBy = useOrderedBy()
  return (
    <Page
      staff
      title={w.recordOf(formatInstant(record.at, lang))}
      kicker={
        <a className="screen-only" href={to.retention()}>
          {w.toRetention}
        </a>
      }
      actions={<PrintButton />}
    >
      <Facts
        facts={[
          { term: w.when, value: `${formatInstant(record.at, lang)} ${formatClock(new Date(record.at), lang)}` },
          { term: w.orderedBy, value: orderedBy(record) },
          { term: w.total, value: w.rows(record.total) },
          { term: w.recordId, value: <span className="rule-tables">{record.id}</span> },
        ]}
      />
      <Entries entries={record.entries} isDryRun={false} />
      <div className="print-only">
        <p className="signature">{w.signature}</p>
        <p className="small">
          {w.printed} {formatDay(today(), lang)}. {location.origin + location.pathname}
        </p>
      </div>
    </Page>
  )
}
