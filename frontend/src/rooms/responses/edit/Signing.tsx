import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, ifMatch, may } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { ApiProblem } from '../../../api/problem'
import type { UnitResponse } from '../../../api/types'
import { useWords } from '../../../lib/i18n'
import { Ask } from '../../../ui/editing/Ask'
import { TextArea } from '../../../ui/Field'
import { words } from '../words'

/** The manager's signature under what stands there, and opening it again with a reason. */
export function Signing({ response, isUnsaved }: { response: UnitResponse; isUnsaved: boolean }) {
  const w = useWords(words)
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const params = { path: { id: response.surveyId, responseId: response.id }, header: ifMatch(response) }
  const after = () => refresh(queries, 'surveys')
  const isReady = response.missing.length === 0 && response.stray.length === 0 && !isUnsaved
  if (may(response, 'reopen')) {
    return (
      <Ask
        key="reopen"
        label={w.reopen}
        question={w.reopenAsk}
        confirm={w.reopenYes}
        onConfirm={() =>
          ask(api.PUT('/surveys/{id}/responses/{responseId}/reopening', { params, body: { reason } })).then(after)
        }
      >
        <p>{w.reopenText}</p>
        <TextArea label={w.reason} value={reason} onChange={({ target }) => setReason(target.value)} />
      </Ask>
    )
  }
  if (response.state === 'signed') return null
  if (!may(response, 'sign') || !isReady) return <p className="soft">{w.onlyManager}</p>
  return (
    <Ask
      key="sign"
      label={w.sign}
      question={w.signAsk}
      confirm={w.signYes}
      sayRefusal={(error) => {
        if (!(error instanceof ApiProblem) || !(error.isStale || error.status === 409)) return undefined
        void after()
        return <p>{w.signChanged}</p>
      }}
      onConfirm={() =>
        ask(
          api.PUT('/surveys/{id}/responses/{responseId}/signature', {
            params,
            body: { contentHash: response.contentHash },
          }),
        ).then(after)
      }
    >
      <p>{w.signText}</p>
    </Ask>
  )
}
