import type { CouncilSeat } from '../../api/types'
import { useWords } from '../../lib/i18n'
import { placesOf, table, tablePath } from './horseshoe'
import { SeatShape } from './SeatMark'
import { isFilled } from './seats'
import { words } from './words'

/** The council as a table with its seats: a glance at how whole it is. The list beneath says the same in words. */
export function Horseshoe({ seats }: { seats: CouncilSeat[] }) {
  const w = useWords(words)
  const places = placesOf(seats.length)
  const filled = seats.filter(isFilled).length
  return (
    <div className="council-table">
      <svg viewBox={`0 0 ${table.width} ${table.height}`} aria-hidden="true" focusable="false">
        <path className="council-board" d={tablePath()} />
        {seats.map((seat, place) => {
          const at = places[place]
          return (
            at && (
              <g key={seat.id} transform={`translate(${at.x} ${at.y})`} className={`seat seat-${seat.state}`}>
                <SeatShape state={seat.state} radius={table.seat} />
                <text className="council-number" textAnchor="middle" dominantBaseline="central">
                  {seat.number}
                </text>
              </g>
            )
          )
        })}
      </svg>
      <p className="council-count">
        <strong>{w.filledOf(filled, seats.length)}</strong>
        <span className="soft">{w.seatsFilled}</span>
      </p>
    </div>
  )
}
