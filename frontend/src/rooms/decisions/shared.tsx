import type { Decision } from '../../api/types'
import { formatDated } from '../../lib/dates'
import { langOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Part } from '../../ui/Page'
import { Mark } from '../../ui/StatusMark'
import { DatedText, SourceBadge } from '../../ui/small'
import { BodyName } from '../boards/shared'
import './decisions.css'
import { reportWords } from './part/words'
import { type DecisionQuery, useDecisionsOf } from './queries'

type Props = {
  of: Pick<DecisionQuery, 'concerns' | 'concernsType' | 'plan' | 'body'>
  /** A page of one body does not repeat who decided. */
  ofOneBody?: boolean
  /** Only those about things of these sorts. */
  about?: Decision['concerns'][number]['type'][]
}

/** A part of another thing's page: what has been decided about it. Nothing where nothing is; it waits for nobody. */
export function DecisionsPart({ of, ofOneBody, about }: Props) {
  const w = useWords(reportWords)
  const all = useDecisionsOf(of).data ?? []
  const found = about ? all.filter(({ concerns }) => concerns.some(({ type }) => about.includes(type))) : all
  if (found.length === 0) return null
  return (
    <Part title={w.title} id="beslut">
      <DecisionList decisions={found} ofOneBody={ofOneBody} />
    </Part>
  )
}

export function DecisionList({ decisions, ofOneBody }: { decisions: Decision[]; ofOneBody?: boolean }) {
  const lang = useLang()
  const to = usePaths()
  return (
    <ol className="decisions plain-list">
      {decisions.map((decision) => (
        <li key={decision.id} className="keep-together">
          <p className="soft small">
            <DatedText dated={decision.date} />
          </p>
          <div>
            <p>
              <a href={to.decision(decision.id)} lang={langOf(decision, lang)}>
                {decision.title}
              </a>{' '}
              <SourceBadge source={decision.source} />
            </p>
            <p className="small soft">
              {decision.bodyId && !ofOneBody && <BodyName id={decision.bodyId} />}
              {decision.bodyId && !ofOneBody && decision.registrationNumber && ', '}
              {decision.registrationNumber}
            </p>
            {decision.isOpen && (
              <p className="small">
                <ReportedBack decision={decision} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** Whether it is to be reported back, and whether that has been done: by shape and word. */
export function ReportedBack({ decision }: { decision: Decision }) {
  const w = useWords(reportWords)
  const lang = useLang()
  const { reportBack, reportedBack, isLate } = decision
  const dated = reportedBack ?? reportBack
  if (!dated) return null
  const when = formatDated(dated, lang)
  return (
    <span className="status">
      <Mark state={reportedBack ? 'done' : isLate ? 'late' : 'notStarted'} />
      <span>{(reportedBack ? w.done : isLate ? w.lateBy : w.openBy)(when)}</span>
    </span>
  )
}
