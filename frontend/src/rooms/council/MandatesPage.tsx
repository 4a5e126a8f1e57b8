import { lazy, Suspense, useRef, useState } from 'react'
import { may } from '../../api/client'
import { sayAlso } from '../../api/problem'
import type { CouncilMember, CouncilSeat } from '../../api/types'
import { formatDay } from '../../lib/dates'
import { nameLang, nameOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Button } from '../../ui/Button'
import { EmptyState, Load, Skeleton } from '../../ui/Load'
import { Page, Part } from '../../ui/Page'
import { BodyName } from '../boards/shared'
import './council.css'
import { codes, words } from './mandates/words'
import { useSeats } from './queries'
import { SeatMark } from './SeatMark'
import { isFilled } from './seats'
import { words as councilWords } from './words'

sayAlso(codes)

const AppointForm = lazy(() => import('./mandates/AppointForm'))
const EndForm = lazy(() => import('./mandates/EndForm'))

/** For the board's officer and the coordinator: where somebody is needed, whose mandate ends, and who holds the seats. */
export default function MandatesPage() {
  const w = useWords(words)
  const c = useWords(councilWords)
  const to = usePaths()
  const seats = useSeats()
  return (
    <Page title={w.title} kicker={<a href={to.council()}>{c.name}</a>} lead={<p>{w.lead}</p>} staff>
      <Load of={seats} lines={8}>
        {(all) => {
          const own = all.filter((seat) => may(seat, 'appoint'))
          return own.length === 0 ? <EmptyState title={w.noneTitle}>{w.noneText}</EmptyState> : <Groups seats={own} />
        }}
      </Load>
    </Page>
  )
}

function Groups({ seats }: { seats: CouncilSeat[] }) {
  const w = useWords(words)
  const [said, setSaid] = useState('')
  const [appointed, setAppointed] = useState<CouncilMember>()
  const status = useRef<HTMLParagraphElement>(null)
  /** A seat that is filled moves to another part of the page: what was done is said above them all. */
  const done = (sentence: string, member?: CouncilMember) => {
    setSaid(sentence)
    setAppointed(member)
    status.current?.focus()
  }
  const groups = [
    { id: 'behovs', title: w.needed, seats: seats.filter((seat) => !isFilled(seat)) },
    { id: 'snart', title: w.soon, seats: seats.filter(({ state }) => state === 'endsSoon') },
    { id: 'tillsatta', title: w.others, seats: seats.filter(({ state }) => state === 'filled') },
  ]
  return (
    <>
      <p className="mandates-said" role="status" tabIndex={-1} ref={status}>
        {said}
      </p>
      {seats.every(({ state }) => state === 'filled') && <p className="soft">{w.nothingNeeded}</p>}
      {groups
        .filter((group) => group.seats.length > 0)
        .map((group) => (
          <Part
            key={group.id}
            id={group.id}
            title={group.title}
            aside={<span className="soft">{w.seatsCount(group.seats.length)}</span>}
          >
            <ul className="plain-list">
              {group.seats.map((seat) => (
                <Mandate
                  key={seat.id}
                  seat={seat}
                  latest={appointed?.seatId === seat.id ? appointed : undefined}
                  onDone={done}
                />
              ))}
            </ul>
          </Part>
        ))}
    </>
  )
}

type Doing = 'appoint' | 'substitute' | 'end' | 'endSubstitute'

type MandateProps = {
  seat: CouncilSeat
  /** Whoever was appointed to it a moment ago. */
  latest: CouncilMember | undefined
  onDone: (sentence: string, appointed?: CouncilMember) => void
}

function Mandate({ seat, latest, onDone }: MandateProps) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const [doing, setDoing] = useState<Doing>()
  const row = useRef<HTMLLIElement>(null)
  const name = nameOf(seat, lang)
  const { holder, substitute } = seat
  const act = (what: Doing, label: string, aria: string, main = false) => (
    <Button
      variant={main ? 'primary' : 'tertiary'}
      className={main ? '' : 'button-quiet'}
      data-begins={what}
      aria-label={aria}
      aria-expanded={doing === what}
      onClick={() => setDoing(what)}
    >
      {label}
    </Button>
  )
  /** Whoever opened the form goes on where it was opened. */
  const close = () => {
    const from = doing
    setDoing(undefined)
    requestAnimationFrame(() => {
      const opener = row.current?.querySelector<HTMLElement>(`[data-begins="${from}"]`)
      ;(opener ?? row.current?.querySelector('a'))?.focus()
    })
  }
  const until = (day: string | undefined) => day && <p className="small soft">{w.until(formatDay(day, lang))}</p>
  return (
    <li className="mandate" ref={row}>
      <div>
        <p>
          <span className="tabular soft">{seat.number}</span>{' '}
          <a className="council-name" href={to.councilSeat(seat.key)} lang={nameLang(seat, lang)}>
            {name}
          </a>
        </p>
        {seat.appointingBodyId && (
          <p className="small soft">
            {w.appointedBy} <BodyName id={seat.appointingBodyId} />
          </p>
        )}
      </div>
      <div>
        <p className="small soft">{w.member}</p>
        <p>
          <SeatMark state={seat.state} name={holder?.name} />
        </p>
        {until(seat.endsOn)}
        <p className="row mandate-acts">
          {holder
            ? act('appoint', w.appointNext, w.appointNextTo(name))
            : act('appoint', w.appoint, w.appointTo(name), true)}
          {holder && act('end', w.end, w.endOf(name))}
        </p>
      </div>
      <div>
        <p className="small soft">{w.substitute}</p>
        <p>{substitute ? (substitute.name ?? w.somebody) : <span className="soft">{w.nobody}</span>}</p>
        {until(substitute?.to)}
        <p className="row mandate-acts">
          {substitute
            ? act('endSubstitute', w.end, w.endSubstituteOf(name))
            : act('substitute', w.appointSubstitute, w.appointSubstituteTo(name))}
        </p>
      </div>
      {doing && (
        <div className="mandate-form">
          <Suspense fallback={<Skeleton lines={4} />}>
            <Doings
              {...{ doing, seat, latest, close }}
              onDone={(sentence, member) => {
                setDoing(undefined)
                onDone(sentence, member)
              }}
            />
          </Suspense>
        </div>
      )}
    </li>
  )
}

type DoingsProps = MandateProps & { doing: Doing; close: () => void }

function Doings({ doing, seat, latest, close, onDone }: DoingsProps) {
  const w = useWords(words)
  const lang = useLang()
  const name = nameOf(seat, lang)
  const sitting = { end: seat.holder, endSubstitute: seat.substitute, appoint: undefined, substitute: undefined }[doing]
  if (sitting) {
    return (
      <EndForm
        memberId={sitting.memberId}
        seat={seat}
        onSaved={(day) => onDone(w.ended(name, formatDay(day, lang)))}
        onCancel={close}
      />
    )
  }
  const isSubstitute = doing === 'substitute'
  return (
    <AppointForm
      seat={seat}
      isSubstitute={isSubstitute}
      before={isSubstitute ? latest : undefined}
      onSaved={(member) => onDone((isSubstitute ? w.substituteAppointed : w.appointed)(name), member)}
      onCancel={close}
    />
  )
}
