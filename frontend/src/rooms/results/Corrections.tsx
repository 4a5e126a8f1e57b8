import { lazy, Suspense, useState } from 'react'
import { may } from '../../api/client'
import type { SurveyCorrection, SurveyResults } from '../../api/types'
import { formatDay } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { Part } from '../../ui/Page'
import { textOf } from '../../ui/questions/question'
import { words } from './correctionWords'
import { useCorrections } from './queries'

const CorrectionForm = lazy(() => import('./edit/CorrectionForm'))

/** What was put right in what the round told, and why; nothing where nothing was and the reader cannot. */
export function Corrections({ of }: { of: SurveyResults }) {
  const w = useWords(words)
  const corrections = useCorrections(of.surveyId)
  const [open, setOpen] = useState(false)
  const made = corrections.data ?? []
  const corrects = may(of, 'correct')
  if (made.length === 0 && !corrects) return null
  return (
    <Part title={w.title} id="rattelser">
      <ul className="plain-list stack">
        {made.map((correction) => (
          <li key={correction.id}>
            <Line of={of} correction={correction} />
          </li>
        ))}
      </ul>
      {corrects && (
        <div className="stack screen-only">
          {made.some(({ state }) => state === 'waiting') && (
            <p role="status">
              <Button variant="secondary" onClick={() => void corrections.refetch()}>
                {w.again}
              </Button>
            </p>
          )}
          {open ? (
            <Suspense fallback={null}>
              <CorrectionForm of={of} onClose={() => setOpen(false)} />
            </Suspense>
          ) : (
            <p>
              <Button variant="secondary" onClick={() => setOpen(true)}>
                {w.correct}
              </Button>
            </p>
          )}
        </div>
      )}
    </Part>
  )
}

function Line({ of, correction }: { of: SurveyResults; correction: SurveyCorrection }) {
  const w = useWords(words)
  const lang = useLang()
  const { kind, targetKey, state, refusal } = correction
  const group = of.groupNames.find((one) => kind === 'withdrawGroup' && one.group === targetKey)
  const question = of.questions.find((one) => kind === 'withdrawQuestion' && one.key === targetKey)
  const name = group
    ? textOf(group.nameSv, group.nameEn, lang)
    : question
      ? textOf(question.textSv, question.textEn, lang)
      : targetKey
  return (
    <>
      <p>
        <strong>
          {w[kind]}: {name}
        </strong>{' '}
        <span className="soft">
          {formatDay(correction.onDay, lang)}. {w[state]}.
        </span>
      </p>
      <p>{textOf(correction.reasonSv, correction.reasonEn, lang)}</p>
      {refusal && <p className="soft">{w[refusal]}</p>}
    </>
  )
}
