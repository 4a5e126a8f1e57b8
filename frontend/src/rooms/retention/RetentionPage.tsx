import { lazy, Suspense, useState } from 'react'
import { useSearch } from 'wouter'
import { may } from '../../api/client'
import type { RetentionRule } from '../../api/types'
import { formatClock, formatDay, formatInstant } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Button } from '../../ui/Button'
import { EmptyState, Load, Skeleton } from '../../ui/Load'
import { Page, Part } from '../../ui/Page'
import { Pager, Table } from '../../ui/Table'
import { useOrderedBy } from './orderedBy'
import { useRecords, useRules } from './queries'
import './retention.css'
import { actWords, words } from './words'

const RuleForm = lazy(() => import('./RuleForm'))
const RunForm = lazy(() => import('./RunForm'))

/** For how long everything is kept, what is due, and what was erased. */
export default function RetentionPage() {
  const w = useWords(words)
  const rules = useRules()
  return (
    <Page staff title={w.title} lead={<p>{w.lead}</p>}>
      <Load of={rules} lines={10}>
        {(found) => (
          <>
            <Part title={w.rules} id="regler">
              <ul className="plain-list rules">
                {found.map((rule) => (
                  <Rule key={rule.id} rule={rule} />
                ))}
              </ul>
            </Part>
            {found.some((rule) => may(rule, 'erase')) && (
              <Part title={w.run} id="gallra">
                <Suspense fallback={<Skeleton lines={3} />}>
                  <RunForm rules={found} />
                </Suspense>
              </Part>
            )}
          </>
        )}
      </Load>
      <Part title={w.records} id="protokoll">
        <Records />
      </Part>
    </Page>
  )
}

function Rule({ rule }: { rule: RetentionRule }) {
  const w = useWords(words)
  const acts = useWords(actWords)
  const lang = useLang()
  const [open, setOpen] = useState(false)
  const [closed, setClosed] = useState(false)
  const title = lang === 'sv' ? rule.titleSv : rule.titleEn
  return (
    <li className="rule keep-together">
      <div className="rule-head">
        <h3>{title}</h3>
        <p className="rule-due">
          <span className="soft small">{w.due}</span> <strong className="tabular">{w.rows(rule.due)}</strong>
        </p>
      </div>
      <p>
        {w.keep} {w.days(rule.keepDays)}
        {!rule.isDecided && ` (${w.byDefault})`}, {acts[rule.act]}. {w.before(formatDay(rule.before, lang))}
      </p>
      <p className="small soft">
        {w.basis}: {lang === 'sv' ? rule.basisSv : rule.basisEn}. {w.decision}: {rule.decisionReference || w.undecided}.{' '}
        {w.tables}: <span className="rule-tables">{rule.tables.join(', ')}</span>.
      </p>
      {may(rule, 'edit') &&
        (open ? (
          <Suspense fallback={<Skeleton lines={2} />}>
            <RuleForm
              rule={rule}
              onClose={() => {
                setOpen(false)
                setClosed(true)
              }}
            />
          </Suspense>
        ) : (
          <Button
            variant="tertiary"
            className="button-quiet screen-only"
            autoFocus={closed}
            aria-label={w.changeOf(title)}
            onClick={() => setOpen(true)}
          >
            {w.change}
          </Button>
        ))}
    </li>
  )
}

const limit = 20

function Records() {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const orderedBy = useOrderedBy()
  const page = Math.max(1, Math.trunc(Number(new URLSearchParams(useSearch()).get('sida'))) || 1)
  const records = useRecords(page, limit)
  return (
    <Load of={records}>
      {({ items, _meta }) =>
        items.length === 0 ? (
          <EmptyState title={w.noRecords}>{w.noRecordsText}</EmptyState>
        ) : (
          <>
            <Table
              stack
              caption={w.runs}
              rows={items}
              rowKey={(record) => record.id ?? record.at}
              columns={[
                {
                  key: 'when',
                  head: w.when,
                  rowHead: true,
                  cell: ({ id, at }) => (
                    <a href={to.erasureRecord(id ?? '')}>
                      {formatInstant(at, lang)} {formatClock(new Date(at), lang)}
                    </a>
                  ),
                },
                { key: 'who', head: w.orderedBy, cell: orderedBy },
                { key: 'total', head: w.erased, numeric: true, cell: ({ total }) => w.rows(total) },
              ]}
            />
            <Pager
              page={page}
              limit={limit}
              total={_meta.totalRecords}
              hrefOf={(next) => `${to.retention()}?sida=${next}`}
            />
          </>
        )
      }
    </Load>
  )
}
