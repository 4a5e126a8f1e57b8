import { lazy, Suspense, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { may } from '../../api/client'
import { useSession } from '../../api/session'
import type { Communication } from '../../api/types'
import { formatDated, formatDay } from '../../lib/dates'
import { langOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Button } from '../../ui/Button'
import { SelectField } from '../../ui/Field'
import { EmptyState, Load, Skeleton } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { PrintButton } from '../../ui/small'
import { Pager } from '../../ui/Table'
import { BodyName } from '../boards/shared'
import './communications.css'
import { useCommunicationPage } from './queries'
import { directionWords, stateWords, words } from './words'

const CommunicationForm = lazy(() => import('./edit/CommunicationForm'))

const ways = { inat: 'inward', utat: 'outward' } as const
const states = { planerat: 'planned', sent: 'late', gjort: 'done' } as const
const limit = 50

const known = <T extends object>(of: T, value: string | null) =>
  value !== null && value in of ? (value as keyof T & string) : undefined

/** What is told inward and outward, by day; each is changed where it stands. */
export default function ListPage() {
  const w = useWords(words)
  const to = usePaths()
  const session = useSession()
  const params = new URLSearchParams(useSearch())
  const address = {
    till: known(ways, params.get('till')),
    lage: known(states, params.get('lage')),
    sida: /^[1-9]\d{0,2}$/.test(params.get('sida') ?? '') ? (params.get('sida') ?? undefined) : undefined,
  }
  const [open, setOpen] = useState<string>()
  const found = useCommunicationPage({
    direction: address.till && ways[address.till],
    state: address.lage && states[address.lage],
    page: Number(address.sida ?? 1),
    limit,
  })
  const mayAdd = session.status === 'signedIn' && may(session.user, 'newCommunication')
  return (
    <Page
      title={w.title}
      lead={<p>{w.lead}</p>}
      actions={
        <>
          {mayAdd && open !== 'new' && <Button onClick={() => setOpen('new')}>{w.add}</Button>}
          <PrintButton />
        </>
      }
      staff
    >
      {open === 'new' && (
        <Suspense fallback={<Skeleton lines={8} />}>
          <CommunicationForm onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
      <Filtering address={address} />
      <Load of={found} lines={8}>
        {({ items, _meta }) => (
          <>
            <p role="status" className="soft">
              {w.found(_meta.totalRecords)}
            </p>
            {items.length === 0 && (
              <EmptyState title={w.noneTitle} action={<a href={to.communications()}>{w.showAll}</a>}>
                {w.noneText}
              </EmptyState>
            )}
            <ol className="communications plain-list">
              {items.map((one) => (
                <li key={one.id} className="keep-together">
                  {open === one.id ? (
                    <Suspense fallback={<Skeleton lines={8} />}>
                      <CommunicationForm communication={one} onClose={() => setOpen(undefined)} />
                    </Suspense>
                  ) : (
                    <Row communication={one} onEdit={() => setOpen(one.id)} />
                  )}
                </li>
              ))}
            </ol>
            <Pager
              page={_meta.page}
              limit={_meta.limit}
              total={_meta.totalRecords}
              hrefOf={(page) => to.communications({ ...address, sida: String(page) })}
            />
          </>
        )}
      </Load>
    </Page>
  )
}

function Filtering({ address }: { address: { till?: string; lage?: string } }) {
  const w = useWords(words)
  const way = useWords(directionWords)
  const state = useWords(stateWords)
  const to = usePaths()
  const [, navigate] = useLocation()
  const choose = (change: { till?: string; lage?: string }) =>
    navigate(`~${to.communications({ till: address.till, lage: address.lage, ...change })}`, { replace: true })
  return (
    <form className="communications-filters screen-only" aria-label={w.filters} data-size="sm">
      <SelectField
        label={w.direction}
        empty={w.both}
        value={address.till ?? ''}
        onChange={({ target }) => choose({ till: target.value || undefined })}
        options={Object.entries(ways).map(([value, name]) => ({ value, label: way[name] }))}
      />
      <SelectField
        label={w.state}
        empty={w.anyState}
        value={address.lage ?? ''}
        onChange={({ target }) => choose({ lage: target.value || undefined })}
        options={Object.entries(states).map(([value, name]) => ({ value, label: state[name] }))}
      />
    </form>
  )
}

function Row({ communication: one, onEdit }: { communication: Communication; onEdit: () => void }) {
  const w = useWords(words)
  const way = useWords(directionWords)
  const lang = useLang()
  const to = usePaths()
  const textLang = langOf(one, lang)
  return (
    <div className="communication">
      <div>
        <p className="tabular">{one.date ? formatDated(one.date, lang) : w.noDay}</p>
        <p className="small">
          <StateOf communication={one} />
        </p>
      </div>
      <div>
        <p className="communication-message" lang={textLang}>
          {one.message}
        </p>
        <p className="small soft">
          {way[one.direction]}. {w.to}: <span lang={textLang}>{one.audience}</span>
          {one.channel && (
            <>
              . {w.through}: <span lang={textLang}>{one.channel}</span>
            </>
          )}
        </p>
        <p className="small soft">
          {one.responsibleBodyId && (
            <>
              {w.by}: <BodyName id={one.responsibleBodyId} />
            </>
          )}
          {one.responsibleBodyId && one.activityId && one.activity && '. '}
          {one.activityId && one.activity && (
            <>
              {w.about}:{' '}
              <a href={to.activity(one.activityId)} lang={langOf(one.activity, lang)}>
                {one.activity.code} {one.activity.title}
              </a>
            </>
          )}
        </p>
      </div>
      <p className="row screen-only communication-acts">
        {may(one, 'edit') && (
          <Button variant="secondary" aria-label={w.editOf(one.message)} onClick={onEdit}>
            {w.edit}
          </Button>
        )}
      </p>
    </div>
  )
}

/** How far it has come, by shape and word. */
function StateOf({ communication: { state, doneOn } }: { communication: Communication }) {
  const w = useWords(words)
  const say = useWords(stateWords)
  const lang = useLang()
  return (
    <span className="status">
      <svg className={`mark mark-${marks[state]}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path
          d={shapes[state]}
          fill={state === 'late' ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="2"
          strokeLinejoin="round"
        />
      </svg>
      <span>{doneOn ? w.doneOn(formatDay(doneOn, lang)) : say[state]}</span>
    </span>
  )
}

const marks = { planned: 'notStarted', late: 'late', done: 'done' }

// The marks that stand for the same elsewhere: a ring, a diamond, a tick.
const shapes = {
  planned: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z',
  late: 'M8 2 14 8 8 14 2 8z',
  done: 'm2.5 8.5 3.7 3.8 7.3-8.6',
}
