import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'wouter'
import { may } from '../../api/client'
import { refresh } from '../../api/keys'
import type { User } from '../../api/types'
import { formatInstant } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Button } from '../../ui/Button'
import { Load, Notice } from '../../ui/Load'
import { Page, Part } from '../../ui/Page'
import { Facts } from '../../ui/small'
import { AccountActions } from './people/AccountActions'
import { DataActions } from './people/DataActions'
import { PersonForm } from './people/PersonForm'
import './people/people.css'
import { usePerson } from './people/queries'
import { AccountState, RoleList } from './people/RoleList'
import { personWords, words } from './people/words'

export default function PersonPage() {
  const { person = '' } = useParams()
  const found = usePerson(decodeURIComponent(person))
  return (
    <Load of={found} missing={<Missing />}>
      {(one) => <Person key={one.id} person={one} />}
    </Load>
  )
}

function Missing() {
  const w = useWords(words)
  const to = usePaths()
  return (
    <Page title={w.missingTitle} lead={<p>{w.missingText}</p>} staff>
      <p>
        <a href={to.people()}>{w.title}</a>
      </p>
    </Page>
  )
}

function Person({ person }: { person: User }) {
  const w = useWords(words)
  const p = useWords(personWords)
  const to = usePaths()
  const lang = useLang()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  const hidden = person.protected || person.erasedAt !== undefined
  const tell = async (what: string) => {
    await refresh(queries, 'accounts')
    setSaid(what)
  }
  return (
    <Page
      title={hidden ? person.roleWords[lang] : person.name}
      kicker={<a href={to.people()}>{w.title}</a>}
      lead={
        <p>
          <AccountState person={person} />
        </p>
      }
      staff
    >
      <p role="status" className="people-said">
        {said}
      </p>
      {person.erasedAt ? (
        <Notice>{<p>{p.erasedNow(formatInstant(person.erasedAt, lang))}</p>}</Notice>
      ) : (
        person.protected && <Notice>{<p>{p.protectedNow}</p>}</Notice>
      )}
      {open ? (
        <Part title={p.editing} id="uppgifter">
          <p className="soft small">{p.rolesNow}</p>
          <PersonForm
            person={person}
            label={p.editing}
            onSaved={() => {
              setOpen(false)
              void tell(p.saved)
            }}
            onCancel={() => setOpen(false)}
          />
          <p className="soft small">{p.saveFirst}</p>
        </Part>
      ) : (
        <>
          <Known person={person} onEdit={() => setOpen(true)} />
          <AccountActions person={person} tell={tell} />
          <DataActions person={person} tell={tell} />
        </>
      )}
    </Page>
  )
}

function Known({ person, onEdit }: { person: User; onEdit: () => void }) {
  const w = useWords(words)
  const p = useWords(personWords)
  const lang = useLang()
  return (
    <div className="stack">
      <Facts
        facts={[
          { term: w.roles, value: <RoleList roles={person.roles} /> },
          ...(person.email ? [{ term: w.email, value: <a href={`mailto:${person.email}`}>{person.email}</a> }] : []),
          ...(person.erasedAt ? [] : [{ term: w.language, value: person.lang === 'en' ? w.english : w.swedish }]),
          { term: p.since, value: formatInstant(person.createdAt, lang) },
        ]}
      />
      {may(person, 'edit') && (
        <p>
          <Button onClick={onEdit}>{p.edit}</Button>
        </p>
      )}
    </div>
  )
}
