import type { CouncilQuestion } from '../../api/types'
import { useWords } from '../../lib/i18n'
import { Mark } from '../../ui/StatusMark'
import { stateWords, words } from './words'

const marks = { new: 'notStarted', taken: 'onTrack', answered: 'done', published: 'done' } as const

/** How far a question has come, by shape and word; one that has waited too long is said to be late first of all. */
export function StateOf({ question }: { question: CouncilQuestion }) {
  const w = useWords(words)
  const states = useWords(stateWords)
  const { state, part, isLate, waitingDays, takenBy } = question
  const waits = state === 'new' || state === 'taken'
  const said =
    state === 'taken' && takenBy ? w.takenBy(takenBy) : states[state === 'published' ? (part ?? 'public') : state]
  return (
    <span className="status">
      <Mark state={isLate ? 'late' : marks[state]} />
      <span>
        {isLate && <strong>{w.isLate}: </strong>}
        {isLate ? said.charAt(0).toLocaleLowerCase() + said.slice(1) : said}
        {waits && waitingDays > 0 && <span className="status-note">{w.waitedFor(w.waited(waitingDays))}</span>}
      </span>
    </span>
  )
}
