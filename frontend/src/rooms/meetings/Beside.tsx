import { today } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { keptIn } from './kept'
import { besideWords } from './part/besideWords'
import { useMeetingSeries } from './queries'
import { KeptMarks, useNext } from './shared'
import { whenOf, writtenIn } from './when'

/** On the council's page: when it meets next, and whether it has met as decided. */
export function MeetingsBeside() {
  const w = useWords(besideWords)
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
  const w = useWords(besideWords)
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
