import { useLocation } from 'wouter'
import { may } from '../../api/client'
import { useSession } from '../../api/session'
import { useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Notice } from '../../ui/Load'
import { Page } from '../../ui/Page'
import DecisionForm from './edit/DecisionForm'
import { formWords } from './edit/words'
import { words } from './words'

/** A decision that is not entered yet. */
export default function NewEditPage() {
  const w = useWords(words)
  const f = useWords(formWords)
  const to = usePaths()
  const [, navigate] = useLocation()
  const session = useSession()
  const mayAdd = session.status === 'signedIn' && may(session.user, 'decisions')
  return (
    <Page title={w.add} kicker={<a href={to.decisions()}>{w.title}</a>} lead={<p>{f.public}</p>} staff>
      {mayAdd ? (
        <DecisionForm
          onClose={(made) => navigate(`~${made ? to.decision(made.id) : to.decisions()}`, { replace: Boolean(made) })}
        />
      ) : (
        <Notice>{f.mayNot}</Notice>
      )}
    </Page>
  )
}
