import { may } from '../../../api/client'
import type { Activity } from '../../../api/types'
import { useWords } from '../../../lib/i18n'
import { usePaths } from '../../../paths'
import { Button, ButtonLink } from '../../../ui/Button'
import { mayEdit } from './About'
import type { Work } from './Desk'
import { deskWords } from './deskWords'

const stateRels = ['complete', 'overrideStatus', 'cancel', 'merge']

type ActionsProps = { activity: Activity; work: Work | undefined; onWork: (work: Work | undefined) => void }

/** What may be done with the activity, for those who may. */
export default function Actions({ activity, work, onWork }: ActionsProps) {
  const w = useWords(deskWords)
  const to = usePaths()
  const states = stateRels.some((rel) => may(activity, rel))
  const toggle = (kind: 'report' | 'states' | 'notes') => ({
    'aria-expanded': work?.kind === kind,
    onClick: () => onWork(work?.kind === kind ? undefined : { kind }),
  })
  return (
    <div className="row" role="group" aria-label={w.actions}>
      {may(activity, 'report') && <Button {...toggle('report')}>{w.report}</Button>}
      {mayEdit(activity) && (
        <ButtonLink variant="secondary" href={to.editActivity(activity.code)}>
          {w.edit}
        </ButtonLink>
      )}
      {states && (
        <Button variant="secondary" {...toggle('states')}>
          {w.changeState}
        </Button>
      )}
      {may(activity, 'internalNotes') && (
        <Button variant="secondary" {...toggle('notes')}>
          {w.notes}
        </Button>
      )}
    </div>
  )
}
