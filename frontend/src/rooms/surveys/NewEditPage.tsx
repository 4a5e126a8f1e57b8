import { may } from '../../api/client'
import { useSession } from '../../api/session'
import { go } from '../../lib/guardedLocation'
import { useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Notice } from '../../ui/Load'
import { Page } from '../../ui/Page'
import RoundForm from './edit/RoundForm'
import { roundWords } from './edit/roundWords'
import { words } from './words'

/** A round that is not made yet. */
export default function NewEditPage() {
  const w = useWords(words)
  const f = useWords(roundWords)
  const to = usePaths()
  const session = useSession()
  const makes = session.status === 'signedIn' && may(session.user, 'newSurvey')
  return (
    <Page title={f.newTitle} kicker={<a href={to.surveys()}>{w.title}</a>} lead={<p>{f.newLead}</p>} staff>
      {makes ? (
        <RoundForm onClose={(made) => go(made ? to.surveyBuilder(made.id) : to.surveys())} />
      ) : (
        <Notice>{f.mayNot}</Notice>
      )}
    </Page>
  )
}
