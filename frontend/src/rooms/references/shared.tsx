import type { ReferenceCalling } from '../../api/types'
import { formatDay } from '../../lib/dates'
import { langOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Part } from '../../ui/Page'
import { BodyName } from '../boards/shared'
import { useCallingsOfActivity } from './queries'
import './references.css'
import { partWords, stateWords } from './part/words'

/** A part of an activity's page: who from the reference group is and has been called in. Nothing where nobody is. */
export function CallingsPart({ activityId }: { activityId: string }) {
  const w = useWords(partWords)
  const lang = useLang()
  const to = usePaths()
  const callings = useCallingsOfActivity(activityId).data ?? []
  if (callings.length === 0) return null
  return (
    <Part title={w.onActivity} id="inkallade" aside={<a href={to.references()}>{w.toGroup}</a>}>
      <ul className="callings plain-list">
        {callings.map((calling) => (
          <li key={calling.id} className="keep-together">
            <When calling={calling} />
            <div>
              <p lang={langOf(calling.member, lang)}>
                {calling.member.name ? `${calling.member.name}, ${calling.member.role}` : calling.member.role}
              </p>
              <p className="small soft">
                {calling.member.bodyId && <BodyName id={calling.member.bodyId} />}
                {calling.member.bodyId && calling.member.competences.length > 0 && '. '}
                <span lang={langOf(calling.member, lang)}>{calling.member.competences.join(', ')}</span>
              </p>
              {calling.why && <p className="small">{calling.why}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** The days of a calling and how it stands today, in words. */
export function When({ calling: { from, to, state } }: { calling: ReferenceCalling }) {
  const w = useWords(partWords)
  const say = useWords(stateWords)
  const lang = useLang()
  return (
    <p className="small soft">
      {say[state]}
      <br />
      <span className="tabular">{w.period(formatDay(from, lang), to ? formatDay(to, lang) : '')}</span>
    </p>
  )
}
