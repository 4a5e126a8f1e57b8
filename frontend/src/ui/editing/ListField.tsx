import { type ReactNode, useRef } from 'react'
import { Button } from '../Button'
import { FieldGroup } from '../Field'

type Props<T> = {
  /** Begins the rows' ids, as refusals name them: "decision-motions". */
  id: string
  legend: string
  rows: T[]
  empty: T
  rowLegend: (n: number) => string
  addLabel: string
  removeLabel: (n: number) => string
  error: string | undefined
  onChange: (rows: T[]) => void
  draw: (row: T, at: number, change: (part: Partial<T>) => void) => ReactNode
}

/** A list within a form, whose rows have fields of their own. */
export function ListField<T extends object>({
  id,
  legend,
  rows,
  empty,
  rowLegend,
  addLabel,
  removeLabel,
  error,
  onChange,
  draw,
}: Props<T>) {
  const box = useRef<HTMLDivElement>(null)
  // Once it is drawn, one goes on in the new row, or at the button that adds one.
  const goOn = (selector: string) =>
    requestAnimationFrame(() => {
      const found = box.current?.querySelectorAll<HTMLElement>(selector)
      found?.[found.length - 1]?.focus()
    })
  return (
    <FieldGroup legend={legend} id={id} error={error}>
      <div ref={box} className="stack">
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name than its place
          <FieldGroup key={at} legend={rowLegend(at + 1)} id={`${id}[${at}]`}>
            {draw(row, at, (part) => onChange(rows.map((one, place) => (place === at ? { ...one, ...part } : one))))}
            <p>
              <Button
                variant="tertiary"
                onClick={() => {
                  onChange(rows.filter((_, place) => place !== at))
                  goOn('[data-adds]')
                }}
              >
                {removeLabel(at + 1)}
              </Button>
            </p>
          </FieldGroup>
        ))}
        <p>
          <Button
            variant="secondary"
            data-adds
            onClick={() => {
              onChange([...rows, empty])
              goOn('[data-first]')
            }}
          >
            {addLabel}
          </Button>
        </p>
      </div>
    </FieldGroup>
  )
}
