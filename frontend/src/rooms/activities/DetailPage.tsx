import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useParams } from 'wouter'
import { may } from '../../api/client'
import type { Activity, Plan } from '../../api/types'
import { formatDay, formatInstant, today } from '../../lib/dates'
import { langOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Button, ButtonLink } from '../../ui/Button'
import { Load, Skeleton } from '../../ui/Load'
import { Markdown } from '../../ui/Markdown'
import { Page, Part } from '../../ui/Page'
import { PrintButton, SaveState } from '../../ui/small'
import { DecisionsPart } from '../decisions/shared'
import { usePlans } from '../plans/queries'
import { CallingsPart } from '../references/shared'
import { HistoryPart } from '../traces/shared'
import { ActivityLine, Before, Context, mayEdit, SubActivities, useSiblings } from './detail/About'
import './detail/activity.css'
import { Answers } from './detail/Answers'
import type { Work } from './detail/Desk'
import { Reports } from './detail/Reports'
import { Road } from './detail/Road'
import { StateOf } from './detail/State'
import { words } from './detail/words'
import { useActivity } from './queries'

const Actions = lazy(() => import('./detail/Actions'))
const Desk = lazy(() => import('./detail/Desk'))
const ResponsibilitiesForm = lazy(() => import('./edit/ResponsibilitiesForm'))
const MilestonesForm = lazy(() => import('./edit/MilestonesForm'))
const DependenciesForm = lazy(() => import('./edit/DependenciesForm'))
const ConfirmForm = lazy(() => import('./edit/ConfirmForm'))

/** An activity as a story: what and why, how it goes, who answers, the road, what has been told. */
export default function DetailPage() {
  const { activity: codeOrId = '' } = useParams<{ activity: string }>()
  const activity = useActivity(codeOrId)
  // Held here, above what is fetched: who is signed out while writing must still be told where the words are.
  const work = useState<Work>()
  return (
    <Load of={activity} missing={<Missing />} lines={8}>
      {(found) => <Story key={found.id} activity={found} work={work} />}
    </Load>
  )
}

function Missing() {
  const w = useWords(words)
  const to = usePaths()
  return (
    <Page title={w.missingTitle} lead={<p>{w.missingText}</p>}>
      <p>
        <ButtonLink href={to.activities()}>{w.toList}</ButtonLink>
      </p>
    </Page>
  )
}

type WorkState = ReturnType<typeof useState<Work>>

function Story({ activity, work: [work, setWork] }: { activity: Activity; work: WorkState }) {
  const w = useWords(words)
  const lang = useLang()
  const plan = usePlans().data?.find(({ id }) => id === activity.planId)
  useReportFromAddress(activity, setWork)
  const textLang = langOf(activity, lang)
  return (
    <Page
      title={activity.title}
      titleLang={textLang}
      documentTitle={`${activity.code} ${activity.title}`}
      kicker={<Kicker activity={activity} plan={plan} />}
      lead={activity.summary && <p lang={textLang}>{activity.summary}</p>}
      actions={
        actionRels.some((rel) => may(activity, rel)) && (
          <Suspense>
            <Actions activity={activity} work={work} onWork={setWork} />
          </Suspense>
        )
      }
    >
      <div className="activity" data-working={work !== undefined || undefined}>
        {work && (
          <Suspense fallback={<Skeleton />}>
            <Desk activity={activity} work={work} onClose={() => setWork(undefined)} />
          </Suspense>
        )}
        <div className="activity-story">
          <Part title={w.state} id="state">
            <StateOf activity={activity} plan={plan} />
          </Part>
          <Changeable
            title={w.who}
            id="who"
            change={mayEdit(activity) ? w.editWho : undefined}
            form={<ResponsibilitiesForm activity={activity} />}
          >
            <Answers activity={activity} />
          </Changeable>
          <Changeable
            title={w.road}
            id="road"
            change={mayEdit(activity) ? w.editRoad : undefined}
            form={<MilestonesForm activity={activity} />}
          >
            <Road activity={activity} />
          </Changeable>
          <Part title={w.reports} id="reports">
            <Reports activity={activity} onCorrect={(report) => setWork({ kind: 'correct', report })} />
          </Part>
          {(activity.descriptionHtml || activity.subActivityIds?.length) && (
            <Part title={w.what} id="what">
              <div className="stack">
                {activity.descriptionHtml && <Markdown html={activity.descriptionHtml} lang={textLang} />}
                <SubActivities activity={activity} />
              </div>
            </Part>
          )}
          <Changeable
            title={w.context}
            id="context"
            change={mayEdit(activity) ? w.editBefore : undefined}
            form={<DependenciesForm activity={activity} />}
            kept={
              <>
                <Context activity={activity} />
                <Unconfirmed activity={activity} />
              </>
            }
          >
            <Before activity={activity} />
          </Changeable>
          {activity.links && activity.links.length > 0 && (
            <Part title={w.links} id="links">
              <ul className="plain-list stack-small prose">
                {activity.links.map(({ title, url }) => (
                  <li key={url}>
                    <a href={url} rel="noreferrer">
                      {title}
                    </a>
                  </li>
                ))}
              </ul>
            </Part>
          )}
          <DecisionsPart of={{ concernsType: 'activity', concerns: activity.id }} />
          <CallingsPart activityId={activity.id} />
          <HistoryPart type="activity" thing={activity} planId={activity.planId} />
          <Foot activity={activity} plan={plan} />
        </div>
      </div>
    </Page>
  )
}

// An address that ends in #rapportera opens the report: board pages and reminders lead there.
function useReportFromAddress(activity: Activity, setWork: WorkState[1]) {
  const mayReport = may(activity, 'report')
  useEffect(() => {
    if (mayReport && location.hash === '#rapportera') setWork((now) => now ?? { kind: 'report' })
  }, [mayReport, setWork])
}

function Kicker({ activity, plan }: { activity: Activity; plan: Plan | undefined }) {
  const w = useWords(words)
  const to = usePaths()
  const lang = useLang()
  const parent = useSiblings(activity)(activity.parentId)
  const part = plan?.parts?.find(({ number }) => number === activity.part)
  return (
    <>
      <a className="screen-only" href={to.activities()}>
        {w.list}
      </a>
      <span className="screen-only"> · </span>
      {part && <span lang={langOf(plan ?? activity, lang)}>{w.partNo(part.number, part.title)}</span>}
      {part && ' · '}
      <strong>{w.activityNo(activity.code)}</strong>
      {parent && (
        <>
          {' · '}
          {w.partOf} <ActivityLine activity={parent} state={false} />
        </>
      )}
    </>
  )
}

const actionRels = ['complete', 'overrideStatus', 'cancel', 'merge', 'report', 'edit', 'internalNotes']

type ChangeableProps = {
  title: string
  id: string
  change?: string
  form: ReactNode
  /** What stays in view while the rest is changed. */
  kept?: ReactNode
  children: ReactNode
}

/** A part that those who may can change where it stands; its form is fetched when they begin. */
function Changeable({ title, id, change, form, kept, children }: ChangeableProps) {
  const w = useWords(words)
  const [open, setOpen] = useState(false)
  const changing = open && change !== undefined
  const button = change && (
    <Button
      variant="tertiary"
      className="button-quiet screen-only"
      aria-expanded={changing}
      onClick={() => setOpen(!changing)}
    >
      {changing ? w.stop : change}
    </Button>
  )
  return (
    <Part title={title} id={id} aside={button}>
      <div className="stack">
        {kept}
        {changing ? (
          <div data-size="sm">
            <Suspense fallback={<Skeleton lines={3} />}>{form}</Suspense>
          </div>
        ) : (
          children
        )}
      </div>
    </Part>
  )
}

function Unconfirmed({ activity }: { activity: Activity }) {
  const w = useWords(words)
  const [confirmedAt, setConfirmedAt] = useState<Date>()
  if (!activity.unconfirmed) {
    return (
      confirmedAt && (
        <p>
          {w.confirmed} <SaveState saving={{ status: 'saved', at: confirmedAt }} />
        </p>
      )
    )
  }
  return (
    <div className="stack-small">
      <p className="small soft">{w.unconfirmed}</p>
      {may(activity, 'confirm') && (
        <Suspense>
          <ConfirmForm activity={activity} onConfirmed={() => setConfirmedAt(new Date())} />
        </Suspense>
      )}
    </div>
  )
}

function Foot({ activity, plan }: { activity: Activity; plan: Plan | undefined }) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  return (
    <Part title={w.follow} id="follow">
      <div className="stack">
        <ul className="plain-list stack-small screen-only">
          <li>
            <a href={to.timeline()}>{w.onTimeline}</a>
          </li>
          <li>
            <a href={to.calendar({ activity: activity.id })}>{w.calendar}</a>
          </li>
        </ul>
        <PrintButton />
        <p className="small soft">
          {w.updated} <time dateTime={activity.updatedAt}>{formatInstant(activity.updatedAt, lang)}</time>.{' '}
          {plan && (
            <>
              {w.belongsTo} <a href={to.plan(plan.key)}>{plan.name}</a>.{' '}
            </>
          )}
          <span className="print-only">
            {w.printed} {formatDay(today(), lang)}. {location.origin + location.pathname}
          </span>
        </p>
      </div>
    </Part>
  )
}
