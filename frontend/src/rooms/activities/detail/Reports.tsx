import { useState } from 'react'
import { may } from '../../../api/client'
import type { Activity, Report } from '../../../api/types'
import { formatDay } from '../../../lib/dates'
import { langOf, nameOf, useLang, useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { EmptyState, Load } from '../../../ui/Load'
import { PartMark } from '../../../ui/StatusMark'
import { useBodies } from '../../boards/queries'
import { BodyName } from '../../boards/shared'
import { useReports } from './queries'
import { byRoleWords, words } from './words'

const step = 10

/** What the bodies have told, newest first; a deviation is set off by a rule in the margin. */
export function Reports({ activity, onCorrect }: { activity: Activity; onCorrect: (report: Report) => void }) {
  const w = useWords(words)
  const lang = useLang()
  const [limit, setLimit] = useState(step)
  const reports = useReports(activity.id, limit)
  return (
    <Load of={reports} lines={4}>
      {({ items, _meta }) =>
        items.length === 0 ? (
          <EmptyState title={w.noReportsTitle}>{w.noReportsText}</EmptyState>
        ) : (
          <>
            <ol className="plain-list reports">
              {items.map((report) => (
                <li key={report.id}>
                  <Told report={report} lang={langOf(activity, lang)} onCorrect={onCorrect} />
                </li>
              ))}
            </ol>
            {_meta.totalRecords > items.length && limit < 100 && (
              <p className="screen-only">
                <Button variant="secondary" onClick={() => setLimit((now) => Math.min(100, now * 3))}>
                  {w.older}
                </Button>
              </p>
            )}
          </>
        )
      }
    </Load>
  )
}

type ToldProps = { report: Report; lang: string | undefined; onCorrect: (report: Report) => void }

function Told({ report, lang: textLang, onCorrect }: ToldProps) {
  const w = useWords(words)
  const lang = useLang()
  const by = useWords(byRoleWords)
  const body = useBodies().data?.byId.get(report.bodyId)
  const byRole = Object.hasOwn(by, report.byRole) ? by[report.byRole as keyof typeof by] : undefined
  return (
    <article className="report">
      <header className="report-head">
        <h3>
          <BodyName id={report.bodyId} />
        </h3>
        <p>
          <PartMark state={report.state} />
          {report.asOf && (
            <span className="soft">
              , {w.asOf} <time dateTime={report.asOf}>{formatDay(report.asOf, lang)}</time>
            </span>
          )}
          {byRole && <span className="soft">, {byRole}</span>}
        </p>
      </header>
      <div className="report-text" lang={textLang}>
        {report.deviation && <Text label={w.deviates} text={report.deviation} deviation />}
        {report.done && <Text label={w.did} text={report.done} />}
        {report.next && <Text label={w.next} text={report.next} />}
      </div>
      {may(report, 'edit') && (
        <p className="screen-only">
          <Button
            variant="tertiary"
            className="button-quiet"
            aria-label={w.correctOf(nameOf(body, lang))}
            onClick={() => onCorrect(report)}
          >
            {w.correct}
          </Button>
        </p>
      )}
    </article>
  )
}

function Text({ label, text, deviation }: { label: string; text: string; deviation?: boolean }) {
  const lang = useLang()
  return (
    <div className={deviation ? 'report-part report-deviation' : 'report-part'}>
      <h4 lang={lang}>{label}</h4>
      <p>{text}</p>
    </div>
  )
}
