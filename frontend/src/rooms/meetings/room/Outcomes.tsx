import { lazy, Suspense, useState } from 'react'
import { api, ask, done, ifMatch, may } from '../../../api/client'
import type { CouncilAgendaItem, CouncilMeetingWhole, CouncilOutcome } from '../../../api/types'
import { today } from '../../../lib/dates'
import { useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { Remove } from '../../../ui/editing/Rows'
import { Skeleton } from '../../../ui/Load'
import { OutcomeReading } from '../parts'
import { outcomeWords } from '../words'
import { outcomeInput } from './inputs'
import { Said } from './Said'
import { useDoing } from './useDoing'
import { words } from './words'

const OutcomeForm = lazy(() => import('./OutcomeForm'))

type Props = { meeting: CouncilMeetingWhole; item: CouncilAgendaItem }

/** What came of an item: noted where it stands, and a task ticked off when it is done, even in locked minutes. */
export function Outcomes({ meeting, item }: Props) {
  const w = useWords(words)
  const o = useWords(outcomeWords)
  const [open, setOpen] = useState<string>()
  const { run, refusal, said } = useDoing()
  const form = (outcome?: CouncilOutcome) => (
    <Suspense fallback={<Skeleton lines={5} />}>
      <OutcomeForm meeting={meeting} item={item} outcome={outcome} onClose={() => setOpen(undefined)} />
    </Suspense>
  )
  const pathOf = (outcome: CouncilOutcome) => ({ id: meeting.id, itemId: item.id, outcomeId: outcome.id })
  const markDone = (outcome: CouncilOutcome) =>
    run(() =>
      ask(
        api.PUT('/council-meetings/{id}/agenda-items/{itemId}/outcomes/{outcomeId}', {
          params: { path: pathOf(outcome), header: ifMatch(outcome) },
          body: { ...outcomeInput(outcome), doneOn: today() },
        }),
      ),
    )
  const remove = async (outcome: CouncilOutcome) => {
    await done(
      api.DELETE('/council-meetings/{id}/agenda-items/{itemId}/outcomes/{outcomeId}', {
        params: { path: pathOf(outcome), header: ifMatch(outcome) },
      }),
    )
    run(() => Promise.resolve())
  }
  if (item.outcomes.length === 0 && !may(item, 'addOutcome')) return null
  return (
    <div className="stack-small">
      <Said said={said} refusal={refusal} />
      {item.outcomes.length > 0 && (
        <ul className="plain-list meeting-outcomes" aria-label={w.outcomes}>
          {item.outcomes.map((outcome) => (
            <li key={outcome.id}>
              {open === outcome.id ? (
                form(outcome)
              ) : (
                <div className="room-outcome">
                  <OutcomeReading meeting={meeting} outcome={outcome} />
                  <div className="room-item-tools screen-only">
                    {outcome.kind === 'task' && !outcome.doneOn && (may(outcome, 'edit') || may(outcome, 'done')) && (
                      <Button
                        variant="tertiary"
                        aria-label={w.markDoneOf(outcome.text)}
                        onClick={() => markDone(outcome)}
                      >
                        {w.markDone}
                      </Button>
                    )}
                    {may(outcome, 'edit') && (
                      <Button
                        variant="tertiary"
                        aria-label={w.editItem(`${o[outcome.kind]}: ${outcome.text}`)}
                        onClick={() => setOpen(outcome.id)}
                      >
                        {w.edit}
                      </Button>
                    )}
                    {may(outcome, 'delete') && <Remove name={o[outcome.kind]} onRemove={() => remove(outcome)} />}
                  </div>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {may(item, 'addOutcome') &&
        (open === '' ? (
          form()
        ) : (
          <p className="screen-only">
            <Button variant="secondary" aria-label={w.addOutcomeTo(item.title ?? '')} onClick={() => setOpen('')}>
              {w.addOutcome}
            </Button>
          </p>
        ))}
    </div>
  )
}
