import type { CouncilMember, CouncilSeat } from '../../api/types'
import { addDays } from '../../lib/dates'
import type { Lang } from '../../lib/i18n'

export type SeatState = CouncilSeat['state']

/** What needs an eye first; a seat whose holder soon leaves is still filled. */
const seatStates: SeatState[] = ['filled', 'endsSoon', 'expired', 'vacant']

export const isFilled = ({ state }: { state: SeatState }): boolean => state === 'filled' || state === 'endsSoon'

/** How many of each state, those that occur. */
export const countStates = (seats: CouncilSeat[]): { state: SeatState; count: number }[] =>
  seatStates
    .map((state) => ({ state, count: seats.filter((seat) => seat.state === state).length }))
    .filter(({ count }) => count > 0)

/** A time when nobody held the seat. */
export type Gap = { from: string; to?: string }

export type Turn = { member: CouncilMember; gap?: undefined } | { gap: Gap; member?: undefined }

/**
 * A seat's holders newest first, with the times between them when nobody held it. Up to today only: a mandate that
 * begins later leaves a gap that is told until the day before.
 */
export function turnsOf(members: CouncilMember[], today: string): Turn[] {
  const order = members.toSorted((a, b) => a.from.localeCompare(b.from))
  const turns: Turn[] = []
  let heldUntil: string | undefined
  for (const member of order) {
    if (heldUntil !== undefined && member.from > addDays(heldUntil, 1)) {
      turns.push({ gap: { from: addDays(heldUntil, 1), to: addDays(member.from, -1) } })
    }
    turns.push({ member })
    heldUntil = heldUntil === undefined || (member.to ?? '9999') > heldUntil ? (member.to ?? '9999') : heldUntil
  }
  if (heldUntil !== undefined && heldUntil < today) turns.push({ gap: { from: addDays(heldUntil, 1) } })
  return turns.reverse()
}

/** What a seat is for, in the reader's language where it is said in it. */
export const functionOf = (seat: CouncilSeat, lang: Lang): { text: string; lang?: 'sv' } | undefined => {
  if (lang === 'en' && seat.functionEn) return { text: seat.functionEn }
  return seat.functionSv ? { text: seat.functionSv, lang: lang === 'en' ? 'sv' : undefined } : undefined
}
