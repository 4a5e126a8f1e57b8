import type { CouncilSeat } from '../../api/types'
import { formatDay } from '../../lib/dates'
import { nameLang, nameOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { SourceBadge } from '../../ui/small'
import { BodyName } from '../boards/shared'
import { SeatMark } from './SeatMark'
import { countStates, functionOf, isFilled } from './seats'
import { stateCounts, stateWords, words } from './words'

/** The seats in the plan's order: what each is for, who holds it, and who appoints to it. */
export function SeatList({ seats }: { seats: CouncilSeat[] }) {
  const sum = useWords(stateCounts)
  return (
    <>
      <p className="council-sum soft">
        {countStates(seats)
          .map(({ state, count }) => sum[state](count))
          .join(', ')}
      </p>
      <ol className="plain-list council-seats">
        {seats.map((seat) => (
          <SeatRow key={seat.id} seat={seat} />
        ))}
      </ol>
    </>
  )
}

function SeatRow({ seat }: { seat: CouncilSeat }) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const task = functionOf(seat, lang)
  const role = (seat.isConvener && w.convener) || (seat.isExpert && w.expert)
  return (
    <li className="council-seat keep-together">
      <span className="council-place tabular" aria-hidden="true">
        {seat.number}
      </span>
      <div>
        <p>
          <a className="council-name" href={to.councilSeat(seat.key)} lang={nameLang(seat, lang)}>
            {nameOf(seat, lang)}
          </a>{' '}
          {role && <span className="council-role">{role}</span>} <SourceBadge source={seat.source} />
        </p>
        {task && task.text !== role && (
          <p className="small soft" lang={task.lang}>
            {task.text}
          </p>
        )}
      </div>
      <SeatHolder seat={seat} />
      <p className="small soft council-appoints">
        {seat.appointingBodyId ? (
          <>
            {w.appointedBy} <BodyName id={seat.appointingBodyId} />
          </>
        ) : (
          w.appointsUnknown
        )}
      </p>
    </li>
  )
}

/** Who holds the seat: a name only where the person allows it, else that it is filled. */
function SeatHolder({ seat }: { seat: CouncilSeat }) {
  const w = useWords(words)
  const say = useWords(stateWords)
  const lang = useLang()
  const name = isFilled(seat) ? seat.holder?.name : undefined
  const until = seat.endsOn && seat.state !== 'vacant' && w.until(formatDay(seat.endsOn, lang))
  return (
    <div className="council-holder">
      <p>
        <SeatMark state={seat.state} name={name} />
      </p>
      <p className="small soft">{[name && say[seat.state], until].filter(Boolean).join(' ')}</p>
    </div>
  )
}
