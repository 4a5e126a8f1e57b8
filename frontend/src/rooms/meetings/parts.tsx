import type { ReactNode } from 'react'
import type { CouncilAgendaItem, CouncilAttendance, CouncilMeetingWhole, CouncilOutcome } from '../../api/types'
import { formatDay, formatInstant } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Markdown } from '../../ui/Markdown'
import { Part } from '../../ui/Page'
import { BodyName } from '../boards/shared'
import { seatName } from './seatName'
import { writtenIn } from './when'
import { itemKindWords, outcomeWords, presenceWords, words } from './words'

type Of = { meeting: CouncilMeetingWhole }

/** What an item is called, with its number and what it is for. */
export function ItemHead({
  meeting,
  item,
  number,
  aside,
}: Of & { item: CouncilAgendaItem; number: number; aside?: ReactNode }) {
  const w = useWords(words)
  const k = useWords(itemKindWords)
  const lang = useLang()
  const presenter = useSeatName(meeting, item.presenterSeatId)
  const facts = [
    item.isSecret && !item.isWithheld && w.secretShort,
    item.kind && k[item.kind],
    !meeting.lockedAt && item.minutes && w.minutesLong(item.minutes),
    presenter,
  ].filter(Boolean)
  return (
    <div className="meeting-item-head">
      <h3 id={`punkt-${number}`}>
        <span className="meeting-number tabular">{w.item(number)}</span>{' '}
        {item.isWithheld ? w.secret : <span lang={writtenIn(lang)}>{item.title}</span>}
      </h3>
      {(facts.length > 0 || aside) && (
        <p className="small soft">
          {facts.join(' · ')}
          {aside}
        </p>
      )}
    </div>
  )
}

/** An item to read: what to know beforehand, what was said, what came of it. */
export function ItemReading({
  meeting,
  item,
  number,
  aside,
  children,
}: Of & { item: CouncilAgendaItem; number: number; aside?: ReactNode; children?: ReactNode }) {
  const w = useWords(words)
  const lang = useLang()
  return (
    <>
      <ItemHead meeting={meeting} item={item} number={number} aside={aside} />
      <Background item={item} folded={meeting.lockedAt !== undefined} />
      {item.textHtml && <Markdown html={item.textHtml} lang={writtenIn(lang)} />}
      {children}
      {!children && item.outcomes.length > 0 && (
        <ul className="plain-list meeting-outcomes" aria-label={w.outcomes}>
          {item.outcomes.map((outcome) => (
            <li key={outcome.id}>
              <OutcomeReading meeting={meeting} outcome={outcome} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** What to know beforehand; once it is minutes, it steps back behind them. */
export function Background({ item, folded }: { item: CouncilAgendaItem; folded: boolean }) {
  const w = useWords(words)
  const lang = useLang()
  if (!item.backgroundHtml) return null
  if (!folded) return <Markdown html={item.backgroundHtml} lang={writtenIn(lang)} />
  return (
    <details className="meeting-background">
      <summary>{w.background}</summary>
      <Markdown html={item.backgroundHtml} lang={writtenIn(lang)} />
    </details>
  )
}

/** One outcome: its kind set before what was said, and for a task who does it and when. */
export function OutcomeReading({ meeting, outcome }: Of & { outcome: CouncilOutcome }) {
  const w = useWords(words)
  const o = useWords(outcomeWords)
  const lang = useLang()
  const to = usePaths()
  const by = useSeatName(meeting, outcome.bySeatId)
  const seat = useSeatName(meeting, outcome.responsibleSeatId)
  return (
    <div className={`meeting-outcome outcome-${outcome.kind}`}>
      <p className="meeting-outcome-kind">
        {o[outcome.kind]}
        {by && <span className="soft"> · {by}</span>}
      </p>
      <p className="meeting-outcome-text" lang={writtenIn(lang)}>
        {outcome.text}
      </p>
      {outcome.kind === 'task' && (
        <p className="small soft">
          {seat}
          {outcome.responsibleBodyId && <BodyName id={outcome.responsibleBodyId} />}
          {outcome.dueOn && `, ${w.due(formatDay(outcome.dueOn, lang))}`}
          {outcome.doneOn && `, ${w.doneOn(formatDay(outcome.doneOn, lang))}`}
          {outcome.isLate && <strong>, {w.late}</strong>}
        </p>
      )}
      {outcome.decisionId && (
        <p className="small">
          <a href={to.decision(outcome.decisionId)}>{w.theDecision}</a>
        </p>
      )}
    </div>
  )
}

/** What a seat of the meeting is called; nothing when it is not known here. */
function useSeatName(meeting: CouncilMeetingWhole, seatId: string | undefined): string | undefined {
  const lang = useLang()
  const seat = meeting.attendance.find((one) => one.seatId === seatId)
  return seat && seatName(seat, lang)
}

/** Who was there, seat by seat. Seats that nobody has noted anything of are left out once the minutes are locked. */
export function AttendancePart({ meeting, id = 'narvaro' }: Of & { id?: string }) {
  const w = useWords(words)
  const p = useWords(presenceWords)
  const noted = meeting.attendance.filter(({ state }) => state !== 'unknown')
  if (noted.length === 0) return null
  const groups = (['present', 'substitute', 'excused', 'absent'] as const).map((state) => ({
    state,
    seats: noted.filter((seat) => seat.state === state),
  }))
  return (
    <Part title={w.attendance} id={id}>
      <dl className="facts">
        {groups
          .filter(({ seats }) => seats.length > 0)
          .map(({ state, seats }) => (
            <div key={state}>
              <dt>{p[state]}</dt>
              <dd>
                <ul className="plain-list">
                  {seats.map((seat) => (
                    <li key={seat.seatId}>
                      <SeatLine seat={seat} />
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          ))}
      </dl>
    </Part>
  )
}

function SeatLine({ seat }: { seat: CouncilAttendance }) {
  const lang = useLang()
  const who = seat.state === 'substitute' ? seat.substituteName : seat.holderName
  return (
    <>
      {seatName(seat, lang)}
      {who && <span className="soft"> {who}</span>}
      {seat.note && <span className="soft">, {seat.note}</span>}
    </>
  )
}

/** Who adjusted the minutes, and what has been added since. */
export function AfterPart({ meeting }: Of) {
  const w = useWords(words)
  const lang = useLang()
  return (
    <>
      {meeting.adjusters.length > 0 && (
        <Part title={meeting.lockedAt ? w.adjusters : w.adjustersChosen} id="justerare">
          <ul className="plain-list stack-small">
            {meeting.adjusters.map((adjuster) => (
              <li key={adjuster.seatId}>
                <AdjusterLine meeting={meeting} seatId={adjuster.seatId} />{' '}
                <span className="soft">
                  {adjuster.approvedAt ? w.adjustedOn(formatInstant(adjuster.approvedAt, lang)) : w.adjustedNotYet}
                </span>
              </li>
            ))}
          </ul>
          {meeting.adjustBy && !meeting.lockedAt && (
            <p className="soft small">{w.adjustBy(formatDay(meeting.adjustBy, lang))}</p>
          )}
        </Part>
      )}
      {meeting.notes.length > 0 && (
        <Part title={w.notes} id="anteckningar">
          <ul className="plain-list stack-small">
            {meeting.notes.map((note) => (
              <li key={note.id} className="meeting-note">
                <time className="small soft" dateTime={note.createdAt}>
                  {formatInstant(note.createdAt, lang)}
                </time>
                <p className="meeting-outcome-text" lang={writtenIn(lang)}>
                  {note.text}
                </p>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}

function AdjusterLine({ meeting, seatId }: Of & { seatId: string }) {
  const w = useWords(words)
  return <>{useSeatName(meeting, seatId) ?? w.aSeat}</>
}
