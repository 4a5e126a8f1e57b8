import { useLang, useWords } from '../../lib/i18n'
import { Part } from '../../ui/Page'
import { SourceBadge } from '../../ui/small'
import { compareCodes, type Entry } from './entries'
import { KindMark } from './marks'
import { EntryBodies, EntryTitle } from './say'
import { kindWords, words } from './words'

/** What has no date is told all the same, in the plan's order. */
export function Undated({ entries }: { entries: Entry[] }) {
  const w = useWords(words)
  const kinds = useWords(kindWords)
  const lang = useLang()
  if (entries.length === 0) return null
  const sorted = entries.toSorted(
    (a, b) => compareCodes(a.activityCode ?? '', b.activityCode ?? '') || a.title.localeCompare(b.title, 'sv'),
  )
  return (
    <Part title={w.undatedTitle} id="utan-datum">
      <p className="prose soft">{w.undatedText}</p>
      <ul className="timeline-undated plain-list">
        {sorted.map((entry) => (
          <li key={entry.id}>
            <KindMark kind={entry.kind} hollow />
            <div>
              <EntryTitle entry={entry} lang={lang} /> <SourceBadge source={entry.source} />
              <p className="small soft">
                {kinds[entry.kind]} · <EntryBodies entry={entry} lang={lang} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Part>
  )
}
