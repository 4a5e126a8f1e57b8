import { useState } from 'react'
import { api, ask, may, newIdempotencyKey } from '../../../api/client'
import type { components } from '../../../api/schema'
import type { CouncilMeetingWhole } from '../../../api/types'
import { formatDay } from '../../../lib/dates'
import { useLang, useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { Load } from '../../../ui/Load'
import { Part } from '../../../ui/Page'
import { useProposals } from './queries'
import { Said } from './Said'
import { useDoing } from './useDoing'
import { originWords, words } from './words'

type Proposal = components['schemas']['CouncilAgendaProposal']

const isOrigin = (kind: string): kind is keyof typeof originWords => Object.hasOwn(originWords, kind)

const few = 8

/** What the facts say the council might take up; one press puts it last on the agenda. */
export function Proposals({ meeting }: { meeting: CouncilMeetingWhole }) {
  const w = useWords(words)
  const shown = may(meeting, 'proposals') && (meeting.state === 'planned' || meeting.state === 'called')
  const proposals = useProposals(meeting.id, shown)
  const { run, refusal, said } = useDoing()
  const [all, setAll] = useState(false)
  if (!shown) return null
  return (
    <div className="screen-only">
      <Part title={w.proposals} id="forslag">
        <p className="soft">{w.proposalsText}</p>
        <Said said={said} refusal={refusal} />
        <Load of={proposals} lines={4}>
          {(found) => (
            <ul className="plain-list room-proposals">
              {found.length === 0 && <li className="soft">{w.proposalsNone}</li>}
              {(all ? found : found.slice(0, few)).map((proposal) => (
                <Row
                  key={`${proposal.from.kind}-${proposal.from.id}`}
                  proposal={proposal}
                  onAdd={(idempotencyKey) =>
                    run(
                      () =>
                        ask(
                          api.POST('/council-meetings/{id}/agenda-items', {
                            params: { path: { id: meeting.id }, header: { 'Idempotency-Key': idempotencyKey } },
                            body: { title: proposal.title, kind: 'discussion', minutes: 10, from: proposal.from },
                          }),
                        ),
                      w.added(proposal.title),
                    )
                  }
                />
              ))}
              {!all && found.length > few && (
                <li>
                  <Button variant="tertiary" onClick={() => setAll(true)}>
                    {w.proposalsAll(found.length)}
                  </Button>
                </li>
              )}
            </ul>
          )}
        </Load>
      </Part>
    </div>
  )
}

function Row({ proposal, onAdd }: { proposal: Proposal; onAdd: (idempotencyKey: string) => void }) {
  const w = useWords(words)
  const o = useWords(originWords)
  const lang = useLang()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const { kind } = proposal.from
  return (
    <li>
      <span>
        {proposal.title}
        <span className="small soft block">
          {[isOrigin(kind) && o[kind], proposal.on && formatDay(proposal.on, lang)].filter(Boolean).join(' · ')}
        </span>
      </span>
      {proposal.isOnAgenda ? (
        <span className="small soft">{w.onAgenda}</span>
      ) : (
        <Button variant="secondary" aria-label={w.addProposalOf(proposal.title)} onClick={() => onAdd(idempotencyKey)}>
          {w.addProposal}
        </Button>
      )}
    </li>
  )
}
