import { useParams } from 'wouter'
import type { AuditEvent } from '../../api/types'
import { formatClock, formatInstant } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { EmptyState, Load } from '../../ui/Load'
import { Page, Part } from '../../ui/Page'
import { Facts, PrintButton } from '../../ui/small'
import { usePlan } from '../plans/queries'
import { Changes } from './Changes'
import { historyTypes, useNames, useTrace } from './queries'
import { sentenceOf } from './say/sentence'
import './traces.css'
import { searchWords, thingWords, words } from './words'

/** One trace with all there is: who, in which role, when, what, why, and the request it came by. */
export default function TracePage() {
  const w = useWords(searchWords)
  const to = usePaths()
  const { trace: id = '' } = useParams<{ trace: string }>()
  const trace = useTrace(id)
  const missing = (
    <Page staff title={w.missing}>
      <EmptyState title={w.missing} action={<a href={to.traces()}>{w.toSearch}</a>} />
    </Page>
  )
  return (
    <Load of={trace} missing={missing}>
      {(found) => <Whole trace={found} />}
    </Load>
  )
}

function Whole({ trace }: { trace: AuditEvent }) {
  const w = useWords(searchWords)
  const h = useWords(words)
  const things = useWords(thingWords)
  const lang = useLang()
  const to = usePaths()
  const planOfThing = trace.about.type === 'plan' ? trace.about.id : undefined
  const planInForce = usePlan().data?.id
  const nameOf = useNames(planOfThing ?? planInForce)
  const { by, object, about } = trace
  const isPart = object.type !== about.type || object.id !== about.id
  const thing = ({ type, id }: { type: string; id: string }) => (
    <>
      {Object.hasOwn(things, type) ? things[type as keyof typeof things] : type}
      {nameOf(id) && `: ${nameOf(id)}`} {id && <span className="trace-id soft">{id}</span>}
    </>
  )
  return (
    <Page
      staff
      documentTitle={w.trace}
      title={sentenceOf({ ...trace, ...by, isPart }, lang, nameOf)}
      kicker={
        <a className="screen-only" href={to.traces()}>
          {w.toSearch}
        </a>
      }
      actions={<PrintButton />}
    >
      <Facts
        facts={[
          {
            term: w.when,
            value: (
              <time dateTime={trace.at}>
                {formatInstant(trace.at, lang)} {formatClock(new Date(trace.at), lang)}
              </time>
            ),
          },
          {
            term: w.who,
            value: (
              <>
                {by.name ?? (by.userId ? w.noName : w.system)}, {by.roleWords[lang]}{' '}
                {by.userId && <a href={to.traces({ person: by.userId })}>{w.samePerson}</a>}
              </>
            ),
          },
          ...(trace.note ? [{ term: h.why, value: trace.note }] : []),
          { term: w.object, value: thing(object) },
          ...(isPart
            ? [
                {
                  term: w.about,
                  value: historyTypes.some((type) => type === about.type) ? (
                    <a href={to.history(about.type, about.id)}>{thing(about)}</a>
                  ) : (
                    thing(about)
                  ),
                },
              ]
            : []),
          {
            term: w.requestId,
            value: (
              <>
                <span className="trace-id">{trace.requestId || '–'}</span>{' '}
                {trace.requestId && <a href={to.traces({ anrop: trace.requestId })}>{w.sameRequest}</a>}
              </>
            ),
          },
          { term: w.seal, value: trace.seal ? w.sealed(trace.seal) : w.notSealed },
          ...(trace.isRestricted ? [{ term: w.restricted, value: w.restrictedYes }] : []),
        ]}
      />
      <Part title={w.changes}>
        {trace.changes.length > 0 ? (
          <Changes type={object.type} changes={trace.changes} nameOf={nameOf} />
        ) : (
          <p className="soft">{w.noChanges}</p>
        )}
      </Part>
    </Page>
  )
}
