import { formatDay } from '../lib/dates'
import { nameOf, useLang, useWords } from '../lib/i18n'
import { Button } from '../ui/Button'
import { RadioGroup } from '../ui/Field'
import { Markdown } from '../ui/Markdown'
import { textOf } from '../ui/questions/question'
import type { Mode } from './flow'
import { Known } from './Known'
import type { Round } from './round'
import { words } from './words'

/** What the survey is, whom the code stands for, and how the questions are to be shown. */
export function AboutStep({
  round,
  mode,
  onMode,
  onStart,
}: {
  round: Round
  mode: Mode
  onMode: (mode: Mode) => void
  onStart: () => void
}) {
  const w = useWords(words)
  const lang = useLang()
  const { survey, questions, group } = round
  const intro = textOf(survey.introSvHtml, survey.introEnHtml, lang)
  return (
    <>
      <h1 tabIndex={-1}>{textOf(survey.titleSv, survey.titleEn, lang)}</h1>
      <p className="soft">
        {w.upTo(w.questions(questions.length))}. {survey.closesOn && `${w.isOpenUntil(formatDay(survey.closesOn, lang))}.`}
      </p>
      {intro && <Markdown html={intro} />}
      {group && <p>{w.yourGroup(nameOf(group, lang))}</p>}
      <form
        className="form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault()
          onStart()
        }}
      >
        <RadioGroup
          name="mode"
          legend={w.how}
          options={[
            { value: 'one', label: w.one },
            { value: 'section', label: w.section },
          ]}
          value={mode}
          onChange={(value) => onMode(value as Mode)}
        />
        <p className="notice">{w.keepOpen}</p>
        <p>
          <Button type="submit">{w.start}</Button>
        </p>
      </form>
      <Known round={round} />
    </>
  )
}
