import type { CouncilMeeting, CouncilMeetingInput } from '../../../api/types'
import { today } from '../../../lib/dates'

export type Values = {
  seriesId: string
  kind: CouncilMeeting['kind']
  title: string
  day: string
  from: string
  to: string
  place: string
  joinUrl: string
  notice: string
  template: NonNullable<CouncilMeetingInput['template']>
}

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' })

/** "13:00" as the clock in Stockholm shows it, whatever the reader's is set to. */
export const clockIn = (instant: string): string => clock.format(new Date(instant))

/** The instant at which the clock in Stockholm shows this: first as if it were UTC, then moved by what the zone differs. */
export function instantAt(day: string, time: string): string {
  const guess = Date.parse(`${day}T${time}:00Z`)
  const shown = (at: number) => Date.parse(`${today(new Date(at))}T${clock.format(new Date(at))}:00Z`)
  const once = guess - (shown(guess) - guess)
  return new Date(once - (shown(once) - guess)).toISOString()
}

export const valuesOf = (meeting: CouncilMeeting): Values => ({
  seriesId: meeting.seriesId ?? '',
  kind: meeting.kind,
  title: meeting.title,
  day: today(new Date(meeting.startsAt)),
  from: clockIn(meeting.startsAt),
  to: clockIn(meeting.endsAt),
  place: meeting.place ?? '',
  joinUrl: meeting.joinUrl ?? '',
  notice: meeting.notice ?? '',
  template: meeting.template ?? 'none',
})

export const inputOf = (values: Values): CouncilMeetingInput => ({
  seriesId: values.seriesId || undefined,
  kind: values.kind,
  title: values.title.trim(),
  startsAt: instantAt(values.day, values.from),
  endsAt: instantAt(values.day, values.to),
  place: values.place.trim() || undefined,
  joinUrl: values.joinUrl.trim() || undefined,
  notice: values.notice.trim() || undefined,
  template: values.template,
})
