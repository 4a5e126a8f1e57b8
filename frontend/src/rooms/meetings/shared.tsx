import type { CouncilMeetingSeries } from '../../api/types'
import { addDays, formatInstant, today } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { keptIn, marksOf, nextOf } from './kept'
import './meetings.css'
import { partWords } from './part/words'
import { useMeetingSeries, useMeetings } from './queries'

const ahead = 500

export function useNext() {
  const from = today()
  return nextOf(useMeetings({ from, to: addDays(from, ahead) }).data ?? [], new Date().toISOString())
}

/** A row of marks that the sentence beside it says in words. */
export function KeptMarks({ year }: { year: CouncilMeetingSeries['kept'][number] }) {
  return (
    <div className="meeting-kept-marks" aria-hidden="true">
      {marksOf(year).map((mark, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a mark has no other name than its place
        <span key={place} data-held={mark === 'held' || undefined} data-planned={mark === 'planned' || undefined} />
      ))}
    </div>
  )
}

/** One line for the home page and the year wheel: how often the council has met that year, and when it meets next. */
export function CouncilKept({ year }: { year: number }) {
  const w = useWords(partWords)
  const lang = useLang()
  const to = usePaths()
  const kept = keptIn(useMeetingSeries().data ?? [], year)
  const next = useNext()
  const coming = next && today(new Date(next.startsAt)).startsWith(String(year))
  if (!kept && !coming) return null
  return (
    <div className="meeting-kept-line">
      {kept && <KeptMarks year={kept} />}
      <p className="small">
        {kept && <a href={to.meetings()}>{w.councilKept(kept.held, kept.decided, year)}</a>}{' '}
        {coming && <span className="soft">{w.councilNext(formatInstant(next.startsAt, lang))}</span>}
      </p>
    </div>
  )
}
