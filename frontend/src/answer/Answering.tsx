import { useEffect, useMemo, useRef, useState } from 'react'
import { useLang, useWords } from '../lib/i18n'
import type { Value } from '../ui/questions/question'
import { AboutStep } from './AboutStep'
import { askedOf, type Mode, placeOf, screensOf, type Wrong, wrongWith } from './flow'
import { QuestionStep } from './QuestionStep'
import { Receipt } from './Receipt'
import { ReviewStep } from './ReviewStep'
import type { Question, Round, Values } from './round'
import { useSending } from './sending'
import { useAsksBeforeLeaving, useBack } from './ways'
import { refusals, words } from './words'

type Stage = 'about' | 'questions' | 'review'

// On a narrow screen one question fills it.
const firstMode = (): Mode => (matchMedia('(max-width: 40rem)').matches ? 'one' : 'section')

/** From the first screen to the receipt. */
export function Answering({ round }: { round: Round }) {
  const w = useWords(words)
  const lang = useLang()
  const [stage, setStage] = useState<Stage>('about')
  const [mode, setMode] = useState(firstMode)
  const [values, setValues] = useState<Values>({})
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [at, setAt] = useState<{ key?: string; place: number }>({ place: 0 })
  const { sending, exchange, send } = useSending(round)
  const asked = useMemo(() => askedOf(round.questions, values), [round.questions, values])
  const screens = useMemo(() => screensOf(mode, round.survey.sections, asked), [mode, round, asked])
  const place = placeOf(screens, at.key, at.place)
  const isDone = sending.status === 'done' || sending.status === 'already'
  // What may be on its way must go as it is: until the server has answered, nothing of it is changed.
  const isHeld = sending.status === 'sending' || (sending.status === 'lost' && sending.sent)

  const goTo = (next: number) => {
    setAt({ key: screens[next]?.key, place: next })
    setStage('questions')
  }
  const sayWrong = (wrong: Wrong, { maxLength, min, max }: Question): string =>
    ({
      personalNumber: refusals.personalNumber[lang],
      tooLong: w.tooLong(maxLength ?? 0),
      notANumber: w.notANumber,
      outside: w.outside(min, max),
      link: w.link,
    })[wrong]
  const wrongIn = (questions: Question[]): Record<string, string> =>
    Object.fromEntries(
      questions.flatMap((question) => {
        const wrong = wrongWith(question, values[question.key])
        return wrong ? [[question.key, sayWrong(wrong, question)]] : []
      }),
    )
  const next = () => {
    const wrong = wrongIn(screens[place]?.questions ?? [])
    setErrors(wrong)
    if (Object.keys(wrong).length > 0) return
    if (place + 1 < screens.length) goTo(place + 1)
    else setStage('review')
  }
  const back = () => {
    if (isHeld || isDone) return
    if (stage === 'review') goTo(screens.length - 1)
    else if (stage === 'questions' && place > 0) goTo(place - 1)
    else setStage('about')
  }
  const change = (key: string, value: Value | undefined) => {
    setValues(({ [key]: _, ...others }) => (value === undefined ? others : { ...others, [key]: value }))
    setErrors(({ [key]: _, ...others }) => others)
  }
  useBack(stage !== 'about' && !isDone, back)
  useAsksBeforeLeaving(!isDone && Object.keys(values).length > 0)
  const screen = useArrival(isDone ? 'done' : stage === 'questions' ? (screens[place]?.key ?? '') : stage)

  return (
    <div ref={screen} className="page answer-page">
      {isDone ? (
        <Receipt round={round} already={sending.status === 'already'} />
      ) : stage === 'about' ? (
        <AboutStep round={round} mode={mode} onMode={setMode} onStart={() => goTo(0)} />
      ) : stage === 'questions' ? (
        <QuestionStep
          mode={mode}
          screens={screens}
          place={place}
          values={values}
          errors={errors}
          onValue={change}
          onBack={back}
          onNext={next}
        />
      ) : (
        <ReviewStep
          asked={asked}
          values={values}
          wrong={wrongIn(asked)}
          sending={sending}
          isHeld={isHeld}
          onReady={exchange}
          onSend={send}
          onBack={back}
          onChange={(question) => goTo(screens.findIndex(({ questions }) => questions.includes(question)))}
        />
      )}
    </div>
  )
}

/** A new screen begins at its top, with its heading in focus. */
function useArrival(key: string) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each screen is an arrival
  useEffect(() => {
    window.scrollTo(0, 0)
    box.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }, [key])
  return box
}
