import type { ReactNode } from 'react'
import { useWords } from '../lib/i18n'
import { words } from './words'

export type Column<T> = {
  key: string
  head: string
  cell: (row: T) => ReactNode
  /** Right-aligned, tabular. */
  numeric?: boolean
  /** The cell names its row for screen readers. */
  rowHead?: boolean
  /** What the column sorts by (the API's field); its head becomes a link. */
  sort?: string
  className?: string
}

type Props<T> = {
  caption: string
  columns: Column<T>[]
  rows: T[]
  rowKey: (row: T) => string
  /** The current order: "code" or "-code". */
  sort?: string
  sortHref?: (sort: string) => string
  /** On a narrow screen each row becomes a block with its heads beside the values, instead of scrolling sideways. */
  stack?: boolean
}

export function Table<T>({ caption, columns, rows, rowKey, sort, sortHref, stack }: Props<T>) {
  return (
    // A region that may scroll sideways must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <div className="table-frame" role="region" aria-label={caption} tabIndex={0}>
      <table className={stack ? 'table table-stack' : 'table'}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} sortHref={sortHref} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, head, numeric, rowHead, className, cell }) => {
                const Cell = rowHead ? 'th' : 'td'
                return (
                  <Cell
                    key={key}
                    scope={rowHead ? 'row' : undefined}
                    data-head={head}
                    className={`${numeric ? 'numeric' : ''} ${className ?? ''}`}
                  >
                    {cell(row)}
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Head<T>({
  column,
  sort,
  sortHref,
}: {
  column: Column<T>
  sort?: string
  sortHref?: (sort: string) => string
}) {
  const w = useWords(words)
  const { head, numeric, sort: field } = column
  const className = numeric ? 'numeric' : undefined
  if (!field || !sortHref) {
    return (
      <th scope="col" className={className}>
        {head}
      </th>
    )
  }
  const rising = sort === field
  const falling = sort === `-${field}`
  return (
    <th scope="col" className={className} aria-sort={rising ? 'ascending' : falling ? 'descending' : undefined}>
      <a className="table-sort" href={sortHref(rising ? `-${field}` : field)}>
        {head}
        {(rising || falling) && (
          <svg
            viewBox="0 0 12 12"
            width="12"
            height="12"
            role="img"
            aria-label={rising ? w.sortAscending : w.sortDescending}
          >
            <path d={rising ? 'M2 8l4-4 4 4' : 'M2 4l4 4 4-4'} fill="none" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        )}
      </a>
    </th>
  )
}

type PagerProps = { page: number; limit: number; total: number; hrefOf: (page: number) => string }

export function Pager({ page, limit, total, hrefOf }: PagerProps) {
  const w = useWords(words)
  const pages = Math.max(1, Math.ceil(total / limit))
  if (pages === 1) return null
  return (
    <nav className="pager row" aria-label={w.pages}>
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev">
          {w.previous}
        </a>
      )}
      <span className="soft tabular">{w.pageOf(page, pages)}</span>
      {page < pages && (
        <a href={hrefOf(page + 1)} rel="next">
          {w.next}
        </a>
      )}
    </nav>
  )
}
