import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { SourceBadge } from '../../ui/small'
import { decisionOf, type Entry } from './entries'
import { KindMark } from './marks'
import { EntryBodies, EntryState, whenOf } from './say'
import { kindWords, words } from './words'

/** What the reader points at, told in full in one place that never covers the drawing. */
export function Detail({ entry }: { entry: Entry | undefined }) {
  const w = useWords(words)
  const kinds = useWords(kindWords)
  const lang = useLang()
  const to = usePaths()
  const decision = entry && decisionOf(entry)
  return (
    <div className="timeline-detail screen-only" data-told={entry ? true : undefined}>
      {entry ? (
        <>
          <p className="small soft timeline-kind">
            <KindMark kind={entry.kind} hollow={entry.state !== 'done'} />
            {kinds[entry.kind]} · {whenOf(entry, lang)}
          </p>
          <p className="timeline-detail-title">
            <strong lang={entry.lang && entry.lang !== lang ? entry.lang : undefined}>{entry.title}</strong>{' '}
            <SourceBadge source={entry.source} />
          </p>
          {entry.description && <p className="small prose">{entry.description}</p>}
          <p className="small row">
            <EntryState entry={entry} />
            <span>
              <EntryBodies entry={entry} lang={lang} />
            </span>
            {entry.reference && <span className="soft">{w.reference(entry.reference)}</span>}
            {decision && <a href={to.decision(decision)}>{w.openDecision}</a>}
            {entry.activityCode && <a href={to.activity(entry.activityCode)}>{w.openActivity(entry.activityCode)}</a>}
          </p>
        </>
      ) : (
        <p className="small soft">{w.pointAt}</p>
      )}
    </div>
  )
}
