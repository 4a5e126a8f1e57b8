import type { Activity, Plan } from '../../../api/types'
import { formatDay, today } from '../../../lib/dates'
import { type Lang, useLang, useWords } from '../../../lib/i18n'
import { Notice } from '../../../ui/Load'
import { StatusMark } from '../../../ui/StatusMark'
import { DatedText } from '../../../ui/small'
import { ActivityLine, useSiblings } from './About'
import { words } from './words'

// Reasons that already say how old the latest report is.
const saysSilence = ['reportStale', 'neverReported', 'merged', 'cancelled', 'markedDone', 'partsDone']

/** How it goes, in a word and why, and what a reader should know of the age of that. */
export function StateOf({ activity, plan }: { activity: Activity; plan: Plan | undefined }) {
  const w = useWords(words)
  const lang = useLang()
  const { statusOverride: override, statusReason: reason, lastReportOn } = activity
  return (
    <div className="state">
      <p className="state-word">
        <StatusMark state={activity.status} />
      </p>
      <p>
        {withDays(reason[lang], lang)} {override?.until && w.overrideUntil(formatDay(override.until, lang))}
      </p>
      <p className="soft">
        {activity.doneOn && (
          <>
            {w.doneOn} <DatedText dated={activity.doneOn} />.{' '}
          </>
        )}
        {lastReportOn && reason.code !== 'recentReport' && (
          <>
            {w.reported} <time dateTime={lastReportOn}>{formatDay(lastReportOn, lang)}</time>.{' '}
          </>
        )}
        {lastReportOn && activity.isStale && !saysSilence.includes(reason.code) && (
          <strong>{w.stale(plan?.reportingIntervalDays ?? 120)}</strong>
        )}
      </p>
      <Notices activity={activity} plan={plan} />
    </div>
  )
}

// The API writes days as machines do; a reader meets them as words.
const withDays = (text: string, lang: Lang) => text.replace(/\d{4}-\d{2}-\d{2}/g, (day) => formatDay(day, lang))

function Notices({ activity, plan }: { activity: Activity; plan: Plan | undefined }) {
  const w = useWords(words)
  const lang = useLang()
  const sibling = useSiblings(activity)
  const into = sibling(activity.mergedIntoId)
  return (
    <>
      {plan?.periodTo && plan.periodTo < today() && <Notice>{w.periodEnded(formatDay(plan.periodTo, lang))}</Notice>}
      {into && (
        <Notice>
          <p>
            {w.merged} <ActivityLine activity={into} state={false} />
          </p>
          <p>{w.mergedLead}</p>
        </Notice>
      )}
    </>
  )
}
