import type { Activity, Answerable } from '../../api/types'

/** The main activities that a body has a part in today; sub-activities are told on their activity's page. */
export const answeredBy = (activities: Activity[], bodyId: string): Activity[] =>
  activities.filter((activity) => !activity.parentId && partIn(activity, bodyId))

export const partIn = (activity: Activity, bodyId: string): Answerable | undefined =>
  activity.answerable.find((answer) => answer.bodyId === bodyId)

/** What a board has to report: its own part is open, and nothing has been said of it within the interval. */
export function needsReport(activity: Activity, bodyId: string, reportingIntervalDays: number, today: string): boolean {
  const part = partIn(activity, bodyId)
  if (!part || part.state === 'done' || ['done', 'cancelled', 'merged'].includes(activity.status)) return false
  if (!part.lastReportOn) return true
  const age = (Date.parse(today) - Date.parse(part.lastReportOn)) / 86_400_000
  return age > reportingIntervalDays
}
