import { useLang, useWords } from '../lib/i18n'
import { Button } from '../ui/Button'
import { Markdown } from '../ui/Markdown'
import { QuestionField } from '../ui/questions/QuestionField'
import { textOf, type Value } from '../ui/questions/question'
import { isFree, type Mode, type Screen } from './flow'
import type { Question, Values } from './round'
import { words } from './words'

type Props = {
  mode: Mode
  screens: Screen[]
  place: number
  values: Values
  errors: Record<string, string>
  onValue: (key: string, value: Value | undefined) => void
  onBack: () => void
  onNext: () => void
}

/** One screen of questions, how far one has come, and the two ways on. */
export function QuestionStep({ mode, screens, place, values, errors, onValue, onBack, onNext }: Props) {
  const w = useWords(words)
  const lang = useLang()
  const screen = screens[place]
  if (!screen) return null
  const { section, questions } = screen
  const isFirst = screens[place - 1]?.section !== section
  const intro = textOf(section.introSv, section.introEn, lang)
  const said = (mode === 'one' ? w.questionPlace : w.place)(place + 1, screens.length)
  return (
    <form
      className={mode === 'one' ? 'answer-screen answer-one' : 'answer-screen'}
      autoComplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onNext()
      }}
    >
      <div className="answer-progress">
        <progress max={screens.length} value={place + 1} aria-label={w.progress}>
          {said}
        </progress>
        <span className="soft small tabular">{said}</span>
      </div>
      <h1 tabIndex={-1} className={mode === 'one' ? 'answer-section' : undefined}>
        {textOf(section.titleSv, section.titleEn, lang)}
      </h1>
      {isFirst && intro && <p className="answer-intro soft">{intro}</p>}
      {questions.map((question) => (
        <div key={question.id} className="answer-question">
          <QuestionField
            question={question}
            value={values[question.key]}
            onChange={(value) => onValue(question.key, value)}
            error={errors[question.key]}
            help={isFree(question) && <span className="answer-warning">{w.freeText}</span>}
            isPrivate
          />
          <Manual question={question} />
        </div>
      ))}
      <div className="answer-ways row">
        <Button type="submit">{place + 1 < screens.length ? w.next : w.toReview}</Button>
        <Button variant="secondary" onClick={onBack}>
          {w.back}
        </Button>
      </div>
    </form>
  )
}

/** The question's page of the manual, for those who want it. */
function Manual({ question }: { question: Question }) {
  const w = useWords(words)
  const lang = useLang()
  const help = textOf(question.helpSvHtml, question.helpEnHtml, lang)
  if (!help) return null
  return (
    <details className="answer-manual">
      <summary>{w.more}</summary>
      <Markdown html={help} />
    </details>
  )
}
