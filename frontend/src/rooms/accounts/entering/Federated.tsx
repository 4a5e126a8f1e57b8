import { api, ask } from '../../../api/client'
import { useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { Asked, useAsking } from '../shared'
import { words } from './words'

/** The organisation's own sign-in: the browser goes there, and the server brings it back. */
export function Federated({ name, returnTo, alone }: { name: string; returnTo: string; alone: boolean }) {
  const w = useWords(words)
  const asking = useAsking()
  const leave = () =>
    asking.run(async () => {
      const { authorizationUrl } = await ask(api.POST('/federated-sign-ins', { body: { returnTo } }))
      location.assign(authorizationUrl)
    })
  return (
    <div className="entering-other">
      <Asked asking={asking} part="" />
      <Button
        variant={alone ? 'primary' : 'secondary'}
        onClick={() => void leave()}
        aria-busy={asking.busy || undefined}
        aria-describedby="federated-help"
      >
        {asking.busy ? w.leaving : w.federated(name)}
      </Button>
      <p className="small soft" id="federated-help">
        {w.federatedHelp}
      </p>
    </div>
  )
}
