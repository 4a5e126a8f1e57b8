import { useLang, useWords } from '../../lib/i18n'
import { type Column, Table } from '../../ui/Table'
import { say } from './Chart'
import type { Drawn, Line } from './shares'
import { words } from './words'

/** The same as the chart, in figures: a row for each group, a column for each option. */
export function SharesTable({ drawn }: { drawn: Drawn }) {
  const w = useWords(words)
  const lang = useLang()
  const { text, options, lines } = drawn
  const columns: Column<Line>[] = [
    { key: 'name', head: w.who, cell: ({ name }) => name, rowHead: true },
    { key: 'n', head: w.number, cell: ({ n }) => n?.toLocaleString(lang) ?? w.hidden, numeric: true },
    ...options.map((option, place) => ({
      key: option.key,
      head: option.name,
      cell: ({ shares }: Line) => say(shares?.[place], w),
      numeric: true,
    })),
  ]
  if (lines.some(({ mean }) => mean !== undefined)) {
    columns.push({
      key: 'mean',
      head: w.mean,
      cell: ({ mean }) => mean?.toLocaleString(lang, { maximumFractionDigits: 1 }) ?? w.hidden,
      numeric: true,
    })
  }
  return <Table caption={text} columns={columns} rows={lines} rowKey={({ key }) => key} stack />
}
