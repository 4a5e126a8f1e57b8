import { useLocation, useSearch } from 'wouter'
import type { SteeringItem } from '../../api/types'
import { formatDay, today } from '../../lib/dates'
import { langOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { TextField } from '../../ui/Field'
import { Load } from '../../ui/Load'
import { Page, Part } from '../../ui/Page'
import { PartMark, type PartState, type State, StatusMark } from '../../ui/StatusMark'
import { PrintButton } from '../../ui/small'
import { partWords, stateWords } from '../../ui/words'
import { BodyName } from '../boards/shared'
import { stateWords as seatWords } from '../council/words'
import { useSteeringItems } from './queries'
import './steering.css'
import { kindHelp, kindWords, words } from './words'

type Kind = SteeringItem['kind']

const isDay = (text: string | null): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '')

/** What the steering group must know of, in the order in which it is read. */
export default function SteeringPage() {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const [, navigate] = useLocation()
  const asked = new URLSearchParams(useSearch()).get('sedan')
  const since = isDay(asked) ? asked : undefined
  const found = useSteeringItems(since)
  return (
    <Page
      title={w.title}
      lead={<p>{w.lead}</p>}
      actions={
        <>
          <a href={to.timeline()}>{w.toTimeline}</a>
          <PrintButton />
        </>
      }
      staff
    >
      <Load of={found} lines={10}>
        {({ since: from, counts, items }) => (
          <>
            <div className="steering-top">
              <Overview counts={counts} />
              <div className="screen-only">
                <TextField
                  type="date"
                  label={w.since}
                  help={w.sinceHelp}
                  max={today()}
                  defaultValue={from}
                  className="ds-input field-short"
                  onChange={({ target }) => {
                    // Half a year, as somebody types it, is a day long ago.
                    if (isDay(target.value) && target.value > '1900') {
                      navigate(`~${to.steering(target.value)}`, { replace: true })
                    }
                  }}
                />
              </div>
              <p className="print-only">
                {w.since} {formatDay(from, lang)}
              </p>
            </div>
            {counts.map(({ kind, count }) => (
              <Group key={kind} kind={kind} count={count} items={items.filter((item) => item.kind === kind)} />
            ))}
            <p className="print-only small">
              {w.printed} {formatDay(today(), lang)}
            </p>
          </>
        )}
      </Load>
    </Page>
  )
}

/** How many there are of each, as ways to them; those without any are told last and lead nowhere. */
function Overview({ counts }: { counts: { kind: Kind; count: number }[] }) {
  const w = useWords(words)
  const kinds = useWords(kindWords)
  return (
    <nav aria-label={w.overview}>
      <ul className="steering-counts plain-list">
        {counts.map(({ kind, count }) => (
          <li key={kind} data-none={count === 0 || undefined}>
            <strong>{count}</strong>
            {count > 0 ? <a href={`#${kind}`}>{kinds[kind]}</a> : <span>{kinds[kind]}</span>}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Group({ kind, count, items }: { kind: Kind; count: number; items: SteeringItem[] }) {
  const w = useWords(words)
  const kinds = useWords(kindWords)
  const help = useWords(kindHelp)
  return (
    <Part title={kinds[kind]} id={kind} aside={<span className="soft tabular">{count}</span>}>
      {items.length === 0 ? (
        <p className="soft">{w.none}</p>
      ) : (
        <>
          <p className="small soft">{help[kind]}</p>
          <ul className="steering-items plain-list">
            {items.map((item) => (
              <Item key={item.id} item={item} />
            ))}
          </ul>
        </>
      )}
    </Part>
  )
}

function Item({ item }: { item: SteeringItem }) {
  const w = useWords(words)
  const lang = useLang()
  const href = useWayTo(item)
  const why = item.kind === 'stale' ? undefined : item.reason
  const title = (lang === 'en' && item.titleEn) || item.title
  const textLang = lang === 'en' && item.titleEn ? undefined : langOf(item, lang)
  const name = (
    <>
      {item.code && <span className="tabular">{item.code} </span>}
      <span lang={textLang}>{title}</span>
    </>
  )
  return (
    <li className="keep-together">
      <span className="soft tabular">{item.on ? formatDay(item.on, lang) : item.kind === 'stale' && w.never}</span>
      <div>
        <p>{href ? <a href={href}>{name}</a> : name}</p>
        <p className="small soft steering-more">
          {item.bodyId && <BodyName id={item.bodyId} />}
          {item.bodyId && (item.text || why) && ': '}
          {item.text && <span lang={langOf(item, lang)}>{item.text}</span>}
          {!item.text && why?.[lang]}
        </p>
      </div>
      <StateOf item={item} />
    </li>
  )
}

/** The state in its own room's words: of an activity, of a body's part of it, of a seat. */
function StateOf({ item: { kind, state, objectType } }: { item: SteeringItem }) {
  const seats = useWords(seatWords)
  // Of what comes, and of what nobody has told of, the state says nothing that the heading does not.
  if (!state || kind === 'due' || kind === 'stale') return null
  if (objectType === 'councilSeat')
    return <span className="small">{state in seats ? seats[state as keyof typeof seats] : ''}</span>
  if (state in stateWords) return <StatusMark state={state as State} />
  return state in partWords ? <PartMark state={state as PartState} /> : null
}

function useWayTo({ kind, objectType, objectId, code }: SteeringItem): string | undefined {
  const to = usePaths()
  switch (objectType) {
    case 'activity':
      return to.activity(code ?? objectId)
    case 'decision':
      return to.decision(objectId)
    case 'councilSeat':
      return to.councilSeat(objectId)
    case 'councilMeeting':
      return to.meeting(objectId)
    case 'councilQuestion':
      return to.question(objectId)
    default:
      return kind === 'due' ? to.timeline() : undefined
  }
}
