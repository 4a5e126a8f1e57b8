import { useWords } from '../../lib/i18n'
import { TextArea } from '../Field'
import './editing.css'
import { words } from './words'

type Props = { id: string; note: string; onNote: (note: string) => void }

/** Why something is changed: optional, kept in its history, and folded away until somebody wants to say it. */
export function Why({ id, note, onNote }: Props) {
  const w = useWords(words)
  return (
    <details className="why">
      <summary>{w.why}</summary>
      <TextArea
        id={`${id}-why`}
        label={w.whyLabel}
        help={w.whyHelp}
        rows={2}
        maxLength={500}
        value={note}
        onChange={({ target }) => onNote(target.value)}
      />
    </details>
  )
}
