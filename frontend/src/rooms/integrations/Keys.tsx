import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, done, ifMatch, may } from '../../api/client'
import { refresh } from '../../api/keys'
import type { ApiClient, ApiKey, NewApiKey } from '../../api/types'
import { addDays, formatDay, today } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { Ask } from '../../ui/editing/Ask'
import { Load } from '../../ui/Load'
import { Part } from '../../ui/Page'
import { type Column, Table } from '../../ui/Table'
import { KeyForm } from './KeyForm'
import { NewKey } from './NewKey'
import { useKeys } from './queries'
import { keyWords } from './words'

const nameOfKey = ({ label, prefix }: ApiKey) => label || prefix

/** The keys of a system: which hold, when they were used, and how one is exchanged for the next. */
export function Keys({ client }: { client: ApiClient }) {
  const k = useWords(keyWords)
  const queries = useQueryClient()
  const keys = useKeys(client.id)
  const [asked, setAsked] = useState(false)
  const [made, setMade] = useState<NewApiKey>()
  return (
    <Part title={k.title} id="nycklar">
      <div className="stack">
        <p className="integrations-text">{k.rotation}</p>
        {made && <NewKey value={made.value} onKept={() => setMade(undefined)} />}
        <Load of={keys} lines={3}>
          {(all) =>
            all.length === 0 ? <p className="soft">{k.none}</p> : <KeyTable keys={all} clientId={client.id} />
          }
        </Load>
        {may(client, 'createKey') &&
          !made &&
          (asked ? (
            <KeyForm
              clientId={client.id}
              onCancel={() => setAsked(false)}
              onMade={(key) => {
                setAsked(false)
                setMade(key)
                void refresh(queries, 'integrations')
              }}
            />
          ) : (
            <p>
              <Button onClick={() => setAsked(true)}>{k.make}</Button>
            </p>
          ))}
      </div>
    </Part>
  )
}

function KeyTable({ keys, clientId }: { keys: ApiKey[]; clientId: string }) {
  const k = useWords(keyWords)
  const lang = useLang()
  const soon = addDays(today(), 30)
  const columns: Column<ApiKey>[] = [
    { key: 'label', head: k.label, rowHead: true, cell: nameOfKey },
    { key: 'prefix', head: k.prefix, cell: ({ prefix }) => <code className="integrations-prefix">{prefix}</code> },
    {
      key: 'expires',
      head: k.expires,
      cell: ({ expiresOn, state }) => (
        <>
          {formatDay(expiresOn, lang)}
          {state === 'living' && expiresOn <= soon && <strong> {k.soon}</strong>}
        </>
      ),
    },
    {
      key: 'used',
      head: k.lastUsed,
      cell: ({ lastUsedOn }) =>
        lastUsedOn ? formatDay(lastUsedOn, lang) : <span className="soft">{k.neverUsed}</span>,
    },
    { key: 'state', head: k.state, cell: ({ state }) => k[state] },
  ]
  const living = keys.filter((key) => may(key, 'delete'))
  return (
    <>
      <Table caption={k.caption} columns={columns} rows={keys} rowKey={({ id }) => id} stack />
      {living.map((key) => (
        <div key={key.id}>
          <EndKey apiKey={key} clientId={clientId} />
        </div>
      ))}
    </>
  )
}

function EndKey({ apiKey, clientId }: { apiKey: ApiKey; clientId: string }) {
  const k = useWords(keyWords)
  const queries = useQueryClient()
  const name = nameOfKey(apiKey)
  return (
    <Ask
      label={k.end(name)}
      question={k.endQuestion(name)}
      confirm={k.endYes}
      onConfirm={async () => {
        const params = { path: { id: clientId, keyId: apiKey.id }, header: ifMatch(apiKey) }
        await done(api.DELETE('/api-clients/{id}/keys/{keyId}', { params }))
        await refresh(queries, 'integrations')
      }}
    >
      <p>{k.endText}</p>
    </Ask>
  )
}
