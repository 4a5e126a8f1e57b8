import { api, ask } from '../../api/client'
import type { NewApiKey } from '../../api/types'
import { addDays, today } from '../../lib/dates'
import { useWords } from '../../lib/i18n'
import { Frame } from '../../ui/editing/Frame'
import { useEditing } from '../../ui/editing/useEditing'
import { TextField } from '../../ui/Field'
import { keyWords } from './words'

type Props = { clientId: string; onMade: (key: NewApiKey) => void; onCancel: () => void }

export function KeyForm({ clientId, onMade, onCancel }: Props) {
  const k = useWords(keyWords)
  const editing = useEditing({
    name: 'key',
    initial: { label: '', expiresOn: addDays(today(), 364) },
    fields: [
      { name: 'label', label: k.label },
      { name: 'expiresOn', label: k.expires },
    ],
    check: ({ expiresOn }): Record<string, string> => (expiresOn ? {} : { expiresOn: k.expiresMissing }),
    save: async (body) =>
      onMade(await ask(api.POST('/api-clients/{id}/keys', { params: { path: { id: clientId } }, body }))),
    onSaved: () => undefined,
  })
  return (
    <Frame editing={editing} label={k.making} submit={k.makeYes} onCancel={onCancel}>
      <TextField {...editing.text('label')} help={k.labelHelp} optional autoComplete="off" />
      <TextField {...editing.text('expiresOn')} type="date" help={k.expiresHelp} className="ds-input field-short" />
    </Frame>
  )
}
