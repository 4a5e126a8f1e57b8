import type { Activity, Answerable, Responsibility } from '../../../api/types'
import { type Dated, earliestDay, latestDay } from '../../../lib/dates'

type Role = Answerable['role']

export const roles: Role[] = ['answerable', 'carriesOut', 'supports']

export type RoleAnswers = {
  role: Role
  /** Bodies that a row names, and those under the rule that have reported: told one by one. */
  told: Answerable[]
  /** Bodies under the rule that have not reported: told together. */
  silent: Answerable[]
  byRule: number
}

/** Who answers today, by role: those with something to tell first, the silent under the rule gathered. */
export function answersByRole(answerable: Answerable[]): RoleAnswers[] {
  return roles.flatMap((role) => {
    const ofRole = answerable.filter((answer) => answer.role === role)
    if (ofRole.length === 0) return []
    const silent = ofRole.filter((answer) => answer.byRule && answer.state === 'none')
    return [
      {
        role,
        told: ofRole.filter((answer) => !silent.includes(answer)),
        silent,
        byRule: ofRole.filter((answer) => answer.byRule).length,
      },
    ]
  })
}

/** The row that makes a body answer: by name before by rule. */
export function rowBehind({ responsibilities = [] }: Activity, answer: Answerable): Responsibility | undefined {
  const ofRole = responsibilities.filter((row) => row.role === answer.role)
  const byName = ofRole.find((row) => row.bodyId === answer.bodyId)
  return byName ?? (answer.byRule ? ofRole.find((row) => row.rule) : undefined)
}

export type Handover = { id: string; from: Responsibility; to: Responsibility[]; when?: Dated; ahead: boolean }

/** What has passed, or will pass, from one to another: a later position of the same role takes over from an earlier. */
export function handovers(rows: Responsibility[], today: string): Handover[] {
  return rows.flatMap((from) => {
    const later = rows.filter((row) => row.role === from.role && position(row) > position(from))
    if (later.length === 0) return []
    const next = Math.min(...later.map(position))
    const to = later.filter((row) => position(row) === next)
    const when = to.find((row) => row.from)?.from ?? from.to
    const ahead = when !== undefined && earliestDay(when) > today
    return [{ id: from.id, from, to, when, ahead }]
  })
}

/** Rows whose time is over and that nobody took over from. */
export function ended(rows: Responsibility[], today: string): Responsibility[] {
  const handed = new Set(handovers(rows, today).map(({ id }) => id))
  return rows.filter((row) => row.to && latestDay(row.to) < today && !handed.has(row.id))
}

const position = (row: Responsibility) => row.position ?? 0
