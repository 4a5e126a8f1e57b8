import { lazy, Suspense, useState } from 'react'
import { useParams } from 'wouter'
import { may } from '../../api/client'
import type { CouncilMember, CouncilSeat } from '../../api/types'
import { formatDay, today } from '../../lib/dates'
import { nameLang, nameOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Button } from '../../ui/Button'
import { Load, Skeleton } from '../../ui/Load'
import { Page, Part } from '../../ui/Page'
import { DatedText, Facts, PrintButton, SourceBadge } from '../../ui/small'
import { BodyName } from '../boards/shared'
import { DecisionsPart } from '../decisions/shared'
import { HistoryPart } from '../traces/shared'
import './council.css'
import { useSeat, useSeatMembers } from './queries'
import { SeatMark } from './SeatMark'
import { functionOf, type Gap, isFilled, turnsOf } from './seats'
import { words } from './words'

const SeatForm = lazy(() => import('./mandates/SeatForm'))

/** One seat: what it is for, who appoints to it, and who has held it through the years. */
export default function SeatPage() {
  const { seat = '' } = useParams()
  const found = useSeat(decodeURIComponent(seat))
  return (
    <Load of={found} missing={<Missing />}>
      {(one) => <Seat key={one.id} seat={one} />}
    </Load>
  )
}

function Missing() {
  const w = useWords(words)
  const to = usePaths()
  return (
    <Page title={w.missingTitle} lead={<p>{w.missingText}</p>}>
      <p>
        <a href={to.council()}>{w.toCouncil}</a>
      </p>
    </Page>
  )
}

function Seat({ seat }: { seat: CouncilSeat }) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const task = functionOf(seat, lang)
  const [editing, setEditing] = useState(false)
  return (
    <Page
      title={nameOf(seat, lang)}
      titleLang={nameLang(seat, lang)}
      kicker={
        <>
          <a href={to.council()}>{w.name}</a> · {w.seatNumber(seat.number)} <SourceBadge source={seat.source} />
        </>
      }
      lead={task && <p lang={task.lang}>{task.text}</p>}
      actions={
        <>
          {may(seat, 'appoint') && <a href={to.mandates()}>{w.appoint}</a>}
          {may(seat, 'edit') && !editing && (
            <Button variant="secondary" onClick={() => setEditing(true)}>
              {w.editSeat}
            </Button>
          )}
          <PrintButton />
        </>
      }
    >
      {editing && (
        <Suspense fallback={<Skeleton lines={6} />}>
          <SeatForm seat={seat} onClose={() => setEditing(false)} />
        </Suspense>
      )}
      <Now seat={seat} />
      <Through seat={seat} />
      <DecisionsPart of={{ concernsType: 'councilSeat', concerns: seat.id }} />
      <HistoryPart type="councilSeat" thing={seat} />
    </Page>
  )
}

/** What the seat is, and who holds it today. */
function Now({ seat }: { seat: CouncilSeat }) {
  const w = useWords(words)
  const lang = useLang()
  const { holder, substitute } = seat
  const facts = [
    {
      term: w.holder,
      value: (
        <>
          <SeatMark state={seat.state} name={isFilled(seat) ? holder?.name : undefined} />{' '}
          {seat.endsOn && <span className="soft">{w.until(formatDay(seat.endsOn, lang))}</span>}
        </>
      ),
    },
    substitute && { term: w.substitute, value: substitute.name ?? w.somebody },
    {
      term: w.appointedBy,
      value: seat.appointingBodyId ? <BodyName id={seat.appointingBodyId} /> : w.notKnownWho,
    },
    seat.bodyId && { term: w.speaksFor, value: <BodyName id={seat.bodyId} /> },
    (seat.isConvener || seat.isExpert) && { term: w.task, value: seat.isConvener ? w.convenerText : w.expertText },
    seat.validFrom && { term: w.seatSince, value: formatDay(seat.validFrom, lang) },
    seat.validTo && { term: w.seatUntil, value: formatDay(seat.validTo, lang) },
  ]
  return <Facts facts={facts.filter((fact) => typeof fact === 'object')} />
}

/** Everyone who has held the seat, newest first, and when nobody did. */
function Through({ seat }: { seat: CouncilSeat }) {
  const w = useWords(words)
  const members = useSeatMembers(seat.id)
  return (
    <Part title={w.through} id="genom-aren">
      <Load of={members} lines={4}>
        {(all) => {
          const held = all.filter(({ isSubstitute }) => !isSubstitute)
          const beside = all.filter(({ isSubstitute }) => isSubstitute)
          if (all.length === 0) return <p className="soft">{w.throughNone}</p>
          return (
            <>
              <ol className="plain-list seat-turns">
                {turnsOf(held, today()).map(({ member, gap }) =>
                  member ? <HeldBy key={member.id} member={member} /> : <NobodyHeld key={gap.from} gap={gap} />,
                )}
              </ol>
              {beside.length > 0 && (
                <>
                  <h3 className="seat-beside">{w.substitutes}</h3>
                  <ol className="plain-list seat-turns">
                    {beside.map((member) => (
                      <HeldBy key={member.id} member={member} />
                    ))}
                  </ol>
                </>
              )}
            </>
          )
        }}
      </Load>
    </Part>
  )
}

function NobodyHeld({ gap }: { gap: Gap }) {
  const w = useWords(words)
  return (
    <li className="seat-gap">
      <p>{w.wasVacant}</p>
      <p className="small">
        <Period from={gap.from} to={gap.to} />
      </p>
    </li>
  )
}

/** A person's time on the seat, and the decision that gave it. */
function HeldBy({ member }: { member: CouncilMember }) {
  const w = useWords(words)
  const to = usePaths()
  return (
    <li className="seat-held">
      <p>{member.person.name ?? w.somebodyHeld}</p>
      <p className="small soft">
        <Period from={member.from} to={member.to} />
        {member.state === 'coming' && <span>, {w.coming}</span>}
      </p>
      <p className="small soft">
        {member.decisionId && member.decisionTitle ? (
          <a href={to.decision(member.decisionId)}>{member.decisionTitle}</a>
        ) : (
          w.decidedBy
        )}{' '}
        <DatedText dated={member.decision.date} />, <BodyName id={member.decision.bodyId} />
        {member.decision.registrationNumber && `, ${member.decision.registrationNumber}`}
      </p>
    </li>
  )
}

function Period({ from, to }: { from: string; to?: string }) {
  const w = useWords(words)
  const lang = useLang()
  return (
    <>
      <time dateTime={from}>{formatDay(from, lang)}</time>
      {' – '}
      {to ? <time dateTime={to}>{formatDay(to, lang)}</time> : w.onwards}
    </>
  )
}
