import { useEffect, useRef, useSyncExternalStore } from 'react'

function onConnection(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

/** Whether the device says that it has a connection at all. */
export const useOnline = (): boolean => useSyncExternalStore(onConnection, () => navigator.onLine)

/** Closing or reloading the page asks first while something is unsent; the quick way out never asks. */
export function useAsksBeforeLeaving(unsent: boolean): void {
  useEffect(() => {
    if (!unsent) return
    const ask = (event: BeforeUnloadEvent) => {
      if (!document.querySelector('.exit-cover')) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsent])
}

/**
 * The phone's own back takes the reader one step back on the page instead of away from it. One entry of the history is
 * enough for that: it is put back each time it is used, and holds nothing.
 */
export function useBack(active: boolean, back: () => void): void {
  const step = useRef(back)
  useEffect(() => {
    step.current = back
  })
  useEffect(() => {
    if (!active) return
    history.pushState(null, '')
    const popped = () => {
      history.pushState(null, '')
      step.current()
    }
    window.addEventListener('popstate', popped)
    return () => window.removeEventListener('popstate', popped)
  }, [active])
}
