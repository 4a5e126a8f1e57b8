import { useEffect, useRef } from 'react'
import { beginArrival } from '../lib/arrival'
import { currentPlace, onLeave } from '../lib/guardedLocation'

// Where each entry of the history was scrolled to, in memory for as long as the tab shows this site.
const scrolledTo = new Map<number, number>()

if (typeof history !== 'undefined') history.scrollRestoration = 'manual'
onLeave((place) => scrolledTo.set(place, window.scrollY))

/** On a new page: focus goes to its heading, and the view to its top, its anchor, or where the reader last was. */
export function useArrival(pathname: string): void {
  const first = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving is what a change of path means
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    beginArrival()
    if (location.hash) return
    const target = scrolledTo.get(currentPlace()) ?? 0
    if (target === 0) {
      window.scrollTo(0, 0)
      return
    }
    return whenTallEnough(target, () => window.scrollTo(0, target))
  }, [pathname])
}

// The page's data may come after its code; the place to return to exists only when the page has grown that far.
function whenTallEnough(height: number, act: () => void): () => void {
  const enough = () => document.documentElement.scrollHeight >= height + window.innerHeight
  if (enough()) {
    act()
    return () => {}
  }
  const watch = new ResizeObserver(() => {
    if (!enough()) return
    act()
    stop()
  })
  const stop = () => {
    watch.disconnect()
    clearTimeout(timer)
    window.removeEventListener('wheel', stop)
    window.removeEventListener('keydown', stop)
  }
  const timer = setTimeout(stop, 2000)
  window.addEventListener('wheel', stop, { passive: true })
  window.addEventListener('keydown', stop)
  watch.observe(document.body)
  return stop
}
