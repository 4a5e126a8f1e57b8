import { useCallback } from 'react'
import { navigate as browserNavigate, useBrowserLocation } from 'wouter/use-browser-location'
import { hasUnsaved, mayLeave } from './guard'

// Each entry of the history carries its place in the row, so that a refused step back can be stepped forward again.
let place = readPlace()
let undoing = false

function readPlace(): number {
  const state: unknown = history.state
  return typeof state === 'object' && state !== null && 'place' in state ? Number(state.place) : 0
}

const leaving: ((place: number) => void)[] = []

/** The current entry's place in the history of this tab. */
export const currentPlace = (): number => place

/** Called with the place that is about to be left. */
export function onLeave(listener: (place: number) => void): void {
  leaving.push(listener)
}

function leave(): void {
  for (const listener of leaving) listener(place)
}

type Options = { replace?: boolean; state?: unknown }

export function go(to: string, options: Options = {}): void {
  if (!mayLeave()) return
  leave()
  if (!options.replace) place += 1
  browserNavigate(to, { replace: options.replace ?? false, state: { place } })
}

/** wouter's browser location, with the guard for unsaved changes on every way out. */
export function useGuardedLocation(): [string, (to: string, options?: Options) => void] {
  const [location] = useBrowserLocation()
  return [location, useCallback(go, [])]
}

// Captured before wouter hears of it: a refused step must not be drawn first and taken back after.
window.addEventListener(
  'popstate',
  (event) => {
    const to = readPlace()
    if (undoing) {
      undoing = false
      event.stopImmediatePropagation()
      return
    }
    if (hasUnsaved() && !mayLeave()) {
      event.stopImmediatePropagation()
      undoing = true
      history.go(place - to)
      return
    }
    leave()
    place = to
  },
  { capture: true },
)
