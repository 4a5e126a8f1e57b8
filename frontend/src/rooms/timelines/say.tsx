import { formatDated } from '../../lib/dates'
import { type Lang, wordsIn } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { type State, StatusMark } from '../../ui/StatusMark'
import { stateWords, words as uiWords } from '../../ui/words'
import { BodyName } from '../boards/shared'
import { decisionOf, type Entry, isPoint } from './entries'
import { kindWords, words } from './words'

/** When, in words and in as much detail as is known. */
export function whenOf(entry: Pick<Entry, 'kind' | 'date' | 'end'>, lang: Lang): string {
  const w = wordsIn(words, lang)
  const { date, end } = entry
  if (!date && !end) return w.undated
  const [from, to] = [date && formatDated(date, lang), end && formatDated(end, lang)]
  if (from && to) return from === to ? from : w.span(from, to)
  if (to) return w.until(to)
  return isPoint(entry) ? (from ?? '') : w.since(from ?? '')
}

/** The state in a word: an activity's by its name, a milestone's as done or late. */
function stateOf(entry: Entry, lang: Lang): string {
  const { state } = entry
  return state && Object.hasOwn(stateWords, state) ? stateWords[state as State][lang] : ''
}

/** One sentence with all there is: what a screen reader hears where others see a bar or a dot. */
export function sentenceOf(entry: Entry, lang: Lang): string {
  const kind = kindWords[entry.kind][lang] + (entry.activityCode ? ` ${entry.activityCode}` : '')
  const unconfirmed = entry.source === 'interpretation' ? uiWords.toBeConfirmed[lang] : ''
  return [`${kind}: ${entry.title}`, whenOf(entry, lang), stateOf(entry, lang), unconfirmed].filter(Boolean).join(', ')
}

/** The entry's title; a link where there is a page to go to. */
export function EntryTitle({ entry, lang }: { entry: Entry; lang: Lang }) {
  const to = usePaths()
  const language = entry.lang && entry.lang !== lang ? entry.lang : undefined
  const decision = decisionOf(entry)
  if (decision) {
    return (
      <a href={to.decision(decision)} lang={language}>
        {entry.title}
      </a>
    )
  }
  if (!entry.activityCode) return <span lang={language}>{entry.title}</span>
  return (
    <a href={to.activity(entry.activityCode)} lang={language}>
      {entry.kind === 'activity' ? `${entry.activityCode} ${entry.title}` : entry.title}
    </a>
  )
}

/** Whose it is: up to three bodies by name, more as a number. */
export function EntryBodies({ entry, lang }: { entry: Entry; lang: Lang }) {
  const w = wordsIn(words, lang)
  const ids = entry.bodyId ? [entry.bodyId] : entry.bodyIds
  if (entry.kind === 'reportDue' && !decisionOf(entry)) return <span className="soft">{w.everybody}</span>
  if (ids.length === 0) return <span className="soft">{w.nobody}</span>
  if (ids.length > 3) return <>{w.allBoards(ids.length)}</>
  return (
    <>
      {ids.map((id, place) => (
        <span key={id}>
          {place > 0 && ', '}
          <BodyName id={id} short={ids.length > 1} />
        </span>
      ))}
      {entry.allBoards && `, ${w.everyBoard}`}
    </>
  )
}

export function EntryState({ entry }: { entry: Entry }) {
  const { state } = entry
  return state && Object.hasOwn(stateWords, state) ? <StatusMark state={state as State} /> : null
}
