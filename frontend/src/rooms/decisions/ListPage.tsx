import { useLocation, useSearch } from 'wouter'
import { may } from '../../api/client'
import { useSession } from '../../api/session'
import { nameLang, nameOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { ButtonLink } from '../../ui/Button'
import { Checkbox, SelectField, TextField } from '../../ui/Field'
import { EmptyState, Load } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { PrintButton } from '../../ui/small'
import { Pager } from '../../ui/Table'
import { useBodies } from '../boards/queries'
import { type Address, byYear, readAddress, toQuery } from './address'
import './decisions.css'
import { useDecisionPage } from './queries'
import { DecisionList } from './shared'
import { words } from './words'

/** What has been decided about the plan, year by year. */
export default function ListPage() {
  const w = useWords(words)
  const to = usePaths()
  const [, navigate] = useLocation()
  const session = useSession()
  const address = readAddress(useSearch())
  const bodies = useBodies()
  const found = useDecisionPage(toQuery(address, bodies.data?.all ?? []), !address.namnd || bodies.data !== undefined)
  const mayAdd = session.status === 'signedIn' && may(session.user, 'decisions')
  const hrefOf = (change: Address) => to.decisions({ ...address, sida: undefined, ...change })
  return (
    <Page
      title={w.title}
      lead={<p>{w.lead}</p>}
      actions={
        <>
          {mayAdd && <ButtonLink href={to.newDecision()}>{w.add}</ButtonLink>}
          <PrintButton />
        </>
      }
    >
      <Filtering address={address} onChoose={(change) => navigate(`~${hrefOf(change)}`, { replace: true })} />
      <Load of={found} lines={8}>
        {({ items, _meta }) => (
          <>
            <p role="status" className="soft">
              {w.found(_meta.totalRecords)}
            </p>
            {items.length === 0 && (
              <EmptyState title={w.noneTitle} action={<a href={to.decisions()}>{w.showAll}</a>}>
                {w.noneText}
              </EmptyState>
            )}
            {byYear(items).map(([year, decisions]) => (
              <section key={year}>
                <h2 className="decisions-year">{year || w.withoutDate}</h2>
                <DecisionList decisions={decisions} />
              </section>
            ))}
            <Pager
              page={_meta.page}
              limit={_meta.limit}
              total={_meta.totalRecords}
              hrefOf={(page) => hrefOf({ sida: String(page) })}
            />
          </>
        )}
      </Load>
    </Page>
  )
}

function Filtering({ address, onChoose }: { address: Address; onChoose: (change: Address) => void }) {
  const w = useWords(words)
  const lang = useLang()
  const bodies = useBodies().data
  const deciding = (bodies?.all ?? []).filter(({ kind }) => kind !== 'unit')
  return (
    <form className="decisions-filters screen-only" aria-label={w.filters} data-size="sm">
      <SelectField
        label={w.body}
        empty={w.allBodies}
        value={address.namnd ?? ''}
        onChange={({ target }) => onChoose({ namnd: target.value || undefined })}
        options={deciding.map((body) => ({ value: body.key, label: nameOf(body, lang), lang: nameLang(body, lang) }))}
      />
      <TextField
        label={w.year}
        help={w.yearHelp}
        inputMode="numeric"
        maxLength={4}
        className="ds-input field-short"
        defaultValue={address.ar ?? ''}
        onChange={({ target }) => {
          if (target.value === '' || /^\d{4}$/.test(target.value)) onChoose({ ar: target.value || undefined })
        }}
      />
      <Checkbox
        label={w.onlyOpen}
        checked={address.oppna === 'ja'}
        onChange={({ target }) => onChoose({ oppna: target.checked ? 'ja' : undefined })}
      />
    </form>
  )
}
