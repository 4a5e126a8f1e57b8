import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, ifMatch } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { ApiProblem, fieldErrors, sayProblem } from '../../../api/problem'
import type { SurveyAnalysis } from '../../../api/types'
import { useLang, useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { TextArea } from '../../../ui/Field'
import { useUnsaved } from '../../../ui/useUnsaved'
import { words } from '../analysisWords'

type Props = {
  surveyId: string
  questionKey: string
  analysis: SurveyAnalysis | undefined
  onClose: () => void
}

/** What somebody who has read the answers says of them, in both languages. */
export default function AnalysisForm({ surveyId, questionKey, analysis, onClose }: Props) {
  const w = useWords(words)
  const lang = useLang()
  const queries = useQueryClient()
  const [textSv, setSv] = useState(analysis?.textSv ?? '')
  const [textEn, setEn] = useState(analysis?.textEn ?? '')
  const [base] = useState(analysis)
  const save = useMutation({
    mutationFn: (on: { version: number }) =>
      ask(
        api.PUT('/surveys/{id}/analyses/{questionKey}', {
          params: { path: { id: surveyId, questionKey }, header: ifMatch(on) },
          body: { textSv, textEn },
        }),
      ),
    onSuccess: async () => {
      await refresh(queries, 'surveys')
      onClose()
    },
    onError: () => void refresh(queries, 'surveys'),
  })
  useUnsaved(textSv !== (base?.textSv ?? '') || textEn !== (base?.textEn ?? ''))
  const isStale = save.error instanceof ApiProblem && save.error.isStale
  const errors = save.error ? fieldErrors(save.error, lang) : {}
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        // After somebody else's text has been shown, saving is knowingly over it.
        if (!save.isPending) save.mutate({ version: (isStale ? analysis : base)?.version ?? 0 })
      }}
    >
      {save.error && (isStale || Object.keys(errors).length === 0) && (
        <div className="notice notice-attention" role="alert">
          <p>{isStale ? w.stale : sayProblem(save.error, lang)}</p>
          {isStale && <p className="compilation-answer">{analysis?.textSv}</p>}
        </div>
      )}
      <TextArea
        label={w.textSv}
        help={w.textHelp}
        error={errors.textSv}
        value={textSv}
        onChange={({ target }) => setSv(target.value)}
      />
      <TextArea label={w.textEn} error={errors.textEn} value={textEn} onChange={({ target }) => setEn(target.value)} />
      <div className="row">
        <Button type="submit" aria-disabled={save.isPending || undefined}>
          {w.save}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {w.cancel}
        </Button>
      </div>
    </form>
  )
}
