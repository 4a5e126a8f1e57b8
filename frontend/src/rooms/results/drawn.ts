import type { SurveyQuestion, SurveyResultCell, SurveyResults, SurveyResultTable } from '../../api/types'
import type { Lang } from '../../lib/i18n'
import { textOf } from '../../ui/questions/question'
import type { Drawn, Line } from './shares'

type Say = {
  everyone: string
  other: string
  otherIn: (group: string) => string
  within: (above: string, group: string) => string
}

/** What a group is called; merged ones are "others", in the whole or under a group. */
function groupName(of: SurveyResults, dimension: string | null, group: string, lang: Lang, say: Say): string {
  if (dimension === null || group === '') return say.everyone
  const known = of.groupNames.find((name) => name.dimension === dimension && name.group === group)
  if (known) {
    const name = textOf(known.nameSv, known.nameEn, lang)
    return known.parent ? say.within(groupName(of, dimension, known.parent, lang, say), name) : name
  }
  const under = group.split('/').slice(0, -1).join('/')
  return under ? say.otherIn(groupName(of, dimension, under, lang, say)) : say.other
}

const isSame = (a: SurveyResultTable, b: SurveyResultTable) =>
  a.question === b.question && a.row === b.row && a.dimension === b.dimension

/** The questions as they are drawn: everybody, then the groups of the chosen breakdown, each with the round before under it. */
export function drawnOf(
  of: SurveyResults,
  dimension: string | null,
  lang: Lang,
  say: Say,
  year: (day: string) => string,
  asked: SurveyQuestion[] | undefined,
): Drawn[] {
  return of.tables
    .filter((table) => table.dimension === null)
    .map((whole) => {
      const question = of.questions.find(({ key }) => key === whole.question)
      const scale = whole.groups[0]?.options ?? []
      const options =
        question?.options?.map(({ key, sv, en }) => ({ key, name: textOf(sv, en, lang) })) ??
        scale.map(({ option }) => ({
          key: option,
          name: stepName(
            option,
            asked?.find(({ key }) => key === whole.question),
            lang,
          ),
        }))
      const row = question?.rows?.find(({ key }) => key === whole.row)
      const split = dimension && of.tables.find((table) => isSame(table, { ...whole, dimension }))
      const lines = [whole, ...(split ? [split] : [])].flatMap((table) => {
        const before = of.before?.tables.find((other) => isSame(table, other))
        return table.groups.flatMap((cell) => {
          const name = groupName(of, table.dimension, cell.group, lang, say)
          const then = before?.groups.find(({ group }) => group === cell.group)
          const line = lineOf(cell, name, options)
          return of.before && then
            ? [line, lineOf(then, `${name}, ${year(of.before.closedOn)}`, options, 'before')]
            : [line]
        })
      })
      const text = textOf(question?.textSv, question?.textEn, lang)
      return {
        key: `${whole.question}-${whole.row ?? ''}`,
        question: whole.question,
        text: row ? `${text} ${textOf(row.sv, row.en, lang)}` : text,
        options,
        lines,
      }
    })
}

/** A step of a scale, with what its ends mean. */
function stepName(step: string, question: SurveyQuestion | undefined, lang: Lang): string {
  const ends = [
    { at: question?.min, means: textOf(question?.minLabelSv, question?.minLabelEn, lang) },
    { at: question?.max, means: textOf(question?.maxLabelSv, question?.maxLabelEn, lang) },
  ]
  const means = ends.find(({ at }) => at !== undefined && String(at) === step)?.means
  return means ? `${step} (${means})` : step
}

function lineOf(cell: SurveyResultCell, name: string, options: Drawn['options'], round = 'now'): Line {
  return {
    key: `${round}-${name}-${cell.group}`,
    name,
    n: cell.n ?? undefined,
    mean: cell.mean,
    shares: cell.options ? options.map(({ key }) => cell.options?.find(({ option }) => option === key)) : undefined,
  }
}
