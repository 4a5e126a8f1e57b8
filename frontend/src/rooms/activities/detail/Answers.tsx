import { lazy, type ReactNode, Suspense, useState } from 'react'
import { may } from '../../../api/client'
import type { Activity, Answerable, Responsibility } from '../../../api/types'
import { formatDay, today } from '../../../lib/dates'
import { nameOf, useLang, useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { Skeleton } from '../../../ui/Load'
import { PartMark } from '../../../ui/StatusMark'
import { DatedText, SourceBadge } from '../../../ui/small'
import { useBodies } from '../../boards/queries'
import { BodyName } from '../../boards/shared'
import { answersByRole, ended, handovers, type RoleAnswers, rowBehind } from './answers'
import { useShares } from './queries'
import { roleWords, words } from './words'

const ReferenceForm = lazy(() => import('../edit/ReferenceForm'))

/** Who answers today, role by role, with each body's own state; what has been handed over; what has ended. */
export function Answers({ activity }: { activity: Activity }) {
  const w = useWords(words)
  const roles = answersByRole(activity.answerable)
  const { responsibilities: rows = [] } = activity
  const own = rows.some((row) => row.activityId === activity.id)
  return (
    <div className="stack">
      {roles.length === 0 && <p className="soft">{w.nobody}</p>}
      {roles.length > 0 && !own && activity.parentId && <p className="soft">{w.fromParent}</p>}
      {roles.map((answers) => (
        <Role key={answers.role} activity={activity} answers={answers} />
      ))}
      <Handovers rows={rows} />
    </div>
  )
}

function Role({ activity, answers }: { activity: Activity; answers: RoleAnswers }) {
  const w = useWords(words)
  const say = useWords(roleWords)
  const { role, told, silent, byRule } = answers
  return (
    <div className="answers">
      <h3 className="answers-role">{say[role]}</h3>
      {byRule > 0 && <p>{role === 'answerable' ? w.byRule(byRule) : w.byRuleOther(byRule)}</p>}
      {told.length > 0 && (
        <ul className="plain-list">
          {told.map((answer) => (
            <Answer key={answer.bodyId} activity={activity} answer={answer} />
          ))}
        </ul>
      )}
      {silent.length > 0 && (
        <p className="small soft">
          {w.silent}{' '}
          {silent.map((answer, place) => (
            <span key={answer.bodyId}>
              {place > 0 && ', '}
              <BodyName id={answer.bodyId} />
            </span>
          ))}
          .
        </p>
      )}
    </div>
  )
}

function Answer({ activity, answer }: { activity: Activity; answer: Answerable }) {
  const w = useWords(words)
  const lang = useLang()
  const share = useShares(activity.id).data?.find(({ bodyId }) => bodyId === answer.bodyId)
  const body = useBodies().data?.byId.get(answer.bodyId)
  const [referring, setReferring] = useState(false)
  return (
    <li className="answer">
      <span className="answer-body">
        <BodyName id={answer.bodyId} /> <SourceBadge source={rowBehind(activity, answer)?.source} />
        {share?.assignmentReference && (
          <span className="answer-reference small soft">{w.assignment(share.assignmentReference)}</span>
        )}
      </span>
      <span className="answer-state">
        <PartMark state={answer.state} note={answer.lastReportOn && w.lastOn(formatDay(answer.lastReportOn, lang))} />
      </span>
      {share && may(share, 'edit') && answer.role === 'answerable' && (
        <div className="answer-form screen-only" data-size="sm">
          {referring ? (
            <Suspense fallback={<Skeleton lines={2} />}>
              <ReferenceForm share={share} onClose={() => setReferring(false)} />
            </Suspense>
          ) : (
            <Button
              variant="tertiary"
              className="button-quiet"
              aria-label={w.referOf(nameOf(body, lang))}
              onClick={() => setReferring(true)}
            >
              {w.refer}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

function Handovers({ rows }: { rows: Responsibility[] }) {
  const w = useWords(words)
  const now = today()
  const passed = handovers(rows, now)
  const over = ended(rows, now)
  if (passed.length === 0 && over.length === 0) return null
  return (
    <ul className="plain-list handovers">
      {passed.map(({ id, from, to, when, ahead }) => (
        <li key={id}>
          <RowName row={from} /> {ahead ? w.willHandOver : w.handedOver}{' '}
          {to.map((row, place) => (
            <span key={row.id}>
              {place > 0 && ', '}
              <RowName row={row} />
            </span>
          ))}
          <Soft>
            <DatedText dated={when} unknown={w.handoverUnknown} />
          </Soft>
        </li>
      ))}
      {over.map((row) => (
        <li key={row.id}>
          {w.ended}: <RowName row={row} />
          <Soft>
            {w.until} <DatedText dated={row.to} />
          </Soft>
        </li>
      ))}
    </ul>
  )
}

const Soft = ({ children }: { children: ReactNode }) => <span className="soft">, {children}</span>

function RowName({ row }: { row: Responsibility }) {
  const w = useWords(words)
  return row.bodyId ? <BodyName id={row.bodyId} /> : w.allBoards
}
