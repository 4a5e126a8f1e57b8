import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { may } from '../../api/client'
import type { UnitContacts } from '../../api/types'
import { formatDay } from '../../lib/dates'
import { nameLang, nameOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Checkbox, SelectField } from '../../ui/Field'
import { EmptyState, Load } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { PrintButton } from '../../ui/small'
import { useBodies } from '../boards/queries'
import { words } from './contacts/words'
import './council.css'
import { useContactPersons, useContactsOfUnit } from './queries'
import { SeatShape } from './SeatMark'
import { words as councilWords } from './words'

/** Which units have a contact person, and which have none. */
export default function ContactsPage() {
  const w = useWords(words)
  const c = useWords(councilWords)
  const to = usePaths()
  const [, navigate] = useLocation()
  const search = new URLSearchParams(useSearch())
  const filters = { namnd: search.get('namnd') ?? undefined, visa: search.get('visa') ?? undefined }
  const bodies = useBodies()
  const board = bodies.data?.all.find(({ key }) => key === filters.namnd)
  const units = useContactPersons(board?.id, !filters.namnd || bodies.data !== undefined)
  const choose = (change: Partial<typeof filters>) =>
    navigate(`~${to.contactPersons({ ...filters, ...change })}`, { replace: true })
  return (
    <Page title={w.title} kicker={<a href={to.council()}>{c.name}</a>} lead={<p>{w.lead}</p>} actions={<PrintButton />}>
      <Filtering namnd={filters.namnd} onlyMissing={filters.visa === 'saknas'} onChoose={choose} />
      <Load of={units} lines={8}>
        {(all) => <Units units={all} onlyMissing={filters.visa === 'saknas'} />}
      </Load>
    </Page>
  )
}

type FilteringProps = {
  namnd: string | undefined
  onlyMissing: boolean
  onChoose: (change: { namnd?: string; visa?: string }) => void
}

function Filtering({ namnd, onlyMissing, onChoose }: FilteringProps) {
  const w = useWords(words)
  const lang = useLang()
  const bodies = useBodies().data
  const above = (bodies?.all ?? []).filter(({ id, kind }) => kind !== 'unit' && bodies?.childrenOf(id).length)
  return (
    <form className="contacts-filters screen-only" aria-label={w.filters} data-size="sm">
      <SelectField
        label={w.board}
        empty={w.all}
        value={namnd ?? ''}
        onChange={({ target }) => onChoose({ namnd: target.value || undefined })}
        options={above.map((body) => ({
          value: body.key,
          label: nameOf(body, lang),
          lang: nameLang(body, lang),
        }))}
      />
      <Checkbox
        label={w.missingOnly}
        checked={onlyMissing}
        onChange={({ target }) => onChoose({ visa: target.checked ? 'saknas' : undefined })}
      />
    </form>
  )
}

function Units({ units, onlyMissing }: { units: UnitContacts[]; onlyMissing: boolean }) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const bodies = useBodies().data
  const shown = onlyMissing ? units.filter(({ isMissing }) => isMissing) : units
  const parents = [...new Set(shown.map(({ parentId }) => parentId))].toSorted(
    (a, b) => placeOf(bodies?.all, a) - placeOf(bodies?.all, b),
  )
  return (
    <>
      <p role="status" className="soft">
        {w.have(units.filter(({ isMissing }) => !isMissing).length, units.length)}
      </p>
      {shown.length === 0 && (
        <EmptyState title={w.noneTitle} action={<a href={to.contactPersons()}>{w.showAll}</a>}>
          {w.noneText}
        </EmptyState>
      )}
      {parents.map((parentId) => {
        const parent = bodies?.byId.get(parentId ?? '')
        return (
          <section key={parentId ?? ''} className="contacts-board">
            <h2 lang={nameLang(parent, lang)}>{parent ? nameOf(parent, lang) : w.others}</h2>
            <ul className="plain-list">
              {shown
                .filter((unit) => unit.parentId === parentId)
                .map((unit) => (
                  <Unit key={unit.unitId} unit={unit} />
                ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

const placeOf = (all: { id: string }[] | undefined, id: string | undefined): number =>
  id ? (all?.findIndex((body) => body.id === id) ?? 0) : Number.MAX_SAFE_INTEGER

function Unit({ unit }: { unit: UnitContacts }) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const key = useBodies().data?.byId.get(unit.unitId)?.key
  const name = unit.unitNames[lang]
  const until = unit.endsOn && formatDay(unit.endsOn, lang)
  return (
    <li className="contacts-unit keep-together">
      <p>
        <a href={to.board(key ?? unit.unitId)}>{name}</a>
      </p>
      <div>
        <p className="status">
          <svg
            className={`mark seat seat-${unit.state}`}
            viewBox="-8 -8 16 16"
            width="16"
            height="16"
            aria-hidden="true"
          >
            <SeatShape state={unit.state} radius={5.5} />
          </svg>
          <span>{unit.isMissing ? w.missing : <People unit={unit} />}</span>
        </p>
        {until && (
          <p className="small soft">
            {unit.isMissing ? w.lastUntil(until) : w.until(until)}
            {unit.state === 'endsSoon' && `, ${w.endsSoon}`}
          </p>
        )}
      </div>
      <div className="contacts-more small screen-only">
        {unit.isMissing && may(unit, 'invite') && (
          <a href={to.newPerson()} aria-label={w.inviteFor(name)}>
            {w.invite}
          </a>
        )}
        {unit.state !== 'vacant' && <Before unitId={unit.unitId} />}
      </div>
    </li>
  )
}

/** As much of each as may be told: the name, and how to reach whoever shows it. */
function People({ unit }: { unit: UnitContacts }) {
  const w = useWords(words)
  const told = unit.contacts.filter(({ person }) => person.name || person.email || person.phone)
  if (told.length === 0) return w.has
  return told.map(({ person }) => (
    <span key={[person.name, person.email, person.phone].join()} className="contacts-person">
      {person.name}
      {person.email && <a href={`mailto:${person.email}`}>{person.email}</a>}
      {person.phone && <a href={`tel:${person.phone.replace(/[^+\d]/g, '')}`}>{person.phone}</a>}
    </span>
  ))
}

/** Who it was before, fetched when somebody asks. */
function Before({ unitId }: { unitId: string }) {
  const w = useWords(words)
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{w.before}</summary>
      {open && <Years unitId={unitId} />}
    </details>
  )
}

function Years({ unitId }: { unitId: string }) {
  const w = useWords(words)
  const lang = useLang()
  const contacts = useContactsOfUnit(unitId)
  return (
    <Load of={contacts} lines={1}>
      {(all) =>
        all.length === 0 ? (
          <p className="soft">{w.nobodyBefore}</p>
        ) : (
          <ol className="plain-list">
            {all.map(({ person, from, to }) => (
              <li key={[person.userId, from, to].join()}>
                {person.name ?? w.somebody},{' '}
                <span className="soft">
                  {from ? formatDay(from, lang) : w.since} – {to ? formatDay(to, lang) : w.onwards}
                </span>
              </li>
            ))}
          </ol>
        )
      }
    </Load>
  )
}
