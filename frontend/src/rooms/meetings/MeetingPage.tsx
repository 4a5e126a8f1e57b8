import { lazy, Suspense } from 'react'
import { useParams } from 'wouter'
import { may } from '../../api/client'
import { useSession } from '../../api/session'
import type { CouncilMeetingWhole } from '../../api/types'
import { formatInstant } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { ButtonLink } from '../../ui/Button'
import { Load, Skeleton } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { PrintButton } from '../../ui/small'
import './meetings.css'
import { Missing } from './Missing'
import { useMeeting } from './queries'
import { Reading } from './Reading'
import { StateMark } from './StateMark'
import { whenOf, writtenIn } from './when'
import { kindWords, words } from './words'

const Room = lazy(() => import('./room/Room'))

const workRels = ['addItem', 'attendance', 'annotate', 'wholeMinutes', 'minutes', 'proposeTopic']

/** While a meeting is held, what others write is looked for every few seconds; while it is adjusted, more seldom. */
function pace(meeting: CouncilMeetingWhole | undefined): number | false {
  if (!may(meeting, 'attendance')) return false
  if (meeting?.state === 'open') return 3_000
  return meeting?.state === 'held' || meeting?.state === 'inAdjustment' ? 10_000 : false
}

/** One meeting, from its agenda to its minutes: what there is to read, and for those who work in it, their tools. */
export default function MeetingPage() {
  const { meeting = '' } = useParams()
  const found = useMeeting(decodeURIComponent(meeting), pace)
  return (
    <Load of={found} missing={<Missing />} lines={8}>
      {(one) => <Whole key={one.id} meeting={one} />}
    </Load>
  )
}

function Whole({ meeting }: { meeting: CouncilMeetingWhole }) {
  const w = useWords(words)
  const k = useWords(kindWords)
  const lang = useLang()
  const to = usePaths()
  const signedIn = useSession().status === 'signedIn'
  const works = signedIn && workRels.some((rel) => may(meeting, rel))
  return (
    <Page
      title={meeting.title}
      titleLang={writtenIn(lang)}
      kicker={
        <>
          <a href={to.meetings()}>{w.title}</a> · {k[meeting.kind]}
          {meeting.number && <> · {w.minutesNumber(meeting.number)}</>}
        </>
      }
      lead={
        <div className="meeting-lead">
          <p>
            <time dateTime={meeting.startsAt}>{whenOf(meeting, lang)}</time>
            {meeting.place && (
              <span className="meeting-place" lang={writtenIn(lang)}>
                {meeting.place}
              </span>
            )}
          </p>
          <p className="meeting-state">
            <StateMark state={meeting.state} />
            {meeting.lockedAt && (
              <span className="soft small">{w.lockedOn(formatInstant(meeting.lockedAt, lang))}</span>
            )}
          </p>
          {meeting.cancelReason && <p>{w.cancelledBecause(meeting.cancelReason)}</p>}
        </div>
      }
      actions={
        <>
          {may(meeting, 'signUp') && meeting.state !== 'cancelled' && (
            <ButtonLink href={to.signUp(meeting.id)}>{w.signUp}</ButtonLink>
          )}
          <PrintButton />
        </>
      }
    >
      {works ? (
        <Suspense fallback={<Skeleton lines={10} />}>
          <Room meeting={meeting} />
        </Suspense>
      ) : (
        <Reading meeting={meeting} />
      )}
    </Page>
  )
}
