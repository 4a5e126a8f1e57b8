import { formatMonth } from '../../lib/dates'
import { type Lang, nameOf, useLang, useWords } from '../../lib/i18n'
import { Part } from '../../ui/Page'
import { useBodies } from '../boards/queries'
import { CouncilKept } from '../meetings/shared'
import { Detail } from './Detail'
import EntryTable from './EntryTable'
import { type Entry, upcoming } from './entries'
import { KindMark, KindShape } from './marks'
import { useRoving } from './roving'
import { sentenceOf, whenOf } from './say'
import { angleOf, arcPath, at, entriesIn, fullTurn, type Item, measures, type Ring, ringsOf } from './wheel'
import { wheelWords } from './wheelWords'
import { kindsWords, words } from './words'

type Props = { entries: Entry[]; year: number; today: string; hrefOf: (year: number) => string }

const months = Array.from({ length: 12 }, (_, place) => place + 1)
const monthStart = (month: number, year: number) => angleOf(`${year}-${String(month).padStart(2, '0')}-01`, year)

/** The year as a round: a ring a body, a mark a meeting, and in the middle what comes next. */
export default function YearWheel({ entries, year, today, hrefOf }: Props) {
  const w = useWords(wheelWords)
  const t = useWords(words)
  const lang = useLang()
  const rings = ringsOf(entries, year)
  const within = entriesIn(entries, year)
  const items = rings.flatMap((ring) => ring.items.map((item) => ({ item, ring })))
  const walk = items
    .toSorted((a, b) => a.item.angle - b.item.angle)
    .map(({ item }) => ({ id: item.entry.id, at: item.angle }))
  const roving = useRoving([walk])
  const half = measures.size / 2
  const current = today.startsWith(String(year))
  return (
    <>
      <nav className="wheel-years" aria-label={w.chooseYear}>
        <a href={hrefOf(year - 1)} aria-label={w.toYear(year - 1)} rel="prev">
          ← {year - 1}
        </a>
        <strong aria-current="true">{year}</strong>
        <a href={hrefOf(year + 1)} aria-label={w.toYear(year + 1)} rel="next">
          {year + 1} →
        </a>
      </nav>
      <div className="wheel-layout">
        <div className="wheel">
          <svg
            viewBox={`${-half} ${-half} ${measures.size} ${measures.size}`}
            role="group"
            aria-label={w.wheelName(year)}
            onKeyDown={roving.onKeyDown}
          >
            <Spokes year={year} lang={lang} rings={rings} />
            {current && <Today angle={angleOf(today, year)} />}
            {items.map(({ item, ring }) => (
              <ItemShape
                key={item.entry.id}
                item={item}
                ring={ring}
                label={sentenceOf(item.entry, lang)}
                stop={{ ...roving.stop(item.entry.id), ...roving.pressed(item.entry.id) }}
              />
            ))}
            {rings.map((ring, place) => (
              <text key={ring.key} className="wheel-number" x={14} y={-ring.radius} dominantBaseline="central">
                {place + 1}
              </text>
            ))}
          </svg>
          <Centre entries={within} year={year} today={today} lang={lang} />
        </div>
        <div className="wheel-side">
          <RingList rings={rings} lang={lang} />
          <CouncilKept year={year} />
          {within.length > 0 && <Detail entry={within.find((entry) => entry.id === roving.chosen)} />}
        </div>
      </div>
      <Part title={within.length > 0 ? w.wheelTable(year) : w.wheelEmpty(year)} id="aret">
        {within.length > 0 ? (
          <EntryTable caption={`${t.table}: ${year}`} entries={within} />
        ) : (
          <p className="soft prose">{w.wheelEmptyText}</p>
        )}
      </Part>
    </>
  )
}

function Spokes({ year, lang, rings }: { year: number; lang: Lang; rings: Ring[] }) {
  const line = (angle: number, from: number, to: number) => {
    const [[x1, y1], [x2, y2]] = [at(angle, from), at(angle, to)]
    return { x1, y1, x2, y2 }
  }
  return (
    <g>
      <circle className="wheel-edge" r={measures.outer} />
      <circle className="wheel-edge" r={measures.inner} />
      {rings.map((ring) => (
        <circle key={ring.key} className="wheel-ring" r={ring.radius} />
      ))}
      {months.map((month) => {
        const middle = (monthStart(month, year) + (month === 12 ? fullTurn : monthStart(month + 1, year))) / 2
        const [x, y] = at(middle, measures.labels)
        return (
          <g key={month}>
            <line className="wheel-spoke" {...line(monthStart(month, year), measures.inner, measures.outer)} />
            <text className="wheel-month" x={x} y={y} textAnchor="middle" dominantBaseline="central">
              {formatMonth(month, lang, true).replace('.', '')}
            </text>
          </g>
        )
      })}
    </g>
  )
}

function Today({ angle }: { angle: number }) {
  const [[x1, y1], [x2, y2]] = [at(angle, measures.inner), at(angle, measures.outer + 8)]
  return <line className="wheel-now" x1={x1} y1={y1} x2={x2} y2={y2} />
}

type ItemProps = { item: Item; ring: Ring; label: string; stop: ReturnType<ReturnType<typeof useRoving>['stop']> }

function ItemShape({ item, ring, label, stop }: ItemProps) {
  const { entry, shape } = item
  const [x, y] = at(item.angle, ring.radius)
  const late = entry.state === 'late' ? 'mark-late' : ''
  if (shape === 'arc' || shape === 'year') {
    const path = arcPath(item.from, item.to, ring.radius + (item.beside ?? 0))
    return (
      <g className={`wheel-item ${late}`} aria-label={label} {...stop}>
        <path className="wheel-hit" d={path} />
        <path className={`wheel-${shape}`} d={path} />
      </g>
    )
  }
  return (
    <g className={`wheel-item ${late}`} aria-label={label} {...stop}>
      {shape === 'month' && <path className="wheel-spread" d={arcPath(item.from, item.to, ring.radius)} />}
      <g transform={`translate(${x} ${y})`}>
        <g className="wheel-dot">
          <circle className="gantt-hit" r="15" />
          <KindShape kind={entry.kind} hollow={entry.state !== 'done'} />
        </g>
      </g>
    </g>
  )
}

function Centre({ entries, year, today, lang }: { entries: Entry[]; year: number; today: string; lang: Lang }) {
  const w = useWords(wheelWords)
  const next = upcoming(entries, today)[0]
  return (
    <div className="wheel-centre">
      <p className="wheel-year">{year}</p>
      {next ? (
        <div className="wheel-next">
          <p className="soft">{w.next}</p>
          <p>
            <strong>{whenOf(next, lang)}</strong>
          </p>
          <p lang={next.lang && next.lang !== lang ? next.lang : undefined}>{next.title}</p>
        </div>
      ) : (
        <p className="wheel-next soft">{w.nothingNext}</p>
      )}
    </div>
  )
}

function RingList({ rings, lang }: { rings: Ring[]; lang: Lang }) {
  const w = useWords(wheelWords)
  const kinds = useWords(kindsWords)
  const bodies = useBodies()
  const nameOfRing = (ring: Ring) =>
    ring.bodyId ? nameOf(bodies.data?.byId.get(ring.bodyId), lang) : ring.kind ? kinds[ring.kind] : w.others
  if (rings.length === 0) return null
  return (
    <div className="wheel-rings">
      <h2>{w.rings}</h2>
      <ol>
        {rings.map((ring) => (
          <li key={ring.key}>
            {nameOfRing(ring)}
            <ul className="plain-list small soft">
              {[...new Set(ring.items.map(({ entry }) => entry.kind))].map((kind) => (
                <li key={kind} className="timeline-kind">
                  <KindMark kind={kind} hollow />
                  {kinds[kind]}: {ring.items.filter(({ entry }) => entry.kind === kind).length}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <ul className="plain-list small soft wheel-signs">
        <li>{w.legendMonth}</li>
        <li>{w.legendYear}</li>
      </ul>
    </div>
  )
}
