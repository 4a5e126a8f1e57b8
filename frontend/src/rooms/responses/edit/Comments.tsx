import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, done, ifMatch, may, newIdempotencyKey } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { fieldErrors, sayProblem } from '../../../api/problem'
import type { ResponseComment, UnitResponse } from '../../../api/types'
import { useLang, useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { TextArea } from '../../../ui/Field'
import { words } from '../words'

/** What colleagues say beside a question while they write. */
export function Comments({ response, questionKey }: { response: UnitResponse; questionKey: string }) {
  const w = useWords(words)
  const comments = response.comments.filter((comment) => comment.questionKey === questionKey)
  if (comments.length === 0 && !may(response, 'comment')) return null
  return (
    <details>
      <summary>{w.comments(comments.length)}</summary>
      {comments.length > 0 && (
        <ul className="plain-list response-comments">
          {comments.map((comment) => (
            <li key={comment.id}>
              <Comment response={response} comment={comment} />
            </li>
          ))}
        </ul>
      )}
      {may(response, 'comment') && <NewComment response={response} questionKey={questionKey} />}
    </details>
  )
}

function Comment({ response, comment }: { response: UnitResponse; comment: ResponseComment }) {
  const w = useWords(words)
  const queries = useQueryClient()
  const remove = useMutation({
    mutationFn: () =>
      done(
        api.DELETE('/surveys/{id}/responses/{responseId}/comments/{commentId}', {
          params: {
            path: { id: response.surveyId, responseId: response.id, commentId: comment.id },
            header: ifMatch(comment),
          },
        }),
      ),
    onSettled: () => refresh(queries, 'surveys'),
  })
  return (
    <>
      <p className="response-said">{comment.text}</p>
      <p className="small soft">
        {comment.writtenBy.name}{' '}
        {may(comment, 'delete') && (
          <Button variant="tertiary" data-size="sm" onClick={() => remove.mutate()}>
            {w.commentRemove}
          </Button>
        )}
      </p>
    </>
  )
}

function NewComment({ response, questionKey }: { response: UnitResponse; questionKey: string }) {
  const w = useWords(words)
  const lang = useLang()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const [idem, setIdem] = useState(newIdempotencyKey)
  const add = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/surveys/{id}/responses/{responseId}/comments', {
          params: {
            path: { id: response.surveyId, responseId: response.id },
            header: { 'Idempotency-Key': idem },
          },
          body: { questionKey, text },
        }),
      ),
    onSuccess: () => {
      setText('')
      setIdem(newIdempotencyKey())
      return refresh(queries, 'surveys')
    },
  })
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!add.isPending && text.trim()) add.mutate()
      }}
    >
      <TextArea
        label={w.commentLabel}
        help={w.commentHelp}
        error={add.error ? (fieldErrors(add.error, lang).text ?? sayProblem(add.error, lang)) : undefined}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          setIdem(newIdempotencyKey()) // another text is another request
        }}
      />
      <div>
        <Button type="submit" variant="secondary" data-size="sm" aria-disabled={add.isPending || undefined}>
          {w.commentSend}
        </Button>
      </div>
    </form>
  )
}
