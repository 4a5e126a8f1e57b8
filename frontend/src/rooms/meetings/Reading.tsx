import { may } from '../../api/client'
import type { CouncilMeetingWhole } from '../../api/types'
import { useLang, useWords } from '../../lib/i18n'
import { Markdown } from '../../ui/Markdown'
import { Part } from '../../ui/Page'
import { AfterPart, AttendancePart, ItemReading } from './parts'
import { writtenIn } from './when'
import { words } from './words'

/** A meeting as everybody reads it: what it is about, and once they are locked, its minutes. */
export function Reading({ meeting }: { meeting: CouncilMeetingWhole }) {
  const w = useWords(words)
  const lang = useLang()
  const locked = meeting.lockedAt !== undefined
  return (
    <>
      {meeting.noticeHtml && <Markdown html={meeting.noticeHtml} lang={writtenIn(lang)} />}
      {meeting.state !== 'cancelled' && (
        <Part title={locked ? w.minutes : w.agenda} id="dagordning">
          {meeting.agendaItems.length === 0 && <p className="soft">{w.agendaLater}</p>}
          <ol className="plain-list meeting-items">
            {meeting.agendaItems.map((item, place) => (
              <li key={item.id} className="meeting-item">
                <ItemReading meeting={meeting} item={item} number={place + 1} />
              </li>
            ))}
          </ol>
          {!locked && meeting.agendaItems.length > 0 && <p className="soft small">{w.minutesLater}</p>}
        </Part>
      )}
      {meeting.attendance.length > 0 && <AttendancePart meeting={meeting} />}
      <AfterPart meeting={meeting} />
      <Documents meeting={meeting} />
    </>
  )
}

/** The minutes to take along, as plain addresses that everybody may open. */
function Documents({ meeting }: { meeting: CouncilMeetingWhole }) {
  const w = useWords(words)
  const { minutes, docx } = meeting._links
  if (!may(meeting, 'minutes') || !minutes || !docx) return null
  return (
    <Part title={w.documents} id="dokument">
      <ul className="plain-list stack-small screen-only">
        <li>
          <a href={minutes.href}>{w.printPage}</a>
        </li>
        <li>
          <a href={docx.href}>{w.docx}</a>
        </li>
      </ul>
    </Part>
  )
}
