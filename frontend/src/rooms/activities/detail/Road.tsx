import { Fragment, type ReactNode } from 'react'
import type { Activity, Milestone } from '../../../api/types'
import { formatDay, formatMonth, today } from '../../../lib/dates'
import { type Lang, langOf, useLang, useWords, wordsIn } from '../../../lib/i18n'
import { Load } from '../../../ui/Load'
import { DatedText, SourceBadge } from '../../../ui/small'
import { Time } from './About'
import { useMilestones } from './queries'
import { type RoadMark, type Road as RoadOf, roadOf, type Step } from './road'
import { words } from './words'

/** The milestones on a line drawn to scale, and the same as a list; what recurs is said in words. */
export function Road({ activity }: { activity: Activity }) {
  const milestones = useMilestones(activity.id)
  return (
    <Load of={milestones} lines={3}>
      {(all) => (
        <Drawn
          activity={activity}
          road={roadOf({ milestones: all, start: activity.start, end: activity.end, today: today() })}
        />
      )}
    </Load>
  )
}

function Drawn({ activity, road }: { activity: Activity; road: RoadOf }) {
  const w = useWords(words)
  const lang = useLang()
  const none = road.passed.length + road.ahead.length + road.undated.length === 0
  if (none && road.recurring.length === 0) {
    return (
      <>
        {road.line && <Line line={road.line} />}
        <p className="soft">
          {road.line ? w.noSteps : w.noRoad} <Period activity={activity} />
        </p>
      </>
    )
  }
  const steps = (list: Step[]) =>
    list.map((step) => <StepRow key={step.milestone.id} step={step} lang={langOf(activity, lang)} />)
  return (
    <div className="stack">
      {road.line && <Line line={road.line} />}
      {road.line?.period && (
        <p className="small soft">
          <Period activity={activity} />
        </p>
      )}
      {!none && (
        <ol className="road-list plain-list">
          {steps(road.passed)}
          {road.passed.length + road.ahead.length > 0 && (
            <li className="road-today">
              <span>{w.today}</span> <time dateTime={today()}>{formatDay(today(), lang)}</time>
            </li>
          )}
          {steps(road.ahead)}
          {steps(road.undated)}
        </ol>
      )}
      {road.recurring.length > 0 && (
        <div className="answers">
          <h3 className="answers-role">{w.recurs}</h3>
          <ul className="plain-list stack-small">
            {road.recurring.map((milestone) => (
              <li key={milestone.id}>
                <span lang={langOf(activity, lang)}>{milestone.title}</span>
                <span className="soft">, {sayRecurrence(milestone.recurrence, lang)}</span>{' '}
                <SourceBadge source={milestone.source} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

/** The thick line in words. */
function Period({ activity: { start, end } }: { activity: Activity }) {
  const w = useWords(words)
  if (!start && !end) return null
  return (
    <>
      {w.periodIs} <Time start={start} end={end} />.
    </>
  )
}

export function sayRecurrence(recurrence: Milestone['recurrence'], lang: Lang): string {
  const w = wordsIn(words, lang)
  const month = recurrence?.month ? formatMonth(recurrence.month, lang) : undefined
  if (recurrence?.kind === 'yearly') return month ? w.yearlyIn(month) : w.yearly
  if (recurrence?.kind === 'perYear') return w.perYear(recurrence.times ?? 1)
  if (recurrence?.kind === 'termOfOffice') return month ? w.termOfOfficeIn(month) : w.termOfOffice
  return ''
}

function StepRow({ step, lang }: { step: Step; lang: string | undefined }) {
  const { milestone, number, state } = step
  return (
    <li className={`road-step road-${state}`}>
      <StepMark state={state} />
      <span className="road-number tabular" aria-hidden="true">
        {number}
      </span>
      <span className="road-text">
        <span lang={lang}>{milestone.title}</span> <SourceBadge source={milestone.source} />
        <span className="road-when soft">
          <DatedText dated={milestone.due} />
          <StepState milestone={milestone} state={state} />
        </span>
      </span>
    </li>
  )
}

function StepState({ milestone, state }: { milestone: Milestone; state: RoadMark['state'] }) {
  const w = useWords(words)
  const lang = useLang()
  if (state === 'coming') return null
  const text: ReactNode =
    state === 'late' ? w.stepLate : milestone.doneOn ? w.stepDoneOn(formatDay(milestone.doneOn, lang)) : w.stepDone
  return <span className={state === 'late' ? 'road-late-word' : undefined}>, {text}</span>
}

/** A diamond: filled with a tick when done, filled when late, open when it lies ahead. */
function StepMark({ state }: { state: RoadMark['state'] }) {
  return (
    <svg className={`road-mark road-${state}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <Diamond state={state} />
    </svg>
  )
}

function Diamond({ state }: { state: RoadMark['state'] }) {
  return (
    <>
      <path className="road-diamond" d="M8 1 15 8 8 15 1 8z" />
      {state === 'done' && <path className="road-tick" d="m4.8 8.2 2.2 2.3 4.2-5" />}
      {state === 'late' && <path className="road-tick" d="M8 4.6v4m0 2.2v.2" />}
    </>
  )
}

// Places are in per cent, so that the line follows its column without being measured.
const pct = (n: number) => `${n}%`

function Line({ line }: { line: NonNullable<RoadOf['line']> }) {
  const w = useWords(words)
  return (
    <svg className="road-line" role="img" aria-label={w.roadPicture(w.steps(line.marks.length))} height="84">
      <SoftEnds />
      <line className="road-base" x1="0" x2="100%" y1="44" y2="44" />
      {line.ticks.map((tick) => (
        <g key={tick.label} className="road-year">
          <line x1={pct(tick.at)} x2={pct(tick.at)} y1="40" y2="66" />
          <text x={pct(tick.at)} dx="5" y="76">
            {tick.label}
          </text>
        </g>
      ))}
      {line.period && (
        <rect
          className="road-period"
          x={pct(line.period.from)}
          width={pct(Math.max(0.5, line.period.to - line.period.from))}
          y="41"
          height="6"
          mask={maskFor(line.period)}
        />
      )}
      {line.marks
        .filter((mark) => mark.vague)
        .map((mark) => (
          <rect
            key={mark.id}
            className={`road-vague road-${mark.state}`}
            x={pct(mark.from)}
            width={pct(mark.to - mark.from)}
            y="38"
            height="12"
            mask="url(#road-soft)"
          />
        ))}
      <g className="road-now">
        <line x1={pct(line.today)} x2={pct(line.today)} y1="18" y2="66" />
        <text x={pct(line.today)} y="12" textAnchor={line.today > 90 ? 'end' : line.today < 10 ? 'start' : 'middle'}>
          {w.today}
        </text>
      </g>
      {line.marks.map((mark) => (
        <svg key={mark.id} className={`road-${mark.state}`} x={pct(mark.middle)} y="36" overflow="visible">
          <g transform="translate(-8 0)">
            <Diamond state={mark.state} />
          </g>
          <text className="road-mark-number" y="-5" textAnchor="middle">
            {mark.number}
          </text>
        </svg>
      ))}
    </svg>
  )
}

/** What is known only to the month or the year fades out where nobody knows. */
function SoftEnds() {
  const ends = { 'road-soft': [0.35, 0.65], 'road-soft-start': [0.3, 1], 'road-soft-end': [0, 0.7] } as const
  return (
    <defs>
      {Object.entries(ends).map(([id, [from, to]]) => (
        <Fragment key={id}>
          <linearGradient id={`${id}-fade`}>
            <stop offset="0" stopColor="#fff" stopOpacity={from === 0 ? 1 : 0.1} />
            <stop offset={from} stopColor="#fff" />
            <stop offset={to} stopColor="#fff" />
            <stop offset="1" stopColor="#fff" stopOpacity={to === 1 ? 1 : 0.1} />
          </linearGradient>
          <mask id={id} maskContentUnits="objectBoundingBox">
            <rect width="1" height="1" fill={`url(#${id}-fade)`} />
          </mask>
        </Fragment>
      ))}
    </defs>
  )
}

function maskFor({ softStart, softEnd }: { softStart: boolean; softEnd: boolean }): string | undefined {
  if (softStart && softEnd) return 'url(#road-soft)'
  if (softStart) return 'url(#road-soft-start)'
  return softEnd ? 'url(#road-soft-end)' : undefined
}
