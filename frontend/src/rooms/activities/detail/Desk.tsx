import { lazy, Suspense } from 'react'
import { useSession } from '../../../api/session'
import type { Activity, Report } from '../../../api/types'
import { useWords } from '../../../lib/i18n'
import { usePaths } from '../../../paths'
import { ButtonLink } from '../../../ui/Button'
import { Notice, Skeleton } from '../../../ui/Load'
import { deskWords } from './deskWords'

const ReportForm = lazy(() => import('../edit/ReportForm'))
const StatesForm = lazy(() => import('../edit/StatesForm'))
const NotesForm = lazy(() => import('../edit/NotesForm'))

/** What somebody is doing with the activity, beside its text: never over it. */
export type Work = { kind: 'report' } | { kind: 'correct'; report: Report } | { kind: 'states' } | { kind: 'notes' }

export default function Desk({ activity, work, onClose }: { activity: Activity; work: Work; onClose: () => void }) {
  const session = useSession()
  if (session.status === 'anonymous') return <SignedOut activity={activity} />
  return (
    <aside className="desk screen-only" data-size="sm">
      <Suspense fallback={<Skeleton />}>
        {work.kind === 'report' && <ReportForm activity={activity} onClose={onClose} />}
        {work.kind === 'correct' && (
          <ReportForm key={work.report.id} activity={activity} report={work.report} onClose={onClose} />
        )}
        {work.kind === 'states' && <StatesForm activity={activity} onClose={onClose} />}
        {work.kind === 'notes' && <NotesForm activity={activity} onClose={onClose} />}
      </Suspense>
    </aside>
  )
}

function SignedOut({ activity }: { activity: Activity }) {
  const w = useWords(deskWords)
  const to = usePaths()
  return (
    <aside className="desk screen-only" data-size="sm">
      <Notice tone="attention">
        <p>
          <strong>{w.signedOutTitle}</strong>
        </p>
        <p>{w.signedOutText}</p>
        <p>
          <ButtonLink href={to.signIn(`${to.activity(activity.code)}#rapportera`)}>{w.signIn}</ButtonLink>
        </p>
      </Notice>
    </aside>
  )
}
