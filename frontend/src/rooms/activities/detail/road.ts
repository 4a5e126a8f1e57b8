import type { Milestone } from '../../../api/types'
import { addDays, type Dated, earliestDay, latestDay, toDate } from '../../../lib/dates'

/** Where something lies on the line, in per cent of its length. */
type Place = { from: number; to: number }

export type RoadMark = Place & {
  id: string
  /** The same number stands in the list beneath. */
  number: number
  middle: number
  /** Known only to the month or the year: drawn as a stretch with soft ends. */
  vague: boolean
  state: 'done' | 'late' | 'coming'
}

type RoadLine = {
  marks: RoadMark[]
  /** The activity's own time; an end that is not known is open. */
  period?: Place & { softStart: boolean; softEnd: boolean }
  today: number
  ticks: { at: number; label: string }[]
}

export type Step = { milestone: Milestone; number?: number; state: RoadMark['state'] }

export type Road = {
  /** Steps that happen once, in order; those without a date last. */
  passed: Step[]
  ahead: Step[]
  undated: Step[]
  recurring: Milestone[]
  line?: RoadLine
}

type Given = { milestones: Milestone[]; start?: Dated; end?: Dated; today: string }

const recurs = (milestone: Milestone) => milestone.recurrence !== undefined && milestone.recurrence.kind !== 'none'

/** The road of an activity: what has been passed, what lies ahead, and a line to scale when anything has a date. */
export function roadOf({ milestones, start, end, today }: Given): Road {
  const once = milestones.filter((milestone) => !recurs(milestone))
  const dated = once
    .flatMap((milestone) => (milestone.due ? [{ milestone, due: milestone.due }] : []))
    .sort((a, b) => byDay(a.due, b.due))
  const steps: Step[] = dated.map(({ milestone }, place) => ({
    milestone,
    number: place + 1,
    state: stateOf(milestone, today),
  }))
  const isPassed = (step: Step) => {
    const { due, doneOn } = step.milestone
    return due !== undefined && latestDay(due) < today && (step.state === 'late' || doneOn !== undefined)
  }
  return {
    passed: steps.filter(isPassed),
    ahead: steps.filter((step) => !isPassed(step)),
    undated: once
      .filter((milestone) => !milestone.due)
      .map((milestone) => ({ milestone, state: stateOf(milestone, today) })),
    recurring: milestones.filter(recurs),
    line: drawLine(steps, start, end, today),
  }
}

const byDay = (a: Dated, b: Dated): number =>
  earliestDay(a).localeCompare(earliestDay(b)) || latestDay(a).localeCompare(latestDay(b))

const stateOf = (milestone: Milestone, today: string): RoadMark['state'] => {
  if (milestone.doneOn) return 'done'
  return milestone.due && latestDay(milestone.due) < today ? 'late' : 'coming'
}

function drawLine(steps: Step[], start: Dated | undefined, end: Dated | undefined, today: string) {
  const dues = steps.flatMap(({ milestone }) => (milestone.due ? [milestone.due] : []))
  const known = [...dues, ...(start ? [start] : []), ...(end ? [end] : [])]
  if (known.length === 0) return undefined
  const scale = scaleFor([today, ...known.map(earliestDay)], [today, ...known.map(latestDay)])
  const marks = steps.flatMap(({ milestone, number, state }) => {
    if (!milestone.due || number === undefined) return []
    const from = scale.at(earliestDay(milestone.due))
    const to = scale.at(latestDay(milestone.due))
    const vague = milestone.due.precision !== 'day'
    return [{ id: milestone.id, number, from, to, middle: (from + to) / 2, vague, state }]
  })
  return { marks: spread(marks), period: periodOf(scale, start, end), today: scale.at(today), ticks: scale.ticks() }
}

function periodOf(scale: Scale, start: Dated | undefined, end: Dated | undefined): RoadLine['period'] {
  if (!start && !end) return undefined
  return {
    from: start ? scale.at(earliestDay(start)) : 0,
    to: end ? scale.at(latestDay(end)) : 100,
    softStart: start?.precision !== 'day',
    softEnd: end?.precision !== 'day',
  }
}

// Marks that would lie on top of each other are moved apart just enough to be told from each other.
const apart = 3.5

function spread(marks: RoadMark[]): RoadMark[] {
  let last = Number.NEGATIVE_INFINITY
  return marks.map((mark) => {
    const middle = Math.min(99, Math.max(mark.middle, last + apart))
    last = middle
    return { ...mark, middle }
  })
}

type Scale = ReturnType<typeof scaleFor>

const dayNumber = (day: string) => toDate(day).getTime() / 86_400_000

function scaleFor(starts: string[], ends: string[]) {
  const first = starts.toSorted()[0] ?? ''
  const last = ends.toSorted().at(-1) ?? ''
  // Some air at both ends, so that no mark sits on the edge.
  const margin = Math.max(20, Math.round((dayNumber(last) - dayNumber(first)) * 0.04))
  const from = addDays(first, -margin)
  const to = addDays(last, margin)
  const length = dayNumber(to) - dayNumber(from)
  const at = (day: string) => Math.round(((dayNumber(day) - dayNumber(from)) / length) * 1000) / 10
  const ticks = () => {
    const years: { at: number; label: string }[] = []
    const firstYear = Number(from.slice(0, 4)) + 1
    const lastYear = Number(to.slice(0, 4))
    const every = Math.max(1, Math.ceil((lastYear - firstYear + 1) / 8))
    for (let year = firstYear; year <= lastYear; year += every) {
      years.push({ at: at(`${year}-01-01`), label: String(year) })
    }
    return years.filter((tick) => tick.at <= 96)
  }
  return { at, ticks }
}
