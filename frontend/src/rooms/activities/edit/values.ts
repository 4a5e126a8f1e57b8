import type { Activity, ActivityInput } from '../../../api/types'
import { parseDated, writeDated } from '../../../lib/dates'

/** An activity's content as the form holds it: texts as typed, lists of ids. */
export type ActivityValues = {
  title: string
  summary: string
  description: string
  lang: string
  code: string
  part: string
  parentId: string
  source: string
  start: string
  end: string
  datesSource: string
  violenceAreaIds: string[]
  targetGroupIds: string[]
  levels: string[]
  classificationSource: string
  goalIds: string[]
  expectedEffect: string
  fundingState: string
  fundingSource: string
  fundingAmount: string
  links: { title: string; url: string }[]
}

/** What the form does not show and a save must not lose. */
export type Kept = { planId: string; key: string; position: number }

export const emptyActivity: ActivityValues = {
  title: '',
  summary: '',
  description: '',
  lang: 'sv',
  code: '',
  part: '0',
  parentId: '',
  source: 'municipality',
  start: '',
  end: '',
  datesSource: 'municipality',
  violenceAreaIds: [],
  targetGroupIds: [],
  levels: [],
  classificationSource: 'municipality',
  goalIds: [],
  expectedEffect: '',
  fundingState: 'none',
  fundingSource: '',
  fundingAmount: '',
  links: [],
}

export const valuesOf = (activity: ActivityInput): ActivityValues => ({
  title: activity.title,
  summary: activity.summary ?? '',
  description: activity.description ?? '',
  lang: activity.lang ?? 'sv',
  code: activity.code,
  part: String(activity.part),
  parentId: activity.parentId ?? '',
  source: activity.source ?? 'municipality',
  start: writeDated(activity.start),
  end: writeDated(activity.end),
  datesSource: activity.datesSource ?? 'municipality',
  violenceAreaIds: activity.violenceAreaIds ?? [],
  targetGroupIds: activity.targetGroupIds ?? [],
  levels: activity.levels ?? [],
  classificationSource: activity.classificationSource ?? 'municipality',
  goalIds: activity.goalIds ?? [],
  expectedEffect: activity.expectedEffect ?? '',
  fundingState: activity.funding?.state ?? 'none',
  fundingSource: activity.funding?.source ?? '',
  fundingAmount: activity.funding?.amountSek === undefined ? '' : String(activity.funding.amountSek),
  links: (activity.links ?? []).map(({ title, url }) => ({ title, url })),
})

export function inputOf(values: ActivityValues, kept: Kept): ActivityInput {
  return {
    ...kept,
    code: values.code.trim(),
    part: Number(values.part),
    title: values.title.trim(),
    summary: text(values.summary),
    // Markdown keeps its ends: a line added at the bottom is somebody's.
    description: values.description || undefined,
    lang: values.lang,
    parentId: text(values.parentId),
    start: parseDated(values.start),
    end: parseDated(values.end),
    datesSource: values.datesSource as ActivityInput['datesSource'],
    violenceAreaIds: list(values.violenceAreaIds),
    targetGroupIds: list(values.targetGroupIds),
    levels: list(values.levels as NonNullable<ActivityInput['levels']>),
    goalIds: list(values.goalIds),
    classificationSource: values.classificationSource as ActivityInput['classificationSource'],
    expectedEffect: text(values.expectedEffect),
    funding: fundingOf(values),
    links: list(values.links.filter(({ title, url }) => title.trim() || url.trim())),
    source: values.source as ActivityInput['source'],
  }
}

const text = (value: string): string | undefined => value.trim() || undefined

const list = <T>(values: T[]): T[] | undefined => (values.length > 0 ? values : undefined)

export const amountOf = (typed: string): number | undefined => {
  const digits = typed.replace(/[\s\u00a0.]/g, '').replace(/(kr|:-)$/i, '')
  return /^\d{1,13}$/.test(digits) ? Number(digits) : undefined
}

function fundingOf({ fundingState, fundingSource, fundingAmount }: ActivityValues): ActivityInput['funding'] {
  const amountSek = amountOf(fundingAmount)
  if (fundingState === 'none' && !fundingSource.trim() && amountSek === undefined) return undefined
  return {
    source: text(fundingSource),
    amountSek,
    state: fundingState as NonNullable<ActivityInput['funding']>['state'],
  }
}

/** The next free number after those of a part or of the activity that it lies under: 2.8 → 2.9, 2.2.3 → 2.2.4. */
export function nextCode(activities: Activity[], under: string): string {
  const own = activities
    .map(({ code }) => (code.startsWith(`${under}.`) ? code.slice(under.length + 1) : ''))
    .filter((rest) => /^\d+$/.test(rest))
    .map(Number)
  return `${under}.${Math.max(0, ...own) + 1}`
}
