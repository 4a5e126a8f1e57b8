import type { ErasureRecord } from '../../api/types'
import { formatDay } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { Table } from '../../ui/Table'
import { actWords, words } from './words'

type Props = { entries: ErasureRecord['entries']; isDryRun: boolean; brief?: boolean }

/** What became of each rule in a run; in brief only how many. */
export function Entries({ entries, isDryRun, brief }: Props) {
  const w = useWords(words)
  const acts = useWords(actWords)
  const lang = useLang()
  return (
    <Table
      stack
      caption={isDryRun ? w.triedTitle : w.record}
      rows={entries}
      rowKey={({ ruleId }) => ruleId}
      columns={[
        {
          key: 'rule',
          head: w.rule,
          rowHead: true,
          cell: (entry) => (
            <>
              {lang === 'sv' ? entry.titleSv : entry.titleEn}
              {!brief && (
                <span className="rule-text small soft">
                  {w.kept(w.days(entry.keepDays), formatDay(entry.before, lang))}{' '}
                  {lang === 'sv' ? entry.basisSv : entry.basisEn}.
                </span>
              )}
            </>
          ),
        },
        ...(brief
          ? []
          : [
              { key: 'act', head: w.act, cell: (entry: Props['entries'][number]) => acts[entry.act] },
              {
                key: 'decision',
                head: w.decision,
                cell: (entry: Props['entries'][number]) =>
                  entry.decisionReference ?? <span className="soft">{w.undecided}</span>,
              },
            ]),
        {
          key: 'count',
          head: isDryRun ? w.wouldErase : w.erased,
          numeric: true,
          cell: ({ count }) => count.toLocaleString(lang),
        },
        { key: 'left', head: w.left, numeric: true, cell: ({ remaining }) => remaining.toLocaleString(lang) },
      ]}
    />
  )
}
