import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, ifMatch, may } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { ApiProblem, fieldErrors, sayAlso, sayProblem } from '../../../api/problem'
import type { UnitDescription, UnitResponse } from '../../../api/types'
import { useLang, useWords } from '../../../lib/i18n'
import { usePaths } from '../../../paths'
import { Button } from '../../../ui/Button'
import { Ask } from '../../../ui/editing/Ask'
import { TextArea } from '../../../ui/Field'
import { Load } from '../../../ui/Load'
import { Markdown } from '../../../ui/Markdown'
import { Part } from '../../../ui/Page'
import { useUnsaved } from '../../../ui/useUnsaved'
import { useDescription } from '../queries'
import { refusalWords, stateWords, words } from './descriptionWords'

sayAlso(refusalWords)

/** What the unit says of its own work on the public site: written by the unit, read by the coordinator first. */
export default function Description({ response }: { response: UnitResponse }) {
  const w = useWords(words)
  return (
    <Part title={w.title} id="beskrivning">
      <p className="prose soft">{w.lead}</p>
      <Load of={useDescription(response)} lines={4}>
        {(description) => <Whole response={response} description={description} />}
      </Load>
    </Part>
  )
}

type Props = { response: UnitResponse; description: UnitDescription }

function Whole({ response, description }: Props) {
  const w = useWords(words)
  const say = useWords(stateWords)
  const to = usePaths()
  const [open, setOpen] = useState(false)
  return (
    <div className="stack">
      <p>
        {say[description.state]} {description.publicOn && <a href={to.board(response.unitId)}>{w.public}</a>}
      </p>
      {description.reason && <p className="notice">{w.because(description.reason)}</p>}
      {!open && description.html && <Markdown html={description.html} />}
      {open ? (
        <Writing response={response} description={description} onClose={() => setOpen(false)} />
      ) : (
        may(description, 'edit') && (
          <p className="screen-only">
            <Button variant="secondary" onClick={() => setOpen(true)}>
              {description.state === 'notWritten' ? w.write : w.change}
            </Button>
          </p>
        )
      )}
      {!open && may(description, 'review') && <Review response={response} description={description} />}
    </div>
  )
}

function Writing({ response, description, onClose }: Props & { onClose: () => void }) {
  const w = useWords(words)
  const lang = useLang()
  const queries = useQueryClient()
  const [text, setText] = useState(description.text || description.suggestion || '')
  const [base, setBase] = useState(description)
  const save = useMutation({
    mutationFn: () =>
      ask(
        api.PUT('/surveys/{id}/responses/{responseId}/description', {
          params: { path: { id: response.surveyId, responseId: response.id }, header: ifMatch(base) },
          body: { text },
        }),
      ),
    onSuccess: async () => {
      await refresh(queries, 'surveys')
      onClose()
    },
    onError: () => void refresh(queries, 'surveys'),
  })
  useUnsaved(text !== base.text)
  const isStale = save.error instanceof ApiProblem && save.error.isStale
  const errors = save.error ? fieldErrors(save.error, lang) : {}
  return (
    <form
      className="stack screen-only"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate()
      }}
    >
      {save.error && (isStale || !errors.text) && (
        <div className="notice notice-attention" role="alert">
          <p>{isStale ? w.stale : sayProblem(save.error, lang)}</p>
          {isStale && <Markdown html={description.html} />}
          {isStale && (
            <Button variant="secondary" onClick={() => setBase(description)}>
              {w.over}
            </Button>
          )}
        </div>
      )}
      <TextArea
        label={w.text}
        help={base.state === 'notWritten' && base.suggestion ? w.suggested : w.textHelp}
        rows={12}
        maxLength={10_000}
        error={errors.text}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
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

/** Somebody else than the writer reads it before everybody does. */
function Review({ response, description }: Props) {
  const w = useWords(words)
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const decide = (outcome: 'approve' | 'return' | 'takeDown') =>
    ask(
      api.PUT('/surveys/{id}/responses/{responseId}/description/review', {
        params: { path: { id: response.surveyId, responseId: response.id }, header: ifMatch(description) },
        body: { outcome, reason: outcome === 'approve' ? '' : reason },
      }),
    ).then(() => refresh(queries, 'surveys'))
  const why = <TextArea label={w.reason} rows={2} value={reason} onChange={({ target }) => setReason(target.value)} />
  return (
    <div className="row screen-only">
      {may(description, 'approve') && (
        <Ask label={w.approve} question={w.approveAsk} confirm={w.approveYes} onConfirm={() => decide('approve')}>
          <p>{w.approveText}</p>
        </Ask>
      )}
      {description.state === 'waiting' && (
        <Ask label={w.return} question={w.returnAsk} confirm={w.returnYes} onConfirm={() => decide('return')}>
          {why}
        </Ask>
      )}
      {description.publicOn && (
        <Ask label={w.takeDown} question={w.takeDownAsk} confirm={w.takeDownYes} onConfirm={() => decide('takeDown')}>
          {why}
        </Ask>
      )}
    </div>
  )
}
