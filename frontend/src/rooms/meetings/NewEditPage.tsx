import { useLocation } from 'wouter'
import { may } from '../../api/client'
import { useSession } from '../../api/session'
import { useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Notice } from '../../ui/Load'
import { Page } from '../../ui/Page'
import MeetingForm from './edit/MeetingForm'
import { words as editWords } from './edit/words'
import { words } from './words'

/** A meeting that is not planned yet. */
export default function NewEditPage() {
  const w = useWords(words)
  const e = useWords(editWords)
  const to = usePaths()
  const [, navigate] = useLocation()
  const session = useSession()
  const me = session.status === 'signedIn' ? session.user : undefined
  return (
    <Page title={e.newTitle} kicker={<a href={to.meetings()}>{w.title}</a>} lead={<p>{e.newLead}</p>} staff>
      {may(me, 'newCouncilMeeting') ? (
        <MeetingForm
          onClose={(made) => navigate(`~${made ? to.meeting(made.id) : to.meetings()}`, { replace: Boolean(made) })}
        />
      ) : (
        <Notice>
          <p>{e.mayNot}</p>
        </Notice>
      )}
    </Page>
  )
}
