import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api, ask, done, ifMatch, may } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { ApiProblem, sayAlso, sayProblem } from '../../../api/problem'
import type { Survey, SurveyQuestion } from '../../../api/types'
import { useLang, useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { Remove } from '../../../ui/editing/Rows'
import { Part } from '../../../ui/Page'
import { textOf } from '../../../ui/questions/question'
import { conditionOf } from '../condition'
import { words } from '../words'
import { builderRefusals, builderWords } from './builderWords'
import { QuestionForm } from './QuestionForm'
import { inputOf, valuesOf } from './question'
import { typeWords } from './questionWords'
import RoundForm from './RoundForm'
import { WaysThrough } from './WaysThrough'

sayAlso(builderRefusals)

type Props = { round: Survey; all: SurveyQuestion[] }

/** One form open at a time: the round's own, a question's, or a new question's in a part. */
export function Builder({ round, all }: Props) {
  const w = useWords(builderWords)
  const lang = useLang()
  const [open, setOpen] = useState<string>()
  const [said, setSaid] = useState('')
  const box = useReturnedFocus(open)
  const close = () => setOpen(undefined)
  const move = useMove(round, all, setSaid)
  return (
    <div ref={box}>
      <Part title={w.about} id="om">
        {open === 'round' ? (
          <RoundForm round={round} questions={all} onClose={close} />
        ) : (
          <>
            <p className="soft">{w.partsAndGroups}</p>
            <p className="builder-about">
              <Button variant="secondary" data-opens="round" onClick={() => setOpen('round')}>
                {w.changeAbout}
              </Button>
            </p>
          </>
        )}
      </Part>
      <p role="status" className="builder-said">
        {said}
      </p>
      {round.sections.length === 0 && <p>{w.noSections}</p>}
      {round.sections.map((section) => {
        const title = textOf(section.titleSv, section.titleEn, lang)
        const own = all.filter(({ sectionKey }) => sectionKey === section.key)
        return (
          <Part key={section.key} title={title} id={`del-${section.key}`}>
            <p className="soft">{w.count(own.length)}</p>
            <ol className="builder-questions">
              {own.map((question, at) => (
                <li key={question.id}>
                  {open === question.id ? (
                    <QuestionForm {...{ round, all, question }} sectionKey={section.key} onClose={close} />
                  ) : (
                    <Entry
                      round={round}
                      all={all}
                      question={question}
                      onOpen={() => setOpen(question.id)}
                      onUp={at > 0 ? () => move(question, own[at - 1], at) : undefined}
                      onDown={at < own.length - 1 ? () => move(question, own[at + 1], at + 2) : undefined}
                    />
                  )}
                </li>
              ))}
            </ol>
            {open === `new-${section.key}` ? (
              <QuestionForm {...{ round, all }} sectionKey={section.key} onClose={close} />
            ) : (
              may(round, 'addQuestion') && (
                <Button
                  variant="secondary"
                  data-opens={`new-${section.key}`}
                  aria-label={w.addTo(title)}
                  onClick={() => setOpen(`new-${section.key}`)}
                >
                  {w.add}
                </Button>
              )
            )}
          </Part>
        )
      })}
      {all.length > 0 && <WaysThrough all={all} />}
    </div>
  )
}

type EntryProps = {
  round: Survey
  all: SurveyQuestion[]
  question: SurveyQuestion
  onOpen: () => void
  onUp: (() => void) | undefined
  onDown: (() => void) | undefined
}

function Entry({ round, all, question, onOpen, onUp, onDown }: EntryProps) {
  const w = useWords(builderWords)
  const room = useWords(words)
  const say = useWords(typeWords)
  const lang = useLang()
  const queries = useQueryClient()
  const text = textOf(question.textSv, question.textEn, lang)
  const isDraft = round.state === 'draft'
  const notes = [say[question.type], question.required && room.required, conditionOf(question, all, lang, room)]
  return (
    <div className="builder-entry">
      <p className="survey-question">{text}</p>
      <p className="soft small">{notes.filter(Boolean).join('. ')}.</p>
      <div className="row">
        <Button
          variant="secondary"
          data-size="sm"
          data-opens={question.id}
          aria-label={w.changeOf(text)}
          onClick={onOpen}
        >
          {w.change}
        </Button>
        {isDraft && (
          <>
            <Step label={w.up} name={w.upOf(text)} onStep={onUp} />
            <Step label={w.down} name={w.downOf(text)} onStep={onDown} />
            <Remove
              name={text}
              onRemove={() =>
                done(
                  api.DELETE('/surveys/{id}/questions/{questionId}', {
                    params: { path: { id: round.id, questionId: question.id }, header: ifMatch(question) },
                  }),
                ).then(() => refresh(queries, 'surveys'))
              }
            />
          </>
        )}
      </div>
    </div>
  )
}

/** Stays where it is also when there is no way further, so that focus is not lost. */
function Step({ label, name, onStep }: { label: string; name: string; onStep: (() => void) | undefined }) {
  return (
    <Button
      variant="secondary"
      data-size="sm"
      aria-label={name}
      aria-disabled={onStep ? undefined : true}
      onClick={onStep}
    >
      {label}
    </Button>
  )
}

/** Puts a question where a neighbour of its part stands, and says so. */
function useMove({ id }: Survey, all: SurveyQuestion[], say: (text: string) => void) {
  const w = useWords(builderWords)
  const lang = useLang()
  const queries = useQueryClient()
  return async (question: SurveyQuestion, neighbour: SurveyQuestion | undefined, number: number) => {
    const place = all.findIndex((one) => one.id === neighbour?.id)
    try {
      await ask(
        api.PUT('/surveys/{id}/questions/{questionId}', {
          params: { path: { id, questionId: question.id }, header: ifMatch(question) },
          body: inputOf(valuesOf(question.sectionKey, question), question.key, place),
        }),
      )
      say(w.moved(textOf(question.textSv, question.textEn, lang), number))
    } catch (error) {
      say(error instanceof ApiProblem && error.status === 422 ? w.cannotMove : sayProblem(error, lang))
    }
    await refresh(queries, 'surveys')
  }
}

/** The form's first field in sight when it opens; back to the button that opened it once it has closed. */
function useReturnedFocus(open: string | undefined) {
  const box = useRef<HTMLDivElement>(null)
  const before = useRef(open)
  useEffect(() => {
    const was = before.current
    before.current = open
    // The form's buttons stay at the foot of the window, where its first field may be just now.
    if (open !== undefined) {
      box.current?.querySelector('form :is(input, textarea)')?.scrollIntoView({ block: 'center' })
      return
    }
    if (was === undefined) return
    box.current?.querySelector<HTMLElement>(`[data-opens="${was}"]`)?.focus()
  }, [open])
  return box
}
