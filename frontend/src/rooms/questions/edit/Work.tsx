import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ask, ifMatch, may } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { sayAlso, sayProblem } from '../../../api/problem'
import type { CouncilQuestion } from '../../../api/types'
import { useLang, useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { RadioGroup } from '../../../ui/Field'
import { Part } from '../../../ui/Page'
import AnswerForm from './AnswerForm'
import { formWords, refusalWords } from './words'

sayAlso(refusalWords)

/** What those who answer and publish do with a question: take it on, answer, and say who may read. */
export default function Work({ question }: { question: CouncilQuestion }) {
  const w = useWords(formWords)
  const [answering, setAnswering] = useState(false)
  const steps = useSteps(question)
  return (
    <div data-size="sm" className="screen-only">
      <Part title={w.workTitle} id="svara">
        <div className="stack">
          {answering ? (
            <AnswerForm question={question} onClose={() => setAnswering(false)} />
          ) : (
            <div className="questions-steps">
              {may(question, 'answer') && (
                <Button variant={question.answer ? 'secondary' : 'primary'} onClick={() => setAnswering(true)}>
                  {question.answer ? w.editAnswerTitle : w.answerTitle}
                </Button>
              )}
              {may(question, 'take') && (
                <Button variant="secondary" onClick={steps.take}>
                  {w.take}
                </Button>
              )}
              {may(question, 'giveBack') && (
                <Button variant="secondary" onClick={steps.giveBack}>
                  {w.giveBack}
                </Button>
              )}
            </div>
          )}
          {may(question, 'publish') && !answering && (
            <Publishing key={question.part ?? ''} question={question} steps={steps} />
          )}
          <p role="status" className="soft small">
            {steps.kept && w.changed}
          </p>
          {steps.refusal && (
            <div className="notice notice-attention" role="alert">
              <p>{steps.refusal}</p>
            </div>
          )}
        </div>
      </Part>
    </div>
  )
}

function Publishing({ question, steps }: { question: CouncilQuestion; steps: Steps }) {
  const w = useWords(formWords)
  const [part, setPart] = useState<string>(question.part ?? 'public')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    steps.publish(part === 'internal' ? 'internal' : 'public')
  }
  return (
    <form className="stack" aria-label={w.forWhom} onSubmit={submit}>
      <RadioGroup
        name="question-part"
        legend={w.forWhom}
        value={part}
        onChange={setPart}
        options={[
          { value: 'public', label: w.forAll, help: w.forAllHelp },
          { value: 'internal', label: w.forSignedIn, help: w.forSignedInHelp },
        ]}
      />
      <div className="questions-steps">
        <Button type="submit" variant={question.part ? 'secondary' : 'primary'}>
          {w.publish}
        </Button>
        {may(question, 'unpublish') && (
          <Button variant="secondary" onClick={steps.unpublish}>
            {w.unpublish}
          </Button>
        )}
      </div>
    </form>
  )
}

type Steps = ReturnType<typeof useSteps>

/** The steps that have no text of their own: each is based on the question as it is shown. */
function useSteps(question: CouncilQuestion) {
  const lang = useLang()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [kept, setKept] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const params = { path: { id: question.id }, header: ifMatch(question) }
  const run = async (step: () => Promise<unknown>) => {
    if (busy) return
    setBusy(true)
    setKept(false)
    setRefusal(undefined)
    try {
      await step()
      setKept(true)
    } catch (error) {
      setRefusal(sayProblem(error, lang))
    }
    await refresh(queries, 'council')
    setBusy(false)
  }
  return {
    kept,
    refusal,
    take: () => void run(() => ask(api.PUT('/council-questions/{id}/taking', { params }))),
    giveBack: () => void run(() => ask(api.DELETE('/council-questions/{id}/taking', { params }))),
    publish: (part: 'public' | 'internal') =>
      void run(() => ask(api.PUT('/council-questions/{id}/publication', { params, body: { part } }))),
    unpublish: () => void run(() => ask(api.DELETE('/council-questions/{id}/publication', { params }))),
  }
}
