import { Fragment, type ReactNode } from 'react'
import type { Plan } from '../../api/types'
import { formatDated, formatDay, today } from '../../lib/dates'
import { type Lang, langOf, useLang, useWords, wordsIn } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Notice } from '../../ui/Load'
import { Facts, SourceBadge } from '../../ui/small'
import { BodyName } from '../boards/shared'
import { useVersions } from './queries'
import { words } from './words'

/** "2020–2022" when the period is whole years, else its days. */
export function periodText({ periodFrom, periodTo }: Plan, lang: Lang): string {
  const w = wordsIn(words, lang)
  if (periodFrom && periodTo) {
    const whole = periodFrom.endsWith('-01-01') && periodTo.endsWith('-12-31')
    const [first, last] = [periodFrom.slice(0, 4), periodTo.slice(0, 4)]
    if (whole) return first === last ? first : `${first}–${last}`
    return `${formatDay(periodFrom, lang)} – ${formatDay(periodTo, lang)}`
  }
  if (periodFrom) return w.fromDay(formatDay(periodFrom, lang))
  return periodTo ? w.toDay(formatDay(periodTo, lang)) : ''
}

/** What every reader must know before reading: that it is a summary, a draft, a demo. */
export function PlanNotices({ plan }: { plan: Plan }) {
  const w = useWords(words)
  const lang = useLang()
  if (!plan.isSummary && !plan.notice && plan.status !== 'draft') return null
  return (
    <Notice tone={plan.status === 'draft' ? 'attention' : 'calm'}>
      {plan.status === 'draft' && (
        <p>
          <strong>{w.draft}</strong>
        </p>
      )}
      {plan.isSummary && (
        <p>
          <strong>{w.summary}</strong>{' '}
          {plan.adoptedTextUrl ? (
            <a href={plan.adoptedTextUrl} rel="noreferrer">
              {w.summaryWhere}
            </a>
          ) : (
            w.summaryUnknown
          )}
        </p>
      )}
      {plan.notice && <p lang={langOf(plan, lang)}>{plan.notice}</p>}
    </Notice>
  )
}

export function PlanLink({ plan }: { plan: Plan }) {
  const to = usePaths()
  const lang = useLang()
  const period = periodText(plan, lang)
  return (
    <a href={to.plan(plan.key)} lang={langOf(plan, lang)}>
      {plan.name}
      {period && `, ${period}`}
    </a>
  )
}

export function PlanFacts({ plan, plans }: { plan: Plan; plans: Plan[] }) {
  const w = useWords(words)
  const to = usePaths()
  const lang = useLang()
  const newest = useVersions(plan.id).data?.[0]
  const period = periodText(plan, lang)
  const over = plan.periodTo !== undefined && plan.periodTo !== '' && plan.periodTo < today()
  const body = (id: string | undefined) => (id ? <BodyName id={id} /> : <span className="soft">–</span>)
  const links = (found: Plan[]): ReactNode =>
    found.map((other, place) => (
      <Fragment key={other.id}>
        {place > 0 && <br />}
        <PlanLink plan={other} />
      </Fragment>
    ))
  const related = [
    { term: w.buildsOn, found: plans.filter(({ id }) => id === plan.parentId) },
    { term: w.replaces, found: plans.filter(({ id }) => id === plan.supersedesId) },
    { term: w.replacedBy, found: plans.filter(({ supersedesId }) => supersedesId === plan.id) },
    { term: w.subPlans, found: plans.filter(({ parentId }) => parentId === plan.id) },
  ].flatMap(({ term, found }) => (found.length > 0 ? [{ term, value: links(found) }] : []))
  const decision = [plan.decisionDate && formatDated(plan.decisionDate, lang), plan.decisionReference].filter(Boolean)
  return (
    <div className="plan-facts">
      <Facts
        facts={[
          { term: w.period, value: period ? (over ? w.periodOver(period) : period) : w.periodUnknown },
          { term: w.owner, value: body(plan.ownerId) },
          { term: w.documentOwner, value: body(plan.documentOwnerId) },
          { term: w.approvingBody, value: body(plan.approvingBodyId) },
          {
            term: w.decision,
            value: decision.length > 0 ? decision.join(', ') : <span className="soft">{w.decisionUnknown}</span>,
          },
          {
            term: w.documentDate,
            value: (
              <>
                {plan.documentDate ? formatDated(plan.documentDate, lang) : <span className="soft">{w.noDate}</span>}{' '}
                <SourceBadge source={plan.documentDate && plan.source} />
              </>
            ),
          },
          {
            term: w.revisions,
            value: plan.revisionDates?.length ? (
              plan.revisionDates.map((dated) => formatDated(dated, lang)).join(', ')
            ) : (
              <span className="soft">{w.notRevised}</span>
            ),
          },
          {
            term: w.version,
            value: (
              <a href={to.planVersions(plan.key)}>{newest ? w.versionNow(newest.number, newest.label) : w.noVersion}</a>
            ),
          },
          ...related,
        ]}
      />
    </div>
  )
}

/** Other plans on the same site, to go to; nothing when this is the only one. */
export function OtherPlans({ plan, plans }: { plan: Plan; plans: Plan[] }) {
  const w = useWords(words)
  const to = usePaths()
  const others = plans.filter(({ id }) => id !== plan.id)
  if (others.length === 0) return null
  return (
    <nav className="plan-others" aria-label={w.otherPlans}>
      <h2>{w.otherPlans}</h2>
      <ul className="plain-list">
        {others.slice(0, 5).map((other) => (
          <li key={other.id}>
            <PlanLink plan={other} />
          </li>
        ))}
        <li>
          <a href={to.plans()}>{w.allPlans}</a>
        </li>
      </ul>
    </nav>
  )
}
