import type { ReactNode } from 'react'
import { useLang, useWords } from '../../lib/i18n'
import { Button } from '../Button'
import { CheckboxGroup, FieldGroup, RadioGroup, TextArea, TextField } from '../Field'
import { NumberInput } from './NumberInput'
import { type Asked, isEmpty, stepsOf, textOf, type Value } from './question'
import { words } from './words'
import './questions.css'

type Props = {
  question: Asked
  value: Value | undefined
  onChange: (value: Value | undefined) => void
  error?: string
  help?: ReactNode
  /** Nothing of what is written may be kept or looked at by the browser: no suggestions, no spelling by others. */
  isPrivate?: boolean
}

/** One question with the input that its type asks for; every type can be answered by keyboard, touch and voice. */
export function QuestionField({ question, value, onChange, error, help, isPrivate }: Props) {
  const w = useWords(words)
  const lang = useLang()
  const id = `q-${question.key}`
  const text = textOf(question.textSv, question.textEn, lang)
  const label = question.required ? `${text} ${w.required}` : text
  const choices = (question.options ?? []).map(({ key, sv, en }) => ({ value: key, label: textOf(sv, en, lang) }))
  const group = { id, legend: label, error }
  const quiet = isPrivate ? ({ autoComplete: 'off', autoCorrect: 'off', spellCheck: false } as const) : {}
  const said = typeof value === 'string' ? value : ''
  const write = (next: string) => onChange(next === '' ? undefined : next)

  switch (question.type) {
    case 'single':
      return (
        <div className="question">
          <RadioGroup {...group} help={help} name={id} options={choices} value={said} onChange={onChange} />
          <Clear shown={!question.required && !isEmpty(value)} of={text} onClear={() => onChange(undefined)} />
        </div>
      )
    case 'multiple':
      return (
        <CheckboxGroup
          {...group}
          help={both(help, w.several)}
          name={id}
          options={choices}
          value={Array.isArray(value) ? value : []}
          onChange={(next) => onChange(next.length > 0 ? next : undefined)}
        />
      )
    case 'scale':
      return stepsOf(question) ? (
        <div className="question">
          <Scale {...{ question, value, onChange, error, help, id, label }} />
          <Clear shown={!question.required && !isEmpty(value)} of={text} onClear={() => onChange(undefined)} />
        </div>
      ) : (
        <NumberInput {...{ id, label, error, help, question, value, onChange }} />
      )
    case 'matrix':
      return <Matrix {...{ question, value, onChange, error, help, id, label }} />
    case 'number':
      return <NumberInput {...{ id, label, error, help, question, value, onChange }} />
    case 'date':
      return (
        <TextField
          {...{ id, label, error, help }}
          {...quiet}
          type="date"
          className="ds-input field-short"
          value={said}
          onChange={(event) => write(event.target.value)}
        />
      )
    case 'fileLink':
      return <FileLink {...{ value, onChange, error, help, id, label }} />
    case 'shortText':
      return (
        <TextField
          {...{ id, label, error, help }}
          {...quiet}
          value={said}
          onChange={(event) => write(event.target.value)}
        />
      )
    default:
      return (
        <div className="question">
          <TextArea
            {...{ id, label, error, help }}
            {...quiet}
            value={said}
            onChange={(event) => write(event.target.value)}
          />
          {question.maxLength ? (
            <p className="small soft tabular" aria-hidden={said.length < question.maxLength * 0.8 || undefined}>
              {w.left(question.maxLength - said.length)}
            </p>
          ) : null}
        </div>
      )
  }
}

const both = (help: ReactNode, more: string): ReactNode =>
  help ? (
    <>
      {help} {more}
    </>
  ) : (
    more
  )

function Clear({ shown, of, onClear }: { shown: boolean; of: string; onClear: () => void }) {
  const w = useWords(words)
  if (!shown) return null
  return (
    <Button variant="tertiary" className="button-quiet question-clear" onClick={onClear}>
      {w.clear}
      <span className="visually-hidden">: {of}</span>
    </Button>
  )
}

type Inner = Omit<Props, 'isPrivate'> & { id: string; label: string }

function Scale({ question, value, onChange, error, help, id, label }: Inner) {
  const w = useWords(words)
  const lang = useLang()
  const steps = stepsOf(question) ?? []
  const low = textOf(question.minLabelSv, question.minLabelEn, lang)
  const high = textOf(question.maxLabelSv, question.maxLabelEn, lang)
  const ends = low && high ? w.scale(steps[0] ?? 0, low, steps.at(-1) ?? 0, high) : ''
  return (
    <FieldGroup id={id} legend={label} error={error} help={ends ? both(help, ends) : help}>
      <div className="question-scale">
        {steps.map((step) => (
          <label key={step} className="question-step">
            <input
              type="radio"
              className="ds-input"
              name={id}
              checked={value === step}
              onChange={() => onChange(step)}
            />
            <span className="tabular">{step}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}

/** One group of choices a row: the row's name is read before its choices, on a phone as on a wide screen. */
function Matrix({ question, value, onChange, error, help, id, label }: Inner) {
  const lang = useLang()
  const given = typeof value === 'object' && !Array.isArray(value) ? value : {}
  return (
    <FieldGroup id={id} legend={label} error={error} help={help}>
      <div className="question-matrix">
        {(question.rows ?? []).map((row) => (
          <fieldset key={row.key} className="question-row">
            <legend>{textOf(row.sv, row.en, lang)}</legend>
            <div className="question-cells">
              {(question.options ?? []).map((option) => (
                <label key={option.key} className="question-cell">
                  <input
                    type="radio"
                    className="ds-input"
                    name={`${id}-${row.key}`}
                    checked={given[row.key] === option.key}
                    onChange={() => onChange({ ...given, [row.key]: option.key })}
                  />
                  <span>{textOf(option.sv, option.en, lang)}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </FieldGroup>
  )
}

function FileLink({ value, onChange, error, help, id, label }: Omit<Inner, 'question'>) {
  const w = useWords(words)
  const given = typeof value === 'object' && !Array.isArray(value) ? value : {}
  const set = (change: Record<string, string>) => {
    const next = { title: given.title ?? '', url: given.url ?? '', ...change }
    onChange(isEmpty(next) ? undefined : next)
  }
  return (
    <FieldGroup id={id} legend={label} error={error} help={help}>
      <TextField label={w.linkTitle} value={given.title ?? ''} onChange={(event) => set({ title: event.target.value })} />
      <TextField
        label={w.linkUrl}
        type="url"
        value={given.url ?? ''}
        onChange={(event) => set({ url: event.target.value })}
      />
    </FieldGroup>
  )
}
