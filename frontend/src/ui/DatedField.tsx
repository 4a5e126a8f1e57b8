import type { ComponentProps } from 'react'
import { useWords } from '../lib/i18n'
import { TextField } from './Field'
import { words } from './words'

/**
 * One field for a date of any precision: what is written tells how much is known. Its value is the text as written, so
 * that nothing typed is lost; `parseDated` reads it, and what it cannot read is said with `datedWrong`.
 */
export function DatedField(field: ComponentProps<typeof TextField>) {
  const w = useWords(words)
  return <TextField help={w.datedHelp} autoComplete="off" maxLength={10} className="ds-input field-short" {...field} />
}
