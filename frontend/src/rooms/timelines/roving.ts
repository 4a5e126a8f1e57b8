import { type KeyboardEvent, useRef, useState } from 'react'

export type Stop = { id: string; at: number }

/**
 * One step of the keyboard through rows of stops: left and right within a row, up and down to the nearest in the next
 * row, Home and End to the row's ends. With a single row all four arrows walk along it.
 */
export function step(rows: Stop[][], current: string, key: string): string | undefined {
  const row = rows.findIndex((stops) => stops.some(({ id }) => id === current))
  const stops = rows[row]
  if (!stops) return undefined
  const place = stops.findIndex(({ id }) => id === current)
  const here = stops[place]
  const single = rows.length === 1
  const across = (to: number) => {
    const next = rows[to]
    if (!next || !here) return undefined
    return next.reduce((best, stop) => (Math.abs(stop.at - here.at) < Math.abs(best.at - here.at) ? stop : best)).id
  }
  switch (key) {
    case 'ArrowRight':
      return stops[place + 1]?.id
    case 'ArrowLeft':
      return stops[place - 1]?.id
    case 'ArrowDown':
      return single ? stops[place + 1]?.id : across(row + 1)
    case 'ArrowUp':
      return single ? stops[place - 1]?.id : across(row - 1)
    case 'Home':
      return stops[0]?.id
    case 'End':
      return stops.at(-1)?.id
    default:
      return undefined
  }
}

/** Roving focus: one tab stop for the whole drawing, arrows between its parts. */
export function useRoving(rows: Stop[][]) {
  const filled = rows.filter((stops) => stops.length > 0)
  const [chosen, setChosen] = useState<string>()
  const elements = useRef(new Map<string, HTMLElement | SVGElement>())
  const known = filled.some((stops) => stops.some(({ id }) => id === chosen))
  const active = known ? chosen : filled[0]?.[0]?.id
  return {
    /** What the reader has gone to or pointed at; nothing before that. */
    chosen: known ? chosen : undefined,
    choose: setChosen,
    onKeyDown(event: KeyboardEvent) {
      if (event.altKey || event.ctrlKey || event.metaKey || !active) return
      const next = step(filled, active, event.key)
      if (!next) return
      event.preventDefault()
      setChosen(next)
      elements.current.get(next)?.focus()
    },
    /** A drawn thing as a button: pressing it tells about it beneath. Spread beside `stop`. */
    pressed: (id: string) => ({ role: 'button', 'aria-pressed': known && id === chosen }) as const,
    stop: (id: string) => ({
      tabIndex: id === active ? 0 : -1,
      'data-chosen': known && id === chosen ? true : undefined,
      onClick: () => setChosen(id),
      onFocus: () => setChosen(id),
      onMouseEnter: () => setChosen(id),
      ref: (element: HTMLElement | SVGElement | null) => {
        if (element) elements.current.set(id, element)
        else elements.current.delete(id)
      },
    }),
  }
}
