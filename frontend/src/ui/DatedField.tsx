import { useState } from 'react'
import { type Dated, parseDated, writeDated } from '../lib/dates'
import { useWords } from '../lib/i18n'
import { TextField } from './Field'
import { words } from './words'

type Props = {
  label: string
  id?: string
  error?: string
  optional?: boolean
  value: Dated | undefined
  /** Told only of what can be read: a date, or undefined when the field is empty. */
  onChange: (value: Dated | undefined) => void
}

/** One field for a date of any precision: what is written tells how much is known. */
export function DatedField({ value, onChange, error, ...field }: Props) {
  const w = useWords(words)
  const [text, setText] = useState(() => writeDated(value))
  const [left, setLeft] = useState(false)
  const wrong = text.trim() !== '' && parseDated(text) === undefined
  return (
    <TextField
      {...field}
      help={w.datedHelp}
      error={wrong && left ? w.datedWrong : error}
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      className="ds-input field-short"
      value={text}
      onChange={(event) => {
        setText(event.target.value)
        const parsed = parseDated(event.target.value)
        if (parsed || event.target.value.trim() === '') onChange(parsed)
      }}
      onBlur={() => setLeft(true)}
    />
  )
}
