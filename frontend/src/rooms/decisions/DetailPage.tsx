import { lazy, Suspense, useState } from 'react'
import { useParams } from 'wouter'
import { may } from '../../api/client'
import type { Decision } from '../../api/types'
import { langOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Button } from '../../ui/Button'
import { Load, Skeleton } from '../../ui/Load'
import { Markdown } from '../../ui/Markdown'
import { Page, Part } from '../../ui/Page'
import { DatedText, Facts, PrintButton, SourceBadge } from '../../ui/small'
import { BodyName } from '../boards/shared'
import { usePlans } from '../plans/queries'
import { HistoryPart } from '../traces/shared'
import './decisions.css'
import { useDecision } from './queries'
import { ReportedBack } from './shared'
import { concernWords, outcomeWords, words } from './words'

const DecisionForm = lazy(() => import('./edit/DecisionForm'))

/** One decision: who decided what and when, what was moved, who did not agree, and what it is about. */
export default function DetailPage() {
  const { decision = '' } = useParams()
  const found = useDecision(decodeURIComponent(decision))
  return (
    <Load of={found} missing={<Missing />} lines={8}>
      {(one) => <Whole key={one.id} decision={one} />}
    </Load>
  )
}

function Missing() {
  const w = useWords(words)
  const to = usePaths()
  return (
    <Page title={w.missingTitle} lead={<p>{w.missingText}</p>}>
      <p>
        <a href={to.decisions()}>{w.toList}</a>
      </p>
    </Page>
  )
}

function Whole({ decision }: { decision: Decision }) {
  const w = useWords(words)
  const lang = useLang()
  const to = usePaths()
  const [editing, setEditing] = useState(false)
  const facts = [
    decision.bodyId && { term: w.body, value: <BodyName id={decision.bodyId} /> },
    { term: w.date, value: <DatedText dated={decision.date} /> },
    decision.registrationNumber && { term: w.registration, value: decision.registrationNumber },
    decision.reportBack && { term: w.reportBack, value: <ReportedBack decision={decision} /> },
  ]
  return (
    <Page
      title={decision.title}
      titleLang={langOf(decision, lang)}
      kicker={
        <>
          <a href={to.decisions()}>{w.title}</a> <SourceBadge source={decision.source} />
        </>
      }
      actions={
        <>
          {may(decision, 'edit') && !editing && (
            <Button variant="secondary" onClick={() => setEditing(true)}>
              {w.edit}
            </Button>
          )}
          <PrintButton />
        </>
      }
    >
      {editing && (
        <Suspense fallback={<Skeleton lines={8} />}>
          <DecisionForm decision={decision} onClose={() => setEditing(false)} />
        </Suspense>
      )}
      <Facts facts={facts.filter((fact) => typeof fact === 'object')} />
      {decision.textHtml && (
        <Part title={w.decisionText} id="text">
          <Markdown html={decision.textHtml} lang={langOf(decision, lang)} />
        </Part>
      )}
      <Motions decision={decision} />
      <Concerns decision={decision} />
      <HistoryPart type="decision" thing={decision} planId={decision.planId} />
    </Page>
  )
}

/** What was moved and what became of it, and who did not agree. */
function Motions({ decision }: { decision: Decision }) {
  const w = useWords(words)
  const outcome = useWords(outcomeWords)
  const lang = useLang()
  const { motions, reservations } = decision
  const textLang = langOf(decision, lang)
  return (
    <>
      {motions.length > 0 && (
        <Part title={w.motions} id="yrkanden">
          <ul className="decisions-motions plain-list prose">
            {motions.map((motion) => (
              <li key={`${motion.movedBy} ${motion.text}`}>
                <p>
                  <strong lang={textLang}>{motion.movedBy}</strong> {w.moved}:{' '}
                  <span lang={textLang}>{motion.text}</span>
                </p>
                <p className="soft">{outcome[motion.outcome]}</p>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {reservations.length > 0 && (
        <Part title={w.reservations} id="reservationer">
          <ul className="decisions-motions plain-list prose">
            {reservations.map((reservation) => (
              <li key={`${reservation.by} ${reservation.text}`}>
                <p>
                  <strong lang={textLang}>{reservation.by}</strong> {w.reserved}
                  {reservation.text ? ': ' : '.'}
                  {reservation.text && <span lang={textLang}>{reservation.text}</span>}
                </p>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}

type Concern = Decision['titles'][number]

function Concerns({ decision }: { decision: Decision }) {
  const w = useWords(words)
  const kinds = useWords(concernWords)
  const lang = useLang()
  const hrefOf = useWayTo(decision)
  if (decision.titles.length === 0) return null
  return (
    <Part title={w.concerns} id="galler">
      <ul className="plain-list stack-small">
        {decision.titles.map((thing) => (
          <li key={`${thing.type} ${thing.id}`}>
            <span className="soft small">{kinds[thing.type]}:</span>{' '}
            <a href={hrefOf(thing)} lang={langOf(thing, lang)}>
              {thing.code && `${thing.code} `}
              {thing.title}
            </a>
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** Each sort of thing has a page of its own; a frozen version stands on its plan's. */
function useWayTo(decision: Decision): (thing: Concern) => string {
  const to = usePaths()
  const plans = usePlans().data
  const keyOf = (planId: string) => plans?.find(({ id }) => id === planId)?.key
  return ({ type, id }) => {
    switch (type) {
      case 'activity':
        return to.activity(id)
      case 'councilSeat':
        return to.councilSeat(id)
      case 'councilMeeting':
        return to.meeting(id)
      case 'survey':
        return to.surveyForm(id)
      case 'planVersion':
        return to.planVersions(keyOf(decision.planId) ?? decision.planId)
      default:
        return to.plan(keyOf(id))
    }
  }
}
