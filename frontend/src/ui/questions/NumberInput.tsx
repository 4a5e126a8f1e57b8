import { type ReactNode, useState } from 'react'
import { useWords } from '../../lib/i18n'
import { TextField } from '../Field'
import { type Asked, readNumber, type Value } from './question'
import { words } from './words'

type Props = {
  id: string
  label: string
  error?: string
  help?: ReactNode
  question: Asked
  value: Value | undefined
  onChange: (value: Value | undefined) => void
}

/** A number as people write it: what is written stays as it was, and the value follows it. */
export function NumberInput({ id, label, error, help, question, value, onChange }: Props) {
  const w = useWords(words)
  const [written, setWritten] = useState<string>()
  const { min, max, unit } = question
  const limits = min !== undefined && max !== undefined ? w.between(min, max) : undefined
  // What came from elsewhere (another writer, a way back) is shown in place of what was written here.
  const shown = written !== undefined && readNumber(written) === value ? written : (value ?? '').toString()
  return (
    <TextField
      id={id}
      label={unit ? `${label} (${unit})` : label}
      error={error}
      help={help || limits ? [help, limits].filter(Boolean).map((part, at) => <span key={at === 0 ? 'a' : 'b'}>{part} </span>) : undefined}
      className="ds-input field-short"
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      onChange={(event) => {
        setWritten(event.target.value)
        onChange(readNumber(event.target.value))
      }}
    />
  )
}
