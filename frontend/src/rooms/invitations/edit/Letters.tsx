import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, may, newIdempotencyKey } from '../../../api/client'
import type { SurveyCoverage } from '../../../api/types'
import { useWords } from '../../../lib/i18n'
import { Ask } from '../../../ui/editing/Ask'
import { words } from '../words'

/** Letters to those who answer for units: to all, or to those that have not signed. */
export default function Letters({ coverage }: { coverage: SurveyCoverage }) {
  const w = useWords(words)
  const [idem, setIdem] = useState(newIdempotencyKey)
  const params = { path: { id: coverage.surveyId }, header: { 'Idempotency-Key': idem } }
  const send = useMutation({
    mutationFn: (kind: 'invite' | 'remind') =>
      kind === 'invite'
        ? ask(api.POST('/surveys/{id}/invitations', { params, body: { allUnits: true } }))
        : ask(api.POST('/surveys/{id}/reminders', { params, body: {} })),
    onSuccess: () => setIdem(newIdempotencyKey()),
  })
  return (
    <div className="stack screen-only">
      <p className="prose">{w.lettersText}</p>
      <div className="row">
        {may(coverage, 'invite') && (
          <Ask
            label={w.invite}
            question={w.inviteAsk}
            confirm={w.inviteYes}
            onConfirm={() => send.mutateAsync('invite')}
          >
            <p>{w.inviteText}</p>
          </Ask>
        )}
        {may(coverage, 'remind') && (
          <Ask
            label={w.remind}
            question={w.remindAsk}
            confirm={w.remindYes}
            onConfirm={() => send.mutateAsync('remind')}
          >
            <p>{w.remindText}</p>
          </Ask>
        )}
      </div>
      {send.data && (
        <p role="status">
          {w.written(send.data.sent)} {send.data.writtenToday > 0 && w.alreadyToday(send.data.writtenToday)}{' '}
          {send.data.unreachedIds.length > 0 && w.unreached(send.data.unreachedIds.length)}
        </p>
      )}
    </div>
  )
}
