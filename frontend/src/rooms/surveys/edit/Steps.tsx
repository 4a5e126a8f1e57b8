import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, done, ifMatch, may, newIdempotencyKey } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { sayAlso } from '../../../api/problem'
import type { Survey } from '../../../api/types'
import { go } from '../../../lib/guardedLocation'
import { useWords } from '../../../lib/i18n'
import { usePaths } from '../../../paths'
import { Ask } from '../../../ui/editing/Ask'
import { TextField } from '../../../ui/Field'
import { Part } from '../../../ui/Page'
import { Facts } from '../../../ui/small'
import { sayLacks } from './Refusal'
import { refusalWords, words } from './words'

sayAlso(refusalWords)

/** What the keeper of a round does with it, one step at a time; each says what it means before it is taken. */
export default function Steps({ round }: { round: Survey }) {
  const w = useWords(words)
  const to = usePaths()
  const queries = useQueryClient()
  const [lastDay, setLastDay] = useState(round.closesOn ?? '')
  const [newKey, setNewKey] = useState('')
  const [idem] = useState(newIdempotencyKey)
  const params = { path: { id: round.id }, header: ifMatch(round) }
  const settled = () => refresh(queries, 'surveys')
  return (
    <Part title={w.title} id="gang">
      {round.state !== 'draft' && (
        <Facts
          facts={[
            { term: w.lockedTitle, value: round.answering === 'staff' ? w.lockedStaff : w.lockedUnit },
            { term: w.changeableTitle, value: round.state === 'open' ? w.changeableOpen : w.changeableClosed },
          ]}
        />
      )}
      <div className="row survey-steps">
        {may(round, 'open') && (
          <Ask
            label={w.open}
            question={w.openAsk}
            confirm={w.openYes}
            sayRefusal={sayLacks}
            onConfirm={() => ask(api.PUT('/surveys/{id}/opening', { params, body: {} })).then(settled)}
          >
            <p>{w.openText}</p>
          </Ask>
        )}
        {may(round, 'extend') && (
          <Ask
            label={w.extend}
            question={w.extendAsk}
            confirm={w.extendYes}
            sayRefusal={sayLacks}
            onConfirm={() =>
              ask(api.PUT('/surveys/{id}/closes-on', { params, body: { closesOn: lastDay } })).then(settled)
            }
          >
            <p>{w.extendText}</p>
            <TextField
              label={w.lastDay}
              type="date"
              className="ds-input field-short"
              value={lastDay}
              onChange={({ target }) => setLastDay(target.value)}
            />
          </Ask>
        )}
        {may(round, 'close') && (
          <Ask
            label={w.close}
            question={w.closeAsk}
            confirm={w.closeYes}
            onConfirm={() => ask(api.PUT('/surveys/{id}/closing', { params, body: {} })).then(settled)}
          >
            <p>{w.closeText}</p>
          </Ask>
        )}
        {may(round, 'publish') && (
          <Ask
            label={w.publish}
            question={w.publishAsk}
            confirm={w.publishYes}
            onConfirm={() => ask(api.PUT('/surveys/{id}/publication', { params, body: {} })).then(settled)}
          >
            <p>{w.publishText}</p>
          </Ask>
        )}
        {may(round, 'delete') && (
          <Ask
            label={w.remove}
            question={w.removeAsk}
            confirm={w.removeYes}
            onConfirm={() =>
              done(api.DELETE('/surveys/{id}', { params })).then(async () => {
                await refresh(queries, 'surveys')
                go(to.surveys())
              })
            }
          >
            <p>{w.removeText}</p>
          </Ask>
        )}
        {may(round, 'copy') && (
          <Ask
            label={w.copy}
            question={w.copyAsk}
            confirm={w.copyYes}
            sayRefusal={sayLacks}
            onConfirm={() =>
              ask(
                api.POST('/surveys/{id}/copies', {
                  params: { path: { id: round.id }, header: { 'Idempotency-Key': idem } },
                  body: { key: newKey.trim() },
                }),
              ).then(async (next) => {
                await settled()
                go(to.survey(next.id))
              })
            }
          >
            <p>{w.copyText}</p>
            <TextField
              label={w.newKey}
              help={w.newKeyHelp}
              value={newKey}
              onChange={({ target }) => setNewKey(target.value)}
            />
          </Ask>
        )}
      </div>
    </Part>
  )
}
