import { useLocation, useSearch } from 'wouter'
import { may } from '../../api/client'
import type { ActivityPage, Plan } from '../../api/types'
import { useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { ButtonLink } from '../../ui/Button'
import { EmptyState, Load } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { ViewSwitch } from '../../ui/small'
import { Pager } from '../../ui/Table'
import { useBodies } from '../boards/queries'
import { usePlan, useTargetGroups, useViolenceAreas } from '../plans/queries'
import './activities.css'
import { ActivityTable } from './ActivityTable'
import { ActivityCards } from './Cards'
import { Filtering } from './Filtering'
import { type ListAddress, readAddress, toQuery, withoutParts, writeAddress } from './filters'
import { useActivityPage } from './queries'
import { words } from './words'

const limit = 100

export default function ListPage() {
  const w = useWords(words)
  const to = usePaths()
  const plan = usePlan()
  return (
    <Page
      title={w.title}
      lead={<p>{w.lead}</p>}
      actions={
        plan.data && may(plan.data, 'edit') ? (
          <ButtonLink variant="secondary" href={to.newActivity()}>
            {w.add}
          </ButtonLink>
        ) : undefined
      }
    >
      <Load of={{ ...plan, data: plan.data === null ? undefined : plan.data }}>
        {(found) => <Activities plan={found} />}
      </Load>
      {plan.data === null && <EmptyState title={w.emptyTitle}>{w.emptyText}</EmptyState>}
    </Page>
  )
}

function Activities({ plan }: { plan: Plan }) {
  const w = useWords(words)
  const to = usePaths()
  const [, navigate] = useLocation()
  const address = readAddress(useSearch())
  const bodies = useBodies()
  const areas = useViolenceAreas()
  const groups = useTargetGroups()
  const known = { bodies: bodies.data?.all ?? [], areas: areas.data ?? [], groups: groups.data ?? [] }
  // Without filters nothing has to be translated to ids first, and the list need not wait for what they are called.
  const filtered = Object.keys(address.filters).length > 0
  const ready = !filtered || Boolean(bodies.data && areas.data && groups.data)
  const list = useActivityPage(toQuery(address, known, plan.id, limit), ready)

  const hrefOf = (change: Partial<ListAddress>) => to.activities(writeAddress({ ...address, page: 1, ...change }))
  return (
    <div className="activities">
      <Filtering
        known={known}
        filters={address.filters}
        onChange={(filters) => navigate(`~${hrefOf({ filters })}`, { replace: true })}
        clearHref={hrefOf({ filters: {} })}
      />
      <div className="activities-bar">
        <p role="status" className="soft">
          {list.data && !list.isPlaceholderData && <Found page={list.data} />}
        </p>
        <ViewSwitch
          label={w.views}
          views={[
            { href: hrefOf({ view: 'kort' }), label: w.cards, current: address.view === 'kort' },
            { href: hrefOf({ view: 'tabell' }), label: w.table, current: address.view === 'tabell' },
          ]}
        />
      </div>
      <Load of={list} lines={8}>
        {({ items, _meta }) => (
          <>
            {items.length === 0 && (
              <EmptyState
                title={filtered ? w.noneTitle : w.emptyTitle}
                action={filtered && <a href={hrefOf({ filters: {} })}>{w.clear}</a>}
              >
                {filtered ? w.noneText : w.emptyText}
              </EmptyState>
            )}
            {items.length > 0 && address.view === 'tabell' && (
              <ActivityTable activities={items} sort={address.sort} sortHref={(sort) => hrefOf({ sort })} />
            )}
            {items.length > 0 && address.view === 'kort' && (
              <ActivityCards activities={items} plan={plan} byPart={!filtered && address.sort === 'code'} />
            )}
            <Pager
              page={_meta.page}
              limit={_meta.limit}
              total={_meta.totalRecords}
              hrefOf={(page) => hrefOf({ page })}
            />
          </>
        )}
      </Load>
    </div>
  )
}

/** How many were found, activities and their parts told apart; in all when there are more pages. */
function Found({ page: { items, _meta } }: { page: ActivityPage }) {
  const w = useWords(words)
  const main = withoutParts(items).length
  const subs = items.length - main
  if (items.length < _meta.totalRecords) return w.found(_meta.totalRecords)
  return subs > 0 ? `${w.found(main)}, ${w.subs(subs)}` : w.found(main)
}
