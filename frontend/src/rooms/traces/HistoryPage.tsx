import { useParams } from 'wouter'
import { formatDay, today } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { EmptyState } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { PrintButton } from '../../ui/small'
import { useActivity } from '../activities/queries'
import { useBody } from '../boards/queries'
import { usePlans } from '../plans/queries'
import History from './History'
import { partWords } from './partWords'
import { type HistoryType, historyTypes, useNames } from './queries'
import { words } from './words'

/** A thing's whole history, with all values in view: for reading through and for printing. */
export default function HistoryPage() {
  const { type, id = '' } = useParams<{ type: string; id: string }>()
  const kind = historyTypes.find((one) => one === type)
  if (kind === 'activity') return <OfActivity id={id} />
  if (kind === 'plan') return <OfPlan id={id} />
  if (kind === 'body') return <OfBody id={id} />
  if (kind === 'timelineEntry') return <OfEntry id={id} />
  return <Missing />
}

function OfActivity({ id }: { id: string }) {
  const to = usePaths()
  const { data, error } = useActivity(id)
  if (error) return <Missing />
  return (
    data && (
      <Whole
        type="activity"
        id={id}
        planId={data.planId}
        name={`${data.code} ${data.title}`}
        href={to.activity(data.code)}
      />
    )
  )
}

function OfPlan({ id }: { id: string }) {
  const to = usePaths()
  const plans = usePlans().data
  const plan = plans?.find((one) => one.id === id)
  if (plans && !plan) return <Missing />
  return plan && <Whole type="plan" id={id} planId={id} name={plan.name} href={to.plan(plan.key)} />
}

function OfBody({ id }: { id: string }) {
  const to = usePaths()
  const nameOf = useNames()
  const { data, error } = useBody(id)
  if (error) return <Missing />
  return data && <Whole type="body" id={id} name={nameOf(id) ?? data.nameSv} href={to.board(data.key)} />
}

function OfEntry({ id }: { id: string }) {
  const w = useWords(words)
  const to = usePaths()
  return <Whole type="timelineEntry" id={id} name={w.timelineEntry} href={to.timeline()} />
}

type WholeProps = { type: HistoryType; id: string; planId?: string; name: string; href: string }

function Whole({ type, id, planId, name, href }: WholeProps) {
  const w = useWords(words)
  const part = useWords(partWords)
  const lang = useLang()
  return (
    <Page
      staff
      title={part.historyOf(name)}
      kicker={
        <a className="screen-only" href={href}>
          {name}
        </a>
      }
      lead={<p>{w.historyLead}</p>}
      actions={<PrintButton />}
    >
      <History type={type} id={id} planId={planId} limit={100} open />
      <p className="print-only small">
        {w.printed} {formatDay(today(), lang)}. {location.origin + location.pathname}
      </p>
    </Page>
  )
}

function Missing() {
  const w = useWords(words)
  const to = usePaths()
  return (
    <Page staff title={w.missing}>
      <EmptyState title={w.missing} action={<a href={to.home()}>{w.toHome}</a>}>
        {w.missingText}
      </EmptyState>
    </Page>
  )
}
