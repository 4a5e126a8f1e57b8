import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { refresh } from '../../api/keys'
import type { User } from '../../api/types'
import { formatInstant } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Button, ButtonLink } from '../../ui/Button'
import { Page } from '../../ui/Page'
import { Facts } from '../../ui/small'
import './people/people.css'
import { OutboxLink } from './people/OutboxLink'
import { PersonForm } from './people/PersonForm'
import { RoleList } from './people/RoleList'
import { words } from './people/words'

export default function NewPersonPage() {
  const w = useWords(words)
  const to = usePaths()
  const queries = useQueryClient()
  const [invited, setInvited] = useState<User>()
  const [round, setRound] = useState(0)
  const kicker = <a href={to.people()}>{w.title}</a>
  if (invited) {
    return (
      <Sent
        person={invited}
        kicker={kicker}
        onAnother={() => {
          setInvited(undefined)
          setRound(round + 1)
        }}
      />
    )
  }
  return (
    <Page key={round} title={w.newTitle} lead={<p>{w.newLead}</p>} kicker={kicker} staff>
      <PersonForm
        label={w.newTitle}
        submit={w.sendInvitation}
        onSaved={(person) => {
          setInvited(person)
          void refresh(queries, 'accounts')
        }}
      />
    </Page>
  )
}

/** What happens next, and what to do if it does not. */
function Sent({ person, kicker, onAnother }: { person: User; kicker: ReactNode; onAnother: () => void }) {
  const w = useWords(words)
  const to = usePaths()
  const lang = useLang()
  return (
    <Page
      key="sent"
      title={w.sentTitle(person.email)}
      kicker={kicker}
      lead={person.invitation && <p>{w.sentText(formatInstant(person.invitation.expiresAt, lang))}</p>}
      staff
    >
      <div className="stack">
        <Facts
          facts={[
            { term: w.name, value: person.name },
            { term: w.roles, value: <RoleList roles={person.roles} /> },
          ]}
        />
        <OutboxLink />
        <p className="row">
          <ButtonLink href={to.person(person.id)}>{w.toPerson}</ButtonLink>
          <Button variant="secondary" onClick={onAnother}>
            {w.another}
          </Button>
        </p>
      </div>
    </Page>
  )
}
