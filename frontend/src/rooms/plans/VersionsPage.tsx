import { lazy, Suspense, useState } from 'react'
import { useLocation, useParams, useSearch } from 'wouter'
import { may } from '../../api/client'
import type { Plan, PlanVersion } from '../../api/types'
import { formatDay, formatInstant } from '../../lib/dates'
import { langOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Button } from '../../ui/Button'
import { SelectField } from '../../ui/Field'
import { EmptyState, Load, Skeleton } from '../../ui/Load'
import { Page, Part } from '../../ui/Page'
import { Table } from '../../ui/Table'
import { BodyName } from '../boards/shared'
import { DecisionsPart } from '../decisions/shared'
import { HistoryPart } from '../traces/shared'
import { Comparison } from './Comparison'
import './plans.css'
import './versions.css'
import { choosePlan, usePlans, useVersions } from './queries'
import { words as planWords, versionWords } from './words'

const VersionForm = lazy(() => import('./edit/VersionForm'))

/** In the address `nu` is the plan as it stands; the API says `current`. */
const now = 'nu'

export default function VersionsPage() {
  const p = useWords(planWords)
  const to = usePaths()
  const { plan: planKey } = useParams<{ plan: string }>()
  const plans = usePlans()
  return (
    <Load of={plans}>
      {(all) => {
        const plan = choosePlan(all, planKey)
        if (plan) return <Versions plan={plan} />
        return (
          <Page title={p.missingTitle}>
            <p>
              <a href={to.plans()}>{p.allPlans}</a>
            </p>
          </Page>
        )
      }}
    </Load>
  )
}

function Versions({ plan }: { plan: Plan }) {
  const w = useWords(versionWords)
  const to = usePaths()
  const lang = useLang()
  const versions = useVersions(plan.id)
  const [freezing, setFreezing] = useState(false)
  return (
    <Page
      title={w.title}
      documentTitle={`${w.title}, ${plan.name}`}
      kicker={
        <a href={to.plan(plan.key)} lang={langOf(plan, lang)}>
          {plan.name}
        </a>
      }
      lead={<p>{w.lead}</p>}
      actions={
        may(plan, 'edit') &&
        !freezing && (
          <Button variant="secondary" onClick={() => setFreezing(true)}>
            {w.freeze}
          </Button>
        )
      }
    >
      {freezing && (
        <Suspense fallback={<Skeleton />}>
          <VersionForm plan={plan} onClose={() => setFreezing(false)} />
        </Suspense>
      )}
      <Load of={versions}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={w.none} action={<a href={to.plan(plan.key)}>{w.backToPlan}</a>}>
              {w.noneText}
            </EmptyState>
          ) : (
            <>
              <VersionTable plan={plan} versions={found} />
              <Compare plan={plan} versions={found} />
            </>
          )
        }
      </Load>
      <DecisionsPart of={{ plan: plan.id }} about={['plan', 'planVersion']} />
      <HistoryPart type="plan" thing={plan} planId={plan.id} />
    </Page>
  )
}

function VersionTable({ plan, versions }: { plan: Plan; versions: PlanVersion[] }) {
  const w = useWords(versionWords)
  const lang = useLang()
  return (
    <Table
      caption={w.title}
      rows={versions}
      rowKey={(version) => version.id}
      columns={[
        { key: 'number', head: w.number, numeric: true, cell: (version) => version.number },
        {
          key: 'label',
          head: w.label,
          rowHead: true,
          cell: (version) => (
            <>
              <strong>{version.label}</strong>
              {version.note && <p className="small soft">{version.note}</p>}
            </>
          ),
        },
        { key: 'decided', head: w.decided, cell: (version) => <Decision version={version} /> },
        { key: 'frozen', head: w.frozen, cell: (version) => formatInstant(version.createdAt, lang) },
        {
          key: 'package',
          head: w.package,
          cell: (version) => (
            <>
              <a
                href={`/api/v1/plans/${plan.id}/versions/${version.id}/package`}
                aria-label={w.downloadName(version.label)}
                download={`${plan.key}-${version.number}.json`}
              >
                {w.download}
              </a>
              <p className="small soft version-hash" title={version.hash}>
                {w.checksum(version.hash.slice(0, 12))}
              </p>
            </>
          ),
        },
      ]}
    />
  )
}

function Decision({ version }: { version: PlanVersion }) {
  const w = useWords(versionWords)
  const lang = useLang()
  const { decidedById, decisionDate, decisionReference } = version
  if (!decidedById && !decisionDate && !decisionReference) return <span className="soft">{w.noDecision}</span>
  return (
    <>
      {decidedById && <BodyName id={decidedById} />}
      {decidedById && decisionDate && ', '}
      {decisionDate && formatDay(decisionDate, lang)}
      {decisionReference && <span className="soft"> ({decisionReference})</span>}
    </>
  )
}

function Compare({ plan, versions }: { plan: Plan; versions: PlanVersion[] }) {
  const w = useWords(versionWords)
  const to = usePaths()
  const [, navigate] = useLocation()
  const params = new URLSearchParams(useSearch())
  const numbered = (number: string | null) => versions.find((version) => String(version.number) === number)
  const from = numbered(params.get('fran')) ?? versions[0]
  const till = params.get('till')
  const until = till === now ? undefined : numbered(till)
  const [chosen, setChosen] = useState({ fran: String(from?.number ?? ''), till: until ? String(until.number) : now })
  const options = versions.map(({ number, label }) => ({ value: String(number), label: `${number}. ${label}` }))
  const asked = params.has('fran') && from !== undefined
  return (
    <Part title={w.compare} id="jamfor">
      <form
        className="compare-form"
        onSubmit={(event) => {
          event.preventDefault()
          navigate(`~${to.planVersions(plan.key, chosen)}`)
        }}
      >
        <SelectField
          label={w.from}
          empty={false}
          options={options}
          value={chosen.fran}
          onChange={({ target }) => setChosen({ ...chosen, fran: target.value })}
        />
        <SelectField
          label={w.to}
          empty={false}
          options={[{ value: now, label: w.now }, ...options]}
          value={chosen.till}
          onChange={({ target }) => setChosen({ ...chosen, till: target.value })}
        />
        <Button type="submit">{w.show}</Button>
      </form>
      {asked && <Comparison planId={plan.id} from={from.id} to={until?.id ?? 'current'} />}
    </Part>
  )
}
