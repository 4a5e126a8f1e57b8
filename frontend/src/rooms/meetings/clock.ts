/** When an item begins and ends if each takes the time it was given. */
export type Slot = { begins: Date; ends: Date }

const minute = 60_000

/** The running clock of an agenda: each item from where the one before it ended. */
export function slots(startsAt: string, items: readonly { minutes: number }[]): Slot[] {
  let at = Date.parse(startsAt)
  return items.map(({ minutes }) => {
    const begins = new Date(at)
    at += Math.max(0, minutes) * minute
    return { begins, ends: new Date(at) }
  })
}

const minutesOf = (items: readonly { minutes: number }[]): number =>
  items.reduce((sum, { minutes }) => sum + Math.max(0, minutes), 0)

/** How many minutes an agenda runs over the meeting's end; negative when there is time left. */
export function minutesOver(startsAt: string, endsAt: string, items: readonly { minutes: number }[]): number {
  return minutesOf(items) - Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / minute)
}

/** Which item the clock says is on; nothing before the meeting and after it. */
export function itemAt(startsAt: string, items: readonly { minutes: number }[], now: Date): number | undefined {
  const place = slots(startsAt, items).findIndex(({ begins, ends }) => begins <= now && now < ends)
  return place < 0 ? undefined : place
}

/** The same list with one thing moved a step; the list itself when it cannot move. */
export function moved<T>(list: readonly T[], from: number, step: -1 | 1): T[] {
  const next = [...list]
  const [a, b] = [next[from], next[from + step]]
  if (a === undefined || b === undefined) return next
  next[from] = b
  next[from + step] = a
  return next
}
