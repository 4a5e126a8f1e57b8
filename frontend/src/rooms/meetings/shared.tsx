import type { CouncilMeetingSeries } from '../../api/types'
import { addDays, formatInstant, today } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { keptIn, marksOf, nextOf } from './kept'
import './meetings.css'
import { partWords } from './part/words'
import { useMeetingSeries, useMeetings } from './queries'
import { whenOf, writtenIn } from './when'

const ahead = 500

function useNext() {
  const from = today()
  return nextOf(useMeetings({ from, to: addDays(from, ahead) }).data ?? [], new Date().toISOString())
}

/** On the council's page: when it meets next, and whether it has met as decided. */
export function MeetingsBeside() {
  const w = useWords(partWords)
  const lang = useLang()
  const to = usePaths()
  const next = useNext()
  return (
    <section className="council-next" aria-labelledby="nasta-mote">
      <h2 id="nasta-mote">{w.nextTitle}</h2>
      {next ? (
        <p>
          <a className="council-when" href={to.meeting(next.id)} lang={writtenIn(lang)}>
            {next.title}
          </a>
          <span className="block">{whenOf(next, lang)}</span>
          {next.place && <span className="block soft">{next.place}</span>}
        </p>
      ) : (
        <p className="soft">{w.nextNone}</p>
      )}
      <KeptThisYear />
      <p>
        <a href={to.meetings()}>{w.allMeetings}</a>
      </p>
    </section>
  )
}

function KeptThisYear() {
  const w = useWords(partWords)
  const kept = keptIn(useMeetingSeries().data ?? [], Number(today().slice(0, 4)))
  if (!kept) return null
  const { year, held, decided, planned } = kept
  return (
    <div className="meeting-kept">
      <KeptMarks year={kept} />
      <p>
        {w.keptYear(year, held, decided)} {planned > 0 && w.keptMore(planned)}
      </p>
      {held >= decided && <p className="soft">{w.keptAll}</p>}
      {held + planned < decided && <p className="soft">{w.keptBehind}</p>}
    </div>
  )
}

/** A row of marks that the sentence beside it says in words. */
function KeptMarks({ year }: { year: CouncilMeetingSeries['kept'][number] }) {
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
