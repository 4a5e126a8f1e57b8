import { Fragment } from 'react'
import type { Activity } from '../../api/types'
import { useWords } from '../../lib/i18n'
import { BodyName } from '../boards/shared'
import { answerWords } from './answerWords'

/** Who answers, in one line: the bodies named, and "all boards" said as the rule it is. */
export function WhoAnswers({ activity, short }: { activity: Activity; short?: boolean }) {
  const w = useWords(answerWords)
  const answering = activity.answerable.filter((answer) => answer.role === 'answerable')
  const named = answering.filter((answer) => !answer.byRule)
  const all = answering.length > named.length
  if (answering.length === 0) return <span className="soft">{w.nobody}</span>
  return (
    <>
      {named.map((answer, place) => (
        <Fragment key={answer.bodyId}>
          {place > 0 && ', '}
          <BodyName id={answer.bodyId} short={short} />
        </Fragment>
      ))}
      {all && (named.length > 0 ? `, ${w.allBoards}` : w.allBoards)}
    </>
  )
}
