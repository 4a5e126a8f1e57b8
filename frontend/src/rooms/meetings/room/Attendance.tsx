import { useState } from 'react'
import { api, ask, ifMatch, may } from '../../../api/client'
import type { CouncilAttendance, CouncilMeetingWhole } from '../../../api/types'
import { useLang, useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { TextField } from '../../../ui/Field'
import { Part } from '../../../ui/Page'
import { seatName } from '../seatName'
import { presenceWords } from '../words'
import { Said } from './Said'
import { useDoing } from './useDoing'
import { choiceWords, words } from './words'

const states = ['present', 'substitute', 'excused', 'absent'] as const
type State = CouncilAttendance['state']

/** Who is here, seat by seat, noted with one press each; folded away once there are enough. */
export function Attendance({ meeting }: { meeting: CouncilMeetingWhole }) {
  const w = useWords(words)
  const { run, refusal, said } = useDoing()
  const [open, setOpen] = useState(meeting.state === 'open' && !meeting.quorum?.met)
  const note = (seat: CouncilAttendance, state: State, text = seat.note) =>
    run(() =>
      ask(
        api.PUT('/council-meetings/{id}/attendances/{seatId}', {
          params: { path: { id: meeting.id, seatId: seat.seatId }, header: ifMatch(seat) },
          body: { state, note: text },
        }),
      ),
    )
  const { needed, present, met } = meeting.quorum ?? { needed: 0, present: 0, met: true }
  const vacant = meeting.attendance.filter(({ isVacant }) => isVacant)
  return (
    <div className="screen-only">
      <Part
        title={w.attendance}
        id="narvaro"
        aside={
          <span className="soft">
            {needed ? `${w.quorum(present, needed)}: ${met ? w.quorate : w.notQuorate}` : w.here(present)}
          </span>
        }
      >
        <Said said={said} refusal={refusal} />
        <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{w.noteAttendance}</summary>
          <ul className="plain-list">
            {meeting.attendance
              .filter(({ isVacant }) => !isVacant)
              .map((seat) => (
                <li key={seat.seatId} className="room-seat">
                  <Seat
                    seat={seat}
                    onState={(state) => note(seat, state)}
                    onNote={(text) => note(seat, seat.state, text)}
                  />
                </li>
              ))}
          </ul>
          {vacant.length > 0 && <Vacant seats={vacant} />}
        </details>
      </Part>
    </div>
  )
}

function Vacant({ seats }: { seats: CouncilAttendance[] }) {
  const w = useWords(words)
  const lang = useLang()
  return (
    <p className="soft small">
      {w.vacantSeats(seats.length)}: {seats.map((seat) => seatName(seat, lang)).join(', ')}
    </p>
  )
}

type SeatProps = { seat: CouncilAttendance; onState: (state: State) => Promise<void>; onNote: (text: string) => void }

function Seat({ seat, onState, onNote }: SeatProps) {
  const w = useWords(words)
  const p = useWords(presenceWords)
  const c = useWords(choiceWords)
  const lang = useLang()
  const [text, setText] = useState<string>()
  const [pressed, setPressed] = useState<State>()
  const shown = pressed ?? seat.state
  const press = (state: State) => {
    const next = shown === state ? 'unknown' : state
    setPressed(next)
    void onState(next).then(() => setPressed(undefined))
  }
  const name = seatName(seat, lang)
  return (
    <div role="group" aria-label={name} className="stack-small">
      <p>
        {name}
        <span className="small soft block">
          {[seat.holderName, seat.substituteName && w.substituteIs(seat.substituteName)].filter(Boolean).join(', ')}
        </span>
      </p>
      {may(seat, 'edit') ? (
        <div className="room-choices">
          {states.map((state) => (
            <button key={state} type="button" aria-pressed={shown === state} onClick={() => press(state)}>
              {c[state]}
            </button>
          ))}
          {seat.state !== 'unknown' && text === undefined && (
            <Button variant="tertiary" aria-label={w.seatNoteOf(name)} onClick={() => setText(seat.note ?? '')}>
              {seat.note || w.seatNote}
            </Button>
          )}
        </div>
      ) : (
        <p className="soft small">{[p[seat.state], seat.note].filter(Boolean).join(', ')}</p>
      )}
      {text !== undefined && (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault()
            onNote(text.trim())
            setText(undefined)
          }}
        >
          <TextField
            label={w.seatNoteOf(name)}
            value={text}
            maxLength={200}
            autoFocus
            autoComplete="off"
            onChange={({ target }) => setText(target.value)}
          />
          <Button type="submit" variant="secondary">
            {w.saveNote}
          </Button>
        </form>
      )}
    </div>
  )
}
