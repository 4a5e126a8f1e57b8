import { useLocation, useSearch } from 'wouter'
import type { AuditEventBrief } from '../../api/types'
import { formatClock, formatInstant } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { EmptyState, Load } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { Pager, Table } from '../../ui/Table'
import { usePlan } from '../plans/queries'
import { readAddress, toQuery, writeAddress } from './address'
import { useNames, useTraces } from './queries'
import SearchForm from './SearchForm'
import { sentenceOf } from './say/sentence'
import './traces.css'
import { searchWords } from './words'

const limit = 50

/** The administrator searches all that was done; the search is traced itself, and says so. */
export default function SearchPage() {
  const w = useWords(searchWords)
  const to = usePaths()
  const [, navigate] = useLocation()
  const search = useSearch()
  const address = readAddress(search)
  const traces = useTraces(toQuery(address, limit))
  return (
    <Page staff title={w.title} lead={<p>{w.lead}</p>}>
      {!traces.error && (
        <SearchForm
          key={search}
          filters={address.filters}
          onSearch={(filters) => navigate(`~${to.traces(writeAddress({ filters, page: 1 }))}`)}
          clearHref={to.traces()}
        />
      )}
      <Load of={traces}>
        {({ items, _meta }) => (
          <div className="stack">
            <p role="status" className="soft">
              {traces.isPlaceholderData ? '' : w.found(_meta.totalRecords)}
            </p>
            {items.length > 0 ? <Traces traces={items} /> : <EmptyState title={w.none}>{w.noneText}</EmptyState>}
            <Pager
              page={address.page}
              limit={limit}
              total={_meta.totalRecords}
              hrefOf={(page) => to.traces(writeAddress({ ...address, page }))}
            />
          </div>
        )}
      </Load>
    </Page>
  )
}

function Traces({ traces }: { traces: AuditEventBrief[] }) {
  const w = useWords(searchWords)
  const lang = useLang()
  const to = usePaths()
  const nameOf = useNames(usePlan().data?.id)
  return (
    <Table
      stack
      caption={w.title}
      rows={traces}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'when',
          head: w.when,
          className: 'nowrap tabular',
          cell: ({ at }) => (
            <time dateTime={at}>
              {formatInstant(at, lang)} {formatClock(new Date(at), lang)}
            </time>
          ),
        },
        {
          key: 'what',
          head: w.what,
          rowHead: true,
          cell: (trace) => (
            <>
              <a href={to.trace(trace.id)}>{sentenceOfBrief(trace, lang, nameOf)}</a>
              {trace.isRestricted && (
                <>
                  {' '}
                  <span className="source-badge">{w.isRestricted}</span>
                </>
              )}
              {trace.about.id && nameOf(trace.about.id) && (
                <span className="trace-note soft small">{nameOf(trace.about.id)}</span>
              )}
              {trace.note && <span className="trace-note soft small">{trace.note}</span>}
            </>
          ),
        },
        {
          key: 'who',
          head: w.who,
          cell: ({ by }) => by.name ?? <span className="soft">{by.userId ? w.noName : '–'}</span>,
        },
      ]}
    />
  )
}

/** A list knows which fields were changed, and not their values. */
function sentenceOfBrief(
  trace: AuditEventBrief,
  lang: Parameters<typeof sentenceOf>[1],
  nameOf: Parameters<typeof sentenceOf>[2],
) {
  const { by, object, about } = trace
  return sentenceOf({ ...trace, ...by, isPart: object.id !== about.id }, lang, nameOf)
}
