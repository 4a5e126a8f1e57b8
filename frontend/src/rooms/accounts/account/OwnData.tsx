import { useState } from 'react'
import { api, ask } from '../../../api/client'
import { today } from '../../../lib/dates'
import { useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { Asked, useAsking } from '../shared'
import { words } from './words'

/** All that is held on a person, as a file of their own. */
export function OwnData({ userId }: { userId: string }) {
  const w = useWords(words)
  const asking = useAsking()
  const [said, setSaid] = useState<string>()
  const take = () =>
    asking.run(async () => {
      const held = await ask(api.GET('/users/{id}/personal-data', { params: { path: { id: userId } } }))
      const file = new Blob([JSON.stringify(held, null, 2)], { type: 'application/json' })
      const link = document.createElement('a')
      link.href = URL.createObjectURL(file)
      link.download = `${w.fileName}-${today()}.json`
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 1000)
      setSaid(w.downloaded)
    })
  return (
    <div className="account-part">
      <p>{w.ownDataText}</p>
      <Asked asking={asking} part="mina-uppgifter" />
      <p className="row">
        <Button variant="secondary" onClick={() => void take()} aria-disabled={asking.busy || undefined}>
          {w.takeOut}
        </Button>
        <span role="status">{said}</span>
      </p>
      <p className="small soft">{w.ownDataErase}</p>
    </div>
  )
}
