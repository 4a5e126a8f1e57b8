import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, newIdempotencyKey } from '../../../api/client'
import { refresh } from '../../../api/keys'
import type { ResponseUseKind, UnitResponse } from '../../../api/types'
import { useWords } from '../../../lib/i18n'
import { Ask } from '../../../ui/editing/Ask'
import { RadioGroup, TextArea } from '../../../ui/Field'
import { kindWords, words } from '../words'

const kinds: ResponseUseKind[] = ['goodExample', 'need', 'proposedActivity']

/** Makes a good example, a need or a proposed activity of a signed answer, traced back to it. */
export function UseAnswer({
  response,
  questionKey,
  text,
}: {
  response: UnitResponse
  questionKey: string
  text: string
}) {
  const w = useWords(words)
  const say = useWords(kindWords)
  const queries = useQueryClient()
  const [kind, setKind] = useState<ResponseUseKind>('goodExample')
  const [wording, setWording] = useState(text)
  const [idem, setIdem] = useState(newIdempotencyKey)
  const [isUsed, setUsed] = useState(false)
  // What is said otherwise is another request.
  const change = (set: () => void) => {
    set()
    setIdem(newIdempotencyKey())
  }
  return (
    <div>
      <Ask
        label={w.use}
        question={w.useAsk}
        confirm={w.useYes}
        onConfirm={async () => {
          await ask(
            api.POST('/surveys/{id}/responses/{responseId}/uses', {
              params: {
                path: { id: response.surveyId, responseId: response.id },
                header: { 'Idempotency-Key': idem },
              },
              body: { questionKey, kind, text: wording },
            }),
          )
          setIdem(newIdempotencyKey())
          setUsed(true)
          await refresh(queries, 'surveys')
        }}
      >
        <p>{w.useText}</p>
        <RadioGroup
          id={`bli-${questionKey}`}
          legend={w.useKind}
          name={`bli-${questionKey}`}
          options={kinds.map((value) => ({ value, label: say[value] }))}
          value={kind}
          onChange={(value) => change(() => setKind(value as ResponseUseKind))}
        />
        <TextArea
          label={w.useWords}
          value={wording}
          onChange={({ target }) => change(() => setWording(target.value))}
        />
      </Ask>
      {isUsed && <p role="status">{w.used}</p>}
    </div>
  )
}
