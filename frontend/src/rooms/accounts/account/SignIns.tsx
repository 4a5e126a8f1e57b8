import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, done } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { signOut } from '../../../api/session'
import type { SignIn } from '../../../api/types'
import { formatClock, formatInstant } from '../../../lib/dates'
import { useLang, useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { Load } from '../../../ui/Load'
import { useSignIns } from '../queries'
import { Asked, useAsking } from '../shared'
import { howWords, words } from './words'

/** Where one is signed in, and an end to any of it. */
export function SignIns() {
  const w = useWords(words)
  const queries = useQueryClient()
  const signIns = useSignIns()
  const asking = useAsking()
  const [said, setSaid] = useState<string>()
  const end = (signIn: SignIn) =>
    asking.run(async () => {
      await done(api.DELETE('/sessions/{id}', { params: { path: { id: signIn.id } } }))
      setSaid(w.endedOne)
      await refresh(queries, 'accounts')
    })
  const endOthers = () =>
    asking.run(async () => {
      await done(api.DELETE('/sessions', { params: { query: { keep: 'current' } } }))
      setSaid(w.endedOthers)
      await refresh(queries, 'accounts')
    })
  const endAll = () =>
    asking.run(async () => {
      await done(api.DELETE('/sessions'))
      await signOut()
    })
  return (
    <div className="account-part">
      <p>{w.signInsLead}</p>
      <p role="status">{said}</p>
      <Asked asking={asking} part="inloggningar" />
      <Load of={signIns} lines={2}>
        {(found) => (
          <>
            <ul className="plain-list editable-rows">
              {found.map((signIn) => (
                <li key={signIn.id} className="editable-row">
                  <SignInText signIn={signIn} />
                  {signIn.current ? (
                    <strong>{w.thisOne}</strong>
                  ) : (
                    <Button
                      variant="secondary"
                      aria-label={w.endOf(signIn.device || w.unknownDevice)}
                      onClick={() => void end(signIn)}
                    >
                      {w.end}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            <p className="row">
              {found.length > 1 && (
                <Button variant="secondary" onClick={() => void endOthers()}>
                  {w.endOthers}
                </Button>
              )}
              <Button variant="secondary" onClick={() => void endAll()}>
                {w.endAll}
              </Button>
            </p>
          </>
        )}
      </Load>
    </div>
  )
}

function SignInText({ signIn }: { signIn: SignIn }) {
  const w = useWords(words)
  const how = useWords(howWords)
  const lang = useLang()
  const at = (instant: string) => w.at(formatInstant(instant, lang), formatClock(new Date(instant), lang))
  return (
    <div>
      <p>
        <strong>{signIn.device || w.unknownDevice}</strong>
      </p>
      <p className="small soft">
        {w.lastUsed(at(signIn.lastUsedAt))}. {w.begun(at(signIn.createdAt))},{' '}
        {signIn.how.map((way) => how[way]).join(w.and)}.
      </p>
    </div>
  )
}
