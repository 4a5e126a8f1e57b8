import type { CouncilAgendaItem, CouncilAgendaItemInput, CouncilOutcome, CouncilOutcomeInput } from '../../../api/types'

/** An item as it is sent back: the whole content, so that nothing is emptied by being left out. */
export const itemInput = (item: CouncilAgendaItem): CouncilAgendaItemInput => ({
  title: item.title,
  background: item.background,
  minutes: item.minutes,
  kind: item.kind,
  isSecret: item.isSecret,
  position: item.position,
  presenterSeatId: item.presenterSeatId,
  from: item.from,
})

/** The same of an outcome. */
export const outcomeInput = (outcome: CouncilOutcome): CouncilOutcomeInput => ({
  kind: outcome.kind,
  text: outcome.text,
  bySeatId: outcome.bySeatId,
  responsibleSeatId: outcome.responsibleSeatId,
  responsibleBodyId: outcome.responsibleBodyId,
  dueOn: outcome.dueOn,
  doneOn: outcome.doneOn,
  decisionId: outcome.decisionId,
})
