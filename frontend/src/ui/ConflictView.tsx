import { useState } from 'react'
import { useWords } from '../lib/i18n'
import { differences, merge } from '../lib/merge'
import { Button } from './Button'
import { Dialog } from './Dialog'
import { words } from './words'

/** One field as three people know it: as it was opened, as somebody else saved it, as it stands in the form. */
export type ConflictField = {
  name: string
  label: string
  base: string
  theirs: string
  mine: string
  /** Texts can be joined line by line; a date or a choice must be one or the other. */
  joinable?: boolean
  /** How a value is shown (an id as a name, a day as a date). */
  show?: (value: string) => string
}

export type Choice = 'theirs' | 'mine' | 'both'

type Props = {
  fields: ConflictField[]
  /** The chosen side of every field that differs, and for "both" the joined text. */
  onResolve: (choices: Record<string, { choice: Choice; value: string }>) => void
  onClose: () => void
}

/** Fields that only one side changed are settled at once; what both changed is shown side by side. */
export function ConflictView({ fields, onResolve, onClose }: Props) {
  const w = useWords(words)
  const differing = fields.filter((field) => field.theirs !== field.mine)
  const [choices, setChoices] = useState<Record<string, Choice>>(() =>
    Object.fromEntries(differing.map((field) => [field.name, settle(field)])),
  )
  const chosen = () =>
    Object.fromEntries(
      differing.map((field) => {
        const choice = choices[field.name] ?? 'mine'
        return [field.name, { choice, value: sideOf(field, choice) }]
      }),
    )
  return (
    <Dialog title={w.conflictTitle} onClose={onClose}>
      <p>{differing.length > 0 ? w.conflictLead : w.differsNot}</p>
      {differing.map((field) => (
        <ConflictRow
          key={field.name}
          field={field}
          choice={choices[field.name] ?? 'mine'}
          onChoose={(choice) => setChoices((now) => ({ ...now, [field.name]: choice }))}
        />
      ))}
      <div className="row">
        <Button onClick={() => onResolve(chosen())}>{w.saveChosen}</Button>
        <Button variant="secondary" onClick={onClose}>
          {w.keepEditing}
        </Button>
      </div>
    </Dialog>
  )
}

function settle(field: ConflictField): Choice {
  if (field.mine === field.base) return 'theirs'
  if (field.theirs === field.base) return 'mine'
  return field.joinable ? 'both' : 'mine'
}

function sideOf(field: ConflictField, choice: Choice): string {
  if (choice === 'both') return merge(field.base, field.theirs, field.mine).text
  return field[choice]
}

type RowProps = { field: ConflictField; choice: Choice; onChoose: (choice: Choice) => void }

function ConflictRow({ field, choice, onChoose }: RowProps) {
  const w = useWords(words)
  const sides: Choice[] = field.joinable ? ['theirs', 'mine', 'both'] : ['theirs', 'mine']
  return (
    <fieldset className="conflict">
      <legend>{field.label}</legend>
      <div className="conflict-sides">
        {sides.map((side) => (
          <div key={side} className="conflict-side" data-chosen={choice === side || undefined}>
            <label className="conflict-choice">
              <input
                type="radio"
                name={`conflict-${field.name}`}
                checked={choice === side}
                onChange={() => onChoose(side)}
              />
              <span>{{ theirs: w.theirs, mine: w.mine, both: w.both }[side]}</span>
            </label>
            <ConflictText field={field} side={side} />
          </div>
        ))}
      </div>
    </fieldset>
  )
}

function ConflictText({ field, side }: { field: ConflictField; side: Choice }) {
  const w = useWords(words)
  const show = field.show ?? ((value: string) => value)
  const text = show(sideOf(field, side))
  if (!text) return <p className="soft">{w.empty}</p>
  // Each side is marked against the other; what is joined, against how it was.
  const other = side === 'both' ? show(field.base) : show(side === 'mine' ? field.theirs : field.mine)
  return (
    <p className="conflict-text">
      {differences(other, text)
        .filter((piece) => piece.kind !== 'before')
        .map((piece, place) =>
          piece.kind === 'after' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place
            <mark key={place}>{piece.text}</mark>
          ) : (
            piece.text
          ),
        )}
    </p>
  )
}
