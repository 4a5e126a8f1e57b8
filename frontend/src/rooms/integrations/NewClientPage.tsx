import { useQueryClient } from '@tanstack/react-query'
import { refresh } from '../../api/keys'
import { go } from '../../lib/guardedLocation'
import { useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Page } from '../../ui/Page'
import { ClientForm } from './ClientForm'
import { words } from './words'

export default function NewClientPage() {
  const w = useWords(words)
  const to = usePaths()
  const queries = useQueryClient()
  return (
    <Page title={w.newTitle} lead={<p>{w.newLead}</p>} kicker={<a href={to.apiClients()}>{w.title}</a>} staff>
      <ClientForm
        label={w.newTitle}
        submit={w.create}
        onSaved={(client) => {
          void refresh(queries, 'integrations')
          go(to.apiClient(client.id))
        }}
      />
    </Page>
  )
}
