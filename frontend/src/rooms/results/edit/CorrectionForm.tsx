import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api, ask, newIdempotencyKey } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { ApiProblem, fieldErrors, sayAlso, sayProblem } from '../../../api/problem'
import type { SurveyResults } from '../../../api/types'
import { useLang, useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { SelectField, TextArea } from '../../../ui/Field'
import { textOf } from '../../../ui/questions/question'
import { useUnsaved } from '../../../ui/useUnsaved'
import { refusalWords, words } from '../correctionWords'

sayAlso(refusalWords)

const kinds = ['withdrawGroup', 'withdrawQuestion'] as const

/** Takes a group or a question out of what a round told, and says why to everyone. */
export default function CorrectionForm({ of, onClose }: { of: SurveyResults; onClose: () => void }) {
  const w = useWords(words)
  const lang = useLang()
  const queries = useQueryClient()
  const [kind, setKind] = useState<(typeof kinds)[number]>('withdrawGroup')
  const [targetKey, setTarget] = useState('')
  const [reasonSv, setSv] = useState('')
  const [reasonEn, setEn] = useState('')
  const [idem, setIdem] = useState(newIdempotencyKey)
  const text = useRef<HTMLParagraphElement>(null)
  useEffect(() => text.current?.focus(), [])
  const send = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/surveys/{id}/corrections', {
          params: { path: { id: of.surveyId }, header: { 'Idempotency-Key': idem } },
          body: { kind, targetKey, reasonSv, reasonEn },
        }),
      ),
    onSuccess: async () => {
      await refresh(queries, 'surveys')
      onClose()
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.status >= 400 && error.status < 500) setIdem(newIdempotencyKey())
    },
  })
  useUnsaved(reasonSv !== '' || reasonEn !== '')
  const errors = send.error ? fieldErrors(send.error, lang) : {}
  const byQuestion = new Set(of.dimensionNames.map(({ key }) => key))
  const targets =
    kind === 'withdrawGroup'
      ? of.groupNames
          .filter(({ dimension }) => byQuestion.has(dimension))
          .map(({ group, nameSv, nameEn }) => ({ value: group, label: textOf(nameSv, nameEn, lang) }))
      : of.questions.map(({ key, textSv, textEn }) => ({ value: key, label: textOf(textSv, textEn, lang) }))
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!send.isPending) send.mutate()
      }}
    >
      <p ref={text} tabIndex={-1}>
        {w.correctText}
      </p>
      {send.error && Object.keys(errors).length === 0 && (
        <p className="notice notice-attention" role="alert">
          {sayProblem(send.error, lang)}
        </p>
      )}
      <SelectField
        label={w.kind}
        error={errors.kind}
        value={kind}
        onChange={({ target }) => {
          setKind(kinds.find((one) => one === target.value) ?? 'withdrawGroup')
          setTarget('')
        }}
        options={kinds.map((value) => ({ value, label: w[value] }))}
      />
      <SelectField
        label={kind === 'withdrawGroup' ? w.group : w.question}
        empty={w.choose}
        error={errors.targetKey}
        value={targetKey}
        onChange={({ target }) => setTarget(target.value)}
        options={targets}
      />
      <TextArea
        label={w.reasonSv}
        rows={3}
        maxLength={1000}
        error={errors.reasonSv}
        value={reasonSv}
        onChange={({ target }) => setSv(target.value)}
      />
      <TextArea
        label={w.reasonEn}
        rows={3}
        maxLength={1000}
        error={errors.reasonEn}
        value={reasonEn}
        onChange={({ target }) => setEn(target.value)}
      />
      <div className="row">
        <Button type="submit" aria-disabled={send.isPending || undefined}>
          {w.send}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {w.cancel}
        </Button>
      </div>
    </form>
  )
}
