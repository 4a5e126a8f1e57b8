import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client'
import { useWords } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { Load } from '../../ui/Load'
import { Asked, useAsking } from '../accounts/shared'
import { AppStep } from './AppStep'
import { Passkeys } from './Passkeys'
import { refreshSteps, useSecondSteps } from './queries'
import { RecoveryCodes } from './RecoveryCodes'
import { words } from './words'

/** The part of the account page about the second step: the app, passkeys, and the codes for when both are gone. */
export function Factors() {
  const w = useWords(words)
  const steps = useSecondSteps()
  const [codes, setCodes] = useState<string[]>()
  return (
    <div className="account-part">
      <p>{w.lead}</p>
      {codes && <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />}
      <Load of={steps}>
        {(found) => (
          <>
            {found.required && (found.confirmed || found.passkeys > 0) && <p className="soft">{w.requiredDone}</p>}
            <AppStep steps={found} onCodes={setCodes} />
            <Passkeys steps={found} onCodes={setCodes} />
            {'renewCodes' in found._links && <CodesLeft left={found.recoveryCodesLeft} onCodes={setCodes} />}
          </>
        )}
      </Load>
    </div>
  )
}

function CodesLeft({ left, onCodes }: { left: number; onCodes: (codes: string[]) => void }) {
  const w = useWords(words)
  const queries = useQueryClient()
  const asking = useAsking()
  const [sure, setSure] = useState(false)
  const make = () =>
    asking.run(async () => {
      const made = await ask(api.POST('/users/me/recovery-codes', { body: {} }))
      setSure(false)
      onCodes(made.codes)
      await refreshSteps(queries)
    })
  return (
    <div className="account-thing">
      <h3>{w.codes}</h3>
      <p>
        {w.codesLeft(left)}. {left < 4 ? w.codesFew : ''}
      </p>
      <p className="soft">{w.codesText}</p>
      <Asked asking={asking} part="tva-steg" />
      {sure ? (
        <p className="row">
          <span>{w.newCodesText}</span>
          <Button autoFocus onClick={() => void make()} aria-disabled={asking.busy || undefined}>
            {w.yesNewCodes}
          </Button>
          <Button variant="secondary" onClick={() => setSure(false)}>
            {w.cancel}
          </Button>
        </p>
      ) : (
        <Button variant="secondary" onClick={() => setSure(true)}>
          {w.newCodes}
        </Button>
      )}
    </div>
  )
}
