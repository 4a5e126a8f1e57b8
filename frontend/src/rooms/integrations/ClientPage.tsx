import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'wouter'
import { api, ask, done, ifMatch, may } from '../../api/client'
import { refresh } from '../../api/keys'
import { ApiProblem } from '../../api/problem'
import type { ApiClient } from '../../api/types'
import { go } from '../../lib/guardedLocation'
import { useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Button } from '../../ui/Button'
import { Ask } from '../../ui/editing/Ask'
import { Load } from '../../ui/Load'
import { Page, Part } from '../../ui/Page'
import { Facts } from '../../ui/small'
import { BodyName } from '../boards/shared'
import { ClientForm, inputOf } from './ClientForm'
import './integrations.css'
import { Keys } from './Keys'
import { useClient } from './queries'
import { ScopeList } from './ScopeList'
import { words } from './words'

export default function ClientPage() {
  const { client = '' } = useParams()
  const found = useClient(decodeURIComponent(client))
  return (
    <Load of={found} missing={<Missing />}>
      {(one) => <Client key={one.id} client={one} />}
    </Load>
  )
}

function Missing() {
  const w = useWords(words)
  const to = usePaths()
  return (
    <Page title={w.missingTitle} lead={<p>{w.missingText}</p>} staff>
      <p>
        <a href={to.apiClients()}>{w.title}</a>
      </p>
    </Page>
  )
}

function Client({ client }: { client: ApiClient }) {
  const w = useWords(words)
  const to = usePaths()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  const tell = async (what: string) => {
    await refresh(queries, 'integrations')
    setSaid(what)
  }
  return (
    <Page
      title={client.name}
      kicker={<a href={to.apiClients()}>{w.title}</a>}
      lead={<p>{client.active ? w.isActive : <strong>{w.isClosed}</strong>}</p>}
      staff
    >
      <p role="status" className="integrations-said">
        {said}
      </p>
      {open ? (
        <ClientForm
          client={client}
          label={w.editing}
          onSaved={() => {
            setOpen(false)
            void tell(w.saved)
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <Known client={client} onEdit={() => setOpen(true)} />
      )}
      <Keys client={client} />
      {!open && <Ending client={client} tell={tell} />}
      <p>
        <a href={to.reference()}>{w.documentation}</a>
      </p>
    </Page>
  )
}

function Known({ client, onEdit }: { client: ApiClient; onEdit: () => void }) {
  const w = useWords(words)
  return (
    <div className="stack">
      <Facts
        facts={[
          { term: w.body, value: <BodyName id={client.bodyId} /> },
          { term: w.scopes, value: <ScopeList scopes={client.scopes} /> },
          { term: w.email, value: <a href={`mailto:${client.email}`}>{client.email}</a> },
          { term: w.language, value: client.lang === 'en' ? w.english : w.swedish },
          ...(client.note ? [{ term: w.note, value: client.note }] : []),
        ]}
      />
      {may(client, 'edit') && (
        <p>
          <Button variant="secondary" onClick={onEdit}>
            {w.edit}
          </Button>
        </p>
      )}
    </div>
  )
}

type EndingProps = { client: ApiClient; tell: (what: string) => Promise<void> }

/** To close a system, open it again, or remove one that was never used. */
function Ending({ client, tell }: EndingProps) {
  const w = useWords(words)
  const to = usePaths()
  const queries = useQueryClient()
  if (!may(client, 'edit') && !may(client, 'delete')) return null
  const { active, id } = client
  return (
    <Part title={active ? w.close : w.reopen} id="stang" hidden>
      <div className="row integrations-actions">
        {may(client, 'edit') && (
          <Ask
            key={String(active)}
            label={active ? w.close : w.reopen}
            question={active ? w.closeQuestion : w.reopenQuestion}
            confirm={active ? w.closeYes : w.reopenYes}
            onConfirm={async () => {
              await ask(
                api.PUT('/api-clients/{id}', {
                  params: { path: { id }, header: ifMatch(client) },
                  body: { ...inputOf(client), active: !active },
                }),
              )
              await tell(active ? w.closedSaid : w.reopenedSaid)
            }}
          >
            <p>{active ? w.closeText : w.reopenText}</p>
          </Ask>
        )}
        {may(client, 'delete') && (
          <Ask
            label={w.remove}
            question={w.removeQuestion}
            confirm={w.removeYes}
            sayRefusal={(error) => error instanceof ApiProblem && error.code === 'inUse' && <p>{w.removeInUse}</p>}
            onConfirm={async () => {
              await done(api.DELETE('/api-clients/{id}', { params: { path: { id }, header: ifMatch(client) } }))
              go(to.apiClients())
              await refresh(queries, 'integrations')
            }}
          >
            <p>{w.removeText}</p>
          </Ask>
        )}
      </div>
    </Part>
  )
}
