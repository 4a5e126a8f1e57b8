import { array, check, forward, maxLength, minLength, object, partialCheck, pipe, regex, string } from 'valibot'
import { earliestDay, latestDay, parseDated } from '../../../lib/dates'
import type { Words } from '../../../lib/i18n'
import type { words as uiWords } from '../../../ui/words'
import { amountOf } from './values'
import type { activityWords, words } from './words'

type All = { a: Words<typeof activityWords>; w: Words<typeof words>; ui: Words<typeof uiWords>; tooLong: string }

/** What an activity must hold before it is sent; the server has the last word. */
export function activityRules({ a, w, ui, tooLong }: All) {
  const dated = pipe(
    string(),
    check((text) => text.trim() === '' || parseDated(text) !== undefined, ui.datedWrong),
  )
  const ids = array(string())
  return pipe(
    object({
      title: pipe(string(), minLength(1, w.fillIn), maxLength(200, tooLong)),
      summary: pipe(string(), maxLength(600, tooLong)),
      description: pipe(string(), maxLength(20_000, tooLong)),
      lang: string(),
      code: pipe(string(), regex(/^\s*[\dA-Za-zÅÄÖåäö]{1,6}(\.[\dA-Za-zÅÄÖåäö]{1,6}){0,4}\s*$/, a.codeWrong)),
      part: string(),
      parentId: string(),
      source: string(),
      start: dated,
      end: dated,
      datesSource: string(),
      violenceAreaIds: ids,
      targetGroupIds: ids,
      levels: ids,
      classificationSource: string(),
      goalIds: ids,
      expectedEffect: pipe(string(), maxLength(5000, tooLong)),
      fundingState: string(),
      fundingSource: pipe(string(), maxLength(200, tooLong)),
      fundingAmount: pipe(
        string(),
        check((text) => text.trim() === '' || amountOf(text) !== undefined, a.amountWrong),
      ),
      links: pipe(
        array(object({ title: string(), url: string() })),
        check((links) => links.every(({ title, url }) => !title.trim() === !url.trim()), a.linkIncomplete),
        check(
          (links) => links.every(({ url }) => !url.trim() || /^https?:\/\/\S+\.\S+/.test(url.trim())),
          a.linkUrlWrong,
        ),
      ),
    }),
    forward(
      partialCheck([['start'], ['end']], ({ start, end }) => inOrder(start, end), w.endBeforeStart),
      ['end'],
    ),
  )
}

function inOrder(startText: string, endText: string): boolean {
  const start = parseDated(startText)
  const end = parseDated(endText)
  return !start || !end || earliestDay(start) <= latestDay(end)
}
