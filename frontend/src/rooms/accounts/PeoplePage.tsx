import { useLocation, useSearch } from 'wouter'
import { may } from '../../api/client'
import { useSession } from '../../api/session'
import type { User } from '../../api/types'
import { nameLang, nameOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { ButtonLink } from '../../ui/Button'
import { SelectField } from '../../ui/Field'
import { EmptyState, Load } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { type Column, Pager, Table } from '../../ui/Table'
import { useBodies } from '../boards/queries'
import { kindWords } from '../boards/words'
import './people/people.css'
import { type PeopleQuery, usePeople } from './people/queries'
import { AccountState, RoleList } from './people/RoleList'
import { type RoleName, roleNames } from './people/roles'
import { words } from './people/words'
import { roleWords } from './words'

const limit = 50

/** Everyone with an account. What is chosen stands in the address. */
export default function PeoplePage() {
  const w = useWords(words)
  const to = usePaths()
  const session = useSession()
  const keeps = session.status === 'signedIn' && may(session.user, 'users')
  return (
    <Page
      title={w.title}
      lead={<p>{w.lead}</p>}
      actions={keeps && <ButtonLink href={to.newPerson()}>{w.invite}</ButtonLink>}
      staff
    >
      <People />
    </Page>
  )
}

function People() {
  const w = useWords(words)
  const to = usePaths()
  const params = new URLSearchParams(useSearch())
  const chosen = Object.fromEntries(
    ['roll', 'namnd', 'konto', 'ordning', 'sida'].map((name) => [name, params.get(name) ?? undefined]),
  )
  const bodies = useBodies()
  const body = bodies.data?.all.find(({ key }) => key === chosen.namnd)
  const page = Math.max(1, Math.trunc(Number(chosen.sida)) || 1)
  const query: PeopleQuery = {
    page,
    limit,
    sort: chosen.ordning === '-name' ? '-name' : 'name',
    role: roleNames.find((role) => role === chosen.roll),
    body: body?.id,
    active: chosen.konto === 'oppna' ? 'true' : chosen.konto === 'stangda' ? 'false' : undefined,
  }
  const people = usePeople(query, !chosen.namnd || bodies.data !== undefined)
  const hrefOf = (change: Record<string, string | undefined>) => to.people({ ...chosen, sida: undefined, ...change })
  const filtered = Boolean(chosen.roll ?? chosen.namnd ?? chosen.konto)
  return (
    <div className="stack">
      <Choices chosen={chosen} hrefOf={hrefOf} />
      <div className="row">
        <p role="status" className="soft">
          {people.data && !people.isPlaceholderData && w.found(people.data._meta.totalRecords)}
        </p>
        {filtered && <a href={to.people()}>{w.clear}</a>}
      </div>
      <Load of={people} lines={8}>
        {({ items, _meta }) => (
          <>
            {items.length === 0 ? (
              <EmptyState title={w.noneTitle}>{w.noneText}</EmptyState>
            ) : (
              <PeopleTable people={items} sort={query.sort} sortHref={(sort) => hrefOf({ ordning: sort })} />
            )}
            <Pager
              page={_meta.page}
              limit={_meta.limit}
              total={_meta.totalRecords}
              hrefOf={(next) => hrefOf({ sida: String(next) })}
            />
          </>
        )}
      </Load>
    </div>
  )
}

type ChoicesProps = {
  chosen: Record<string, string | undefined>
  hrefOf: (change: Record<string, string | undefined>) => string
}

function Choices({ chosen, hrefOf }: ChoicesProps) {
  const w = useWords(words)
  const kinds = useWords(kindWords)
  const say = useWords(roleWords)
  const lang = useLang()
  const [, navigate] = useLocation()
  const bodies = useBodies().data?.all ?? []
  const choice = (name: string) => ({
    value: chosen[name] ?? '',
    empty: w.all,
    onChange: (event: { target: { value: string } }) =>
      navigate(`~${hrefOf({ [name]: event.target.value || undefined })}`, { replace: true }),
  })
  return (
    <search aria-label={w.filters} className="people-choices screen-only">
      <SelectField
        label={w.role}
        options={roleNames.map((role: RoleName) => ({ value: role, label: say[role] }))}
        {...choice('roll')}
      />
      <SelectField
        label={w.body}
        options={bodies.map((body) => ({
          value: body.key,
          label: nameOf(body, lang),
          lang: nameLang(body, lang),
          group: kinds[body.kind],
        }))}
        {...choice('namnd')}
      />
      <SelectField
        label={w.isOpen}
        options={[
          { value: 'oppna', label: w.onlyOpen },
          { value: 'stangda', label: w.onlyClosed },
        ]}
        {...choice('konto')}
      />
    </search>
  )
}

type TableProps = { people: User[]; sort: string | undefined; sortHref: (sort: string) => string }

function PeopleTable({ people, sort, sortHref }: TableProps) {
  const w = useWords(words)
  const to = usePaths()
  const columns: Column<User>[] = [
    {
      key: 'name',
      head: w.name,
      rowHead: true,
      sort: 'name',
      cell: (person) => (
        <>
          <a href={to.person(person.id)}>
            <PersonName person={person} />
          </a>
          {person.email && <span className="soft small people-email">{person.email}</span>}
        </>
      ),
    },
    { key: 'roles', head: w.roles, cell: ({ roles }) => <RoleList roles={roles} /> },
    { key: 'state', head: w.state, cell: (person) => <AccountState person={person} /> },
  ]
  return (
    <div className="people-table">
      <Table
        caption={w.tableCaption}
        columns={columns}
        rows={people}
        rowKey={({ id }) => id}
        sort={sort}
        sortHref={sortHref}
        stack
      />
    </div>
  )
}

/** The name, or the role in words of whoever is protected or erased. */
function PersonName({ person }: { person: User }) {
  const lang = useLang()
  return person.protected || person.erasedAt ? person.roleWords[lang] : person.name
}
