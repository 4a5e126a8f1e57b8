import { useId } from 'react'
import { formatDay, formatMonth } from '../../lib/dates'
import { type Lang, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Mark, type State } from '../../ui/StatusMark'
import { stateWords } from '../../ui/words'
import { Detail } from './Detail'
import type { Entry } from './entries'
import { type Bar, type Domain, type Point, place, type Row, rowsOf, ticksOf } from './gantt'
import { ganttWords } from './ganttWords'
import { Legend } from './Legend'
import { KindShape } from './marks'
import { useRoving } from './roving'
import { sentenceOf } from './say'
import { kindsWords } from './words'

const per = (value: number) => `${value}%`
const rowStop = (row: Row) => `row-${row.key}`

/**
 * One row an activity, placed in per cent so that the drawing fits screen and paper alike. Names stand beside the rows
 * as ordinary text, which grows with the reader's letters; the bars are drawn.
 */
export default function Gantt({ entries, domain, today }: { entries: Entry[]; domain: Domain; today: string }) {
  const w = useWords(ganttWords)
  const lang = useLang()
  const id = useId()
  const rows = rowsOf(entries, domain, today)
  const stops = rows.map((row) =>
    [
      { id: rowStop(row), at: -1 },
      ...(row.bar && row.entry ? [{ id: row.entry.id, at: barStart(row.bar) }] : []),
      ...row.spans.map(({ entry, bar }) => ({ id: entry.id, at: barStart(bar) })),
      ...row.points.map((point) => ({ id: point.entry.id, at: point.x })),
    ].sort((a, b) => a.at - b.at),
  )
  const roving = useRoving(stops)
  const chosenRow = rows.find((row) => rowStop(row) === roving.chosen)
  const chosen = chosenRow?.entry ?? entries.find((entry) => entry.id === roving.chosen)
  const now = place(today, domain)
  return (
    <figure className="gantt-figure">
      <p className="visually-hidden" id={`${id}-keys`}>
        {w.keys}
      </p>
      <div
        className="gantt"
        role="group"
        aria-label={w.chartName}
        aria-describedby={`${id}-keys`}
        onKeyDown={roving.onKeyDown}
      >
        <Patterns id={id} />
        <Axis domain={domain} now={now} lang={lang} />
        <ol className="plain-list">
          {rows.map((row) => (
            <li key={row.key} className="gantt-row" data-sub={isSub(row) || undefined}>
              <RowName row={row} lang={lang} stop={roving.stop(rowStop(row))} />
              <div className="gantt-track">
                <svg>
                  <Lines domain={domain} now={now} />
                  <svg>
                    {row.points.map((point) => point.spread && <Spread key={point.entry.id} spread={point.spread} />)}
                    {row.bar && row.entry && (
                      <BarShape
                        bar={row.bar}
                        entry={row.entry}
                        id={id}
                        lang={lang}
                        stop={{ ...roving.stop(row.entry.id), ...roving.pressed(row.entry.id) }}
                      />
                    )}
                    {row.spans.map(({ entry, bar }) => (
                      <BarShape
                        key={entry.id}
                        bar={bar}
                        entry={entry}
                        id={id}
                        lang={lang}
                        stop={{ ...roving.stop(entry.id), ...roving.pressed(entry.id) }}
                      />
                    ))}
                  </svg>
                  {row.points.map((point) => (
                    <PointShape
                      key={point.entry.id}
                      point={point}
                      lang={lang}
                      stop={{ ...roving.stop(point.entry.id), ...roving.pressed(point.entry.id) }}
                    />
                  ))}
                </svg>
              </div>
            </li>
          ))}
        </ol>
      </div>
      <Detail entry={chosen} />
      <figcaption>
        <p className="small soft">{w.todayIs(formatDay(today, lang))}</p>
        <Legend id={id} />
      </figcaption>
    </figure>
  )
}

const barStart = (bar: Bar): number => Math.max(0, bar.fadeIn?.[0] ?? bar.sure?.[0] ?? 0)
const isSub = (row: Row): boolean => (row.code?.split('.').length ?? 0) > 2

type Stop = ReturnType<ReturnType<typeof useRoving>['stop']>

/** Soft edges and hatching, once for all rows. Patterns know no colour of their own, so they work for every state. */
function Patterns({ id }: { id: string }) {
  return (
    <svg className="gantt-patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        {['in', 'out'].map((way) => (
          <mask key={way} id={`${id}-${way}`} maskContentUnits="objectBoundingBox">
            <rect width="1" height="1" fill={`url(#${id}-${way}-light)`} />
          </mask>
        ))}
        <linearGradient id={`${id}-in-light`}>
          <stop offset="0" stopColor="#000" />
          <stop offset="1" stopColor="#fff" />
        </linearGradient>
        <linearGradient id={`${id}-out-light`}>
          <stop offset="0" stopColor="#fff" />
          <stop offset="1" stopColor="#000" />
        </linearGradient>
        <pattern id={`${id}-hatch`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="gantt-hatch" width="2" height="7" />
        </pattern>
      </defs>
    </svg>
  )
}

function Axis({ domain, now, lang }: { domain: Domain; now: number; lang: Lang }) {
  const w = useWords(ganttWords)
  const ticks = ticksOf(domain)
  // Where months are named too, today stands beside its line where no year's name is in the way; else beneath the years.
  const beneath = !ticks[0]?.labelled
  const left = now > 90 || (!beneath && ticks.some(({ major, x }) => major && x - now < 8 && x - now > -7))
  return (
    <div className="gantt-head" aria-hidden="true">
      <svg className="gantt-axis">
        {ticks.map((tick) => (
          <g key={tick.x}>
            <line
              className={tick.major ? 'gantt-major' : 'gantt-minor'}
              x1={per(tick.x)}
              x2={per(tick.x)}
              y1={tick.major ? 0 : '55%'}
              y2="100%"
            />
            {tick.major && (
              <text className="gantt-year" x={per(tick.x)} dx="5" y="1.1em">
                {tick.year}
              </text>
            )}
            {tick.labelled && (
              <text className="gantt-month" x={per(tick.x)} dx="5" y="3em">
                {formatMonth(tick.month, lang, true).replace('.', '')}
              </text>
            )}
          </g>
        ))}
        {now >= 0 && now <= 100 && (
          <text
            className="gantt-now-text"
            x={per(now)}
            dx={left ? -5 : 5}
            y={beneath ? '3em' : '1.1em'}
            textAnchor={left ? 'end' : 'start'}
          >
            {w.today}
          </text>
        )}
        {now >= 0 && now <= 100 && <line className="gantt-now" x1={per(now)} x2={per(now)} y1="0" y2="100%" />}
      </svg>
    </div>
  )
}

function Lines({ domain, now }: { domain: Domain; now: number }) {
  return (
    <g>
      {ticksOf(domain).map(({ x, major }) => (
        <line key={x} className={major ? 'gantt-major' : 'gantt-minor'} x1={per(x)} x2={per(x)} y1="0" y2="100%" />
      ))}
      {now >= 0 && now <= 100 && <line className="gantt-now" x1={per(now)} x2={per(now)} y1="0" y2="100%" />}
    </g>
  )
}

function RowName({ row, lang, stop }: { row: Row; lang: Lang; stop: Stop }) {
  const w = useWords(ganttWords)
  const kinds = useWords(kindsWords)
  const say = useWords(stateWords)
  const to = usePaths()
  if (!row.code) {
    return (
      <p className="gantt-name" {...stop} ref={stop.ref}>
        {kinds[row.kind]}
      </p>
    )
  }
  const state = row.entry?.state
  const known = state && Object.hasOwn(say, state) ? (state as State) : undefined
  const language = row.entry?.lang && row.entry.lang !== lang ? row.entry.lang : undefined
  return (
    <p className="gantt-name">
      <a href={to.activity(row.code)} {...stop} ref={stop.ref}>
        <span className="gantt-code tabular">{row.code}</span>{' '}
        <span lang={language}>{row.entry?.title ?? w.activityRow(row.code)}</span>
        {known && <span className="visually-hidden">, {say[known]}</span>}
      </a>
      {known && (
        <span className="gantt-state" title={say[known]}>
          <Mark state={known} />
        </span>
      )}
    </p>
  )
}

type ShapeProps = { entry: Entry; lang: Lang; stop: Stop }

function BarShape({ bar, entry, id, lang, stop }: ShapeProps & { bar: Bar; id: string }) {
  const pieces = [
    { at: bar.fadeIn, mask: `url(#${id}-in)` },
    { at: bar.sure, mask: undefined },
    { at: bar.fadeOut, mask: `url(#${id}-out)` },
  ].flatMap(({ at, mask }) => (at && at[1] > at[0] ? [{ from: at[0], width: at[1] - at[0], mask }] : []))
  const first = pieces[0]?.from ?? 0
  const last = pieces.at(-1)
  const width = (last ? last.from + last.width : first) - first
  const box = { x: per(first), y: '50%', width: per(width), transform: 'translate(0 -8)', height: 16 }
  return (
    <g
      className={`gantt-bar ${entry.kind !== 'activity' ? 'gantt-period' : `mark-${entry.state ?? 'planned'}`}`}
      aria-label={sentenceOf(entry, lang)}
      {...stop}
    >
      {pieces.map(({ from, width, mask }) => (
        <rect key={from} {...box} x={per(from)} width={per(width)} fill="currentColor" mask={mask} />
      ))}
      {entry.source === 'interpretation' && <rect {...box} fill={`url(#${id}-hatch)`} />}
      <rect {...box} className="gantt-outline" rx="3" transform="translate(0 -11)" height="22" />
    </g>
  )
}

/** Between which days a point may lie: a thin line beneath its mark. */
function Spread({ spread: [from, to] }: { spread: [number, number] }) {
  return <line className="gantt-spread" x1={per(from + 0.5)} x2={per(to - 0.5)} y1="50%" y2="50%" />
}

function PointShape({ point: { entry, x }, lang, stop }: Omit<ShapeProps, 'entry'> & { point: Point }) {
  return (
    <svg className="gantt-point" x={per(x)} y="50%">
      <g
        className={`gantt-dot ${entry.state === 'late' ? 'mark-late' : ''}`}
        aria-label={sentenceOf(entry, lang)}
        {...stop}
      >
        <circle className="gantt-hit" r="12" />
        <KindShape kind={entry.kind} hollow={entry.state !== 'done'} />
      </g>
    </svg>
  )
}
