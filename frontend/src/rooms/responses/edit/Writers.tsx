import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, ifMatch } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { fieldErrors, sayProblem } from '../../../api/problem'
import type { UnitResponse } from '../../../api/types'
import { useLang, useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { TextField } from '../../../ui/Field'
import { Part } from '../../../ui/Page'
import { words } from './writersWords'

/** Colleagues who were let in to write, besides those who may by their role. */
export default function Writers({ response }: { response: UnitResponse }) {
  const w = useWords(words)
  const lang = useLang()
  const queries = useQueryClient()
  const [email, setEmail] = useState('')
  const save = useMutation({
    mutationFn: (change: { userIds: string[]; emails: string[] }) =>
      ask(
        api.PUT('/surveys/{id}/responses/{responseId}/writers', {
          params: { path: { id: response.surveyId, responseId: response.id }, header: ifMatch(response) },
          body: change,
        }),
      ),
    onSuccess: async () => {
      setEmail('')
      await refresh(queries, 'surveys')
    },
    onError: () => void refresh(queries, 'surveys'),
  })
  const ids = response.writers.flatMap(({ userId }) => (userId ? [userId] : []))
  const errors = save.error ? fieldErrors(save.error, lang) : {}
  const atEmail = Object.entries(errors).find(([name]) => name.startsWith('emails'))?.[1]
  return (
    <Part title={w.title} id="skribenter">
      <p className="prose soft">{w.lead}</p>
      {response.writers.length > 0 && (
        <ul className="plain-list stack">
          {response.writers.map((writer) => {
            const name = writer.name ?? w.somebody
            return (
              <li key={writer.userId} className="row">
                <span>{name}</span>
                <Button
                  variant="secondary"
                  data-size="sm"
                  aria-label={w.removeOf(name)}
                  onClick={() => save.mutate({ userIds: ids.filter((id) => id !== writer.userId), emails: [] })}
                >
                  {w.remove}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      <form
        className="stack screen-only"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!save.isPending) save.mutate({ userIds: ids, emails: [email.trim()] })
        }}
      >
        {save.error && !atEmail && (
          <p className="notice notice-attention" role="alert">
            {sayProblem(save.error, lang)}
          </p>
        )}
        <TextField
          label={w.email}
          help={w.emailHelp}
          type="email"
          autoComplete="off"
          error={atEmail}
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
        <p>
          <Button type="submit" variant="secondary" aria-disabled={save.isPending || undefined}>
            {w.add}
          </Button>
        </p>
      </form>
    </Part>
  )
}
