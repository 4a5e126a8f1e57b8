import type { CouncilQuestion } from '../../api/types'
import { useWords } from '../../lib/i18n'
import { Mark } from '../../ui/StatusMark'
import { stateWords, words } from './words'

const marks = { new: 'notStarted', taken: 'onTrack', answered: 'done', published: 'done' } as const

/** How far a question has come, by shape and word; one that has waited too long is said to be late first of all. */
export function StateOf({ question }: { question: CouncilQuestion }) {
  const w = useWords(words)
  const states = useWords(stateWords)
  const { state, isLate, waitingDays, takenBy } = question
  const open = state === 'new' || state === 'taken'
  const notes = [
    open && waitingDays > 0 && w.waitedFor(w.waited(waitingDays)),
    state === 'taken' && takenBy && w.takenBy(takenBy),
  ].filter(Boolean)
  return (
    <span className="status">
      <Mark state={isLate ? 'late' : marks[state]} />
      <span>
        {isLate && <strong>{w.isLate}: </strong>}
        {isLate ? states[state].toLocaleLowerCase() : states[state]}
        {notes.length > 0 && <span className="status-note">{notes.join(', ')}</span>}
      </span>
    </span>
  )
}
