import { useEffect, useState } from 'react'
import type { CouncilMeetingWhole } from '../../../api/types'
import { useWords } from '../../../lib/i18n'
import { itemAt } from '../clock'
import { words } from './words'

const beat = 15_000

function useClock(running: boolean): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setNow(new Date()), beat)
    return () => clearInterval(timer)
  }, [running])
  return now
}

/** During the meeting: which item the clock says is on, and whether the council may decide. */
export function Now({ meeting }: { meeting: CouncilMeetingWhole }) {
  const w = useWords(words)
  const open = meeting.state === 'open'
  const now = useClock(open)
  if (!open || !meeting.quorum) return null
  const items = meeting.agendaItems.map(({ minutes }) => ({ minutes: minutes ?? 0 }))
  const at = itemAt(meeting.openedAt ?? meeting.startsAt, items, now)
  const item = at === undefined ? undefined : meeting.agendaItems[at]
  const { needed, present, met } = meeting.quorum
  return (
    <div className="room-now screen-only" data-sticky>
      {item && at !== undefined && (
        <span>
          {w.now}: <a href={`#punkt-${at + 1}`}>{w.nowIs(at + 1, item.title ?? '')}</a>
        </span>
      )}
      <span>
        {needed ? w.quorum(present, needed) : w.here(present)}
        {needed > 0 && (
          <>
            : <strong>{met ? w.quorate : w.notQuorate}</strong>
          </>
        )}
      </span>
    </div>
  )
}
