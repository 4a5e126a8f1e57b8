import { may } from '../../api/client'
import { useSession } from '../../api/session'
import type { ApiClient } from '../../api/types'
import { useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { ButtonLink } from '../../ui/Button'
import { EmptyState, Load } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { type Column, Table } from '../../ui/Table'
import { BodyName } from '../boards/shared'
import './integrations.css'
import { useClients } from './queries'
import { ScopeList } from './ScopeList'
import { words } from './words'

export default function ClientsPage() {
  const w = useWords(words)
  const to = usePaths()
  const session = useSession()
  const clients = useClients()
  const keeps = session.status === 'signedIn' && may(session.user, 'apiClients')
  return (
    <Page
      title={w.title}
      lead={<p>{w.lead}</p>}
      actions={keeps && <ButtonLink href={to.newApiClient()}>{w.add}</ButtonLink>}
      staff
    >
      <Load of={clients}>
        {(all) => (
          <div className="stack">
            {all.length === 0 ? (
              <EmptyState title={w.noneTitle}>{w.noneText}</EmptyState>
            ) : (
              <>
                <p className="soft" role="status">
                  {w.found(all.length)}
                </p>
                <ClientTable clients={all} />
              </>
            )}
            <p>
              <a href={to.reference()}>{w.documentation}</a>
            </p>
          </div>
        )}
      </Load>
    </Page>
  )
}

function ClientTable({ clients }: { clients: ApiClient[] }) {
  const w = useWords(words)
  const to = usePaths()
  const columns: Column<ApiClient>[] = [
    { key: 'name', head: w.name, rowHead: true, cell: ({ id, name }) => <a href={to.apiClient(id)}>{name}</a> },
    { key: 'body', head: w.body, cell: ({ bodyId }) => <BodyName id={bodyId} /> },
    { key: 'scopes', head: w.scopes, cell: ({ scopes }) => <ScopeList scopes={scopes} /> },
    { key: 'state', head: w.state, cell: ({ active }) => (active ? w.isActive : <strong>{w.isClosed}</strong>) },
  ]
  return <Table caption={w.caption} columns={columns} rows={clients} rowKey={({ id }) => id} stack />
}
