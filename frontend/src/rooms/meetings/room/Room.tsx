import { lazy, Suspense, useState } from 'react'
import { may } from '../../../api/client'
import type { CouncilMeetingWhole } from '../../../api/types'
import { useLang, useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { Notice, Skeleton } from '../../../ui/Load'
import { Markdown } from '../../../ui/Markdown'
import { HistoryPart } from '../../traces/shared'
import { useLiveTexts } from '../live/useLiveTexts'
import { words as liveWords } from '../live/words'
import { AfterPart, AttendancePart } from '../parts'
import { writtenIn } from '../when'
import { Agenda } from './Agenda'
import { Attendance } from './Attendance'
import { Documents } from './Documents'
import { Now } from './Now'
import { Proposals } from './Proposals'
import './room.css'
import { Steps } from './Steps'
import { words } from './words'

const MeetingForm = lazy(() => import('../edit/MeetingForm'))
const SignUps = lazy(() => import('./SignUps'))

const under = (meeting: CouncilMeetingWhole) => ['open', 'held', 'inAdjustment'].includes(meeting.state)

/** A meeting for those who work in it: its agenda is built, it is called, held, written and adjusted, all on one page. */
export default function Room({ meeting }: { meeting: CouncilMeetingWhole }) {
  const w = useWords(words)
  const l = useWords(liveWords)
  const lang = useLang()
  const { texts, waiting } = useLiveTexts(meeting)
  const [editing, setEditing] = useState(false)
  const [changing, setChanging] = useState(false)
  const maySay = under(meeting) && meeting.agendaItems.some((item) => may(item, 'write'))
  const writing = maySay && (meeting.state !== 'inAdjustment' || changing)
  const asked = may(meeting, 'approve')
  return (
    <div data-size="sm" className="room">
      {waiting && (
        <div className="notice notice-attention" role="alert">
          <p>{l.waiting}</p>
        </div>
      )}
      {asked && (
        <Notice tone="attention">
          <p>{w.approveAsked}</p>
        </Notice>
      )}
      <Now meeting={meeting} />
      {meeting.joinUrl && meeting.state !== 'cancelled' && !meeting.lockedAt && (
        <p className="screen-only">
          <a href={meeting.joinUrl} rel="noreferrer">
            {w.join}
          </a>
        </p>
      )}
      {meeting.noticeHtml && <Markdown html={meeting.noticeHtml} lang={writtenIn(lang)} />}
      {editing ? (
        <Suspense fallback={<Skeleton lines={8} />}>
          <MeetingForm meeting={meeting} onClose={() => setEditing(false)} />
        </Suspense>
      ) : (
        <Steps meeting={meeting} texts={texts} onEdit={() => setEditing(true)} />
      )}
      {under(meeting) && may(meeting, 'attendance') ? (
        <>
          <Attendance key={meeting.state} meeting={meeting} />
          <div className="print-only">
            <AttendancePart meeting={meeting} id="narvaro-utskrift" />
          </div>
        </>
      ) : (
        <AttendancePart meeting={meeting} />
      )}
      <Agenda
        meeting={meeting}
        texts={writing ? texts : undefined}
        aside={
          maySay &&
          meeting.state === 'inAdjustment' && (
            <Button variant="secondary" className="screen-only" onClick={() => setChanging(!changing)}>
              {changing ? w.read : w.change}
            </Button>
          )
        }
      />
      <Proposals meeting={meeting} />
      <AfterPart meeting={meeting} />
      {may(meeting, 'signUp') && may(meeting, 'edit') && (
        <Suspense fallback={<Skeleton lines={3} />}>
          <SignUps meeting={meeting} />
        </Suspense>
      )}
      <Documents meeting={meeting} />
      <HistoryPart type="councilMeeting" thing={meeting} />
    </div>
  )
}
