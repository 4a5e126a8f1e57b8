import { useLocation } from 'wouter'
import { may } from '../../api/client'
import { useSession } from '../../api/session'
import { useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Notice } from '../../ui/Load'
import { Page } from '../../ui/Page'
import QuestionForm from './edit/QuestionForm'
import { formWords } from './edit/words'
import { words } from './words'

/** A question that is not asked yet. */
export default function NewEditPage() {
  const w = useWords(words)
  const f = useWords(formWords)
  const to = usePaths()
  const [, navigate] = useLocation()
  const session = useSession()
  const asks = session.status === 'signedIn' && may(session.user, 'ask')
  return (
    <Page title={w.ask} kicker={<a href={to.questions()}>{w.title}</a>} lead={<p>{f.intro}</p>} staff>
      {asks ? (
        <QuestionForm
          onClose={(made) => navigate(`~${made ? to.question(made.id) : to.questions()}`, { replace: Boolean(made) })}
        />
      ) : (
        <Notice>{f.mayNot}</Notice>
      )}
    </Page>
  )
}
