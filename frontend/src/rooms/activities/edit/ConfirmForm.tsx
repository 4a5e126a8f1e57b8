import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask, ifMatch } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { sayProblem } from '../../../api/problem'
import type { Activity } from '../../../api/types'
import { useLang, useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { stateFormWords } from './words'

/** One click says that our reading of the source is right. */
export default function ConfirmForm({ activity, onConfirmed }: { activity: Activity; onConfirmed: () => void }) {
  const s = useWords(stateFormWords)
  const lang = useLang()
  const queries = useQueryClient()
  const confirm = useMutation({
    mutationFn: () =>
      ask(
        api.PUT('/activities/{id}/confirmation', {
          params: { path: { id: activity.id }, header: ifMatch(activity) },
        }),
      ),
    onSuccess: onConfirmed,
    onSettled: () => refresh(queries, 'plan'),
  })
  return (
    <div className="screen-only stack-small" data-size="sm">
      <Button variant="secondary" aria-disabled={confirm.isPending || undefined} onClick={() => confirm.mutate()}>
        {s.confirm}
      </Button>
      <p className="small soft">{s.confirmHelp}</p>
      {confirm.isError && <p role="alert">{sayProblem(confirm.error, lang)}</p>}
    </div>
  )
}
