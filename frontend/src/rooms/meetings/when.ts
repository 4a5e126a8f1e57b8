import { formatClock, formatInstant } from '../../lib/dates'
import { type Lang, wordsIn } from '../../lib/i18n'
import { partWords } from './part/words'

type Timed = { startsAt: string; endsAt: string }

/** "13.00–15.00". */
export const clockOf = ({ startsAt, endsAt }: Timed, lang: Lang): string =>
  wordsIn(partWords, lang).clock(formatClock(new Date(startsAt), lang), formatClock(new Date(endsAt), lang))

/** What councils write is Swedish, whatever language the page around it is in. */
export const writtenIn = (lang: Lang): 'sv' | undefined => (lang === 'sv' ? undefined : 'sv')

/** "4 december 2026 kl. 13.00–15.00". */
export const whenOf = (meeting: Timed, lang: Lang): string =>
  wordsIn(partWords, lang).at(formatInstant(meeting.startsAt, lang), clockOf(meeting, lang))
