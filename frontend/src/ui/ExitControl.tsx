import { useEffect, useRef, useState } from 'react'
import { useWords } from '../lib/i18n'
import { words } from './words'

const away = 'https://www.smhi.se/'
const within = 5000

/**
 * The way out, on every public page about violence. The page is covered before the browser leaves it, and the visit
 * is replaced in the history. Shift three times does the same: counted when the key is let go, so that holding it does
 * nothing, and any other key starts over.
 */
export function ExitControl() {
  const w = useWords(words)
  const [presses, setPresses] = useState(0)
  const [leaving, setLeaving] = useState(false)
  const count = useRef(0)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = (n: number) => {
      count.current = n
      setPresses(n)
      clearTimeout(timer)
      if (n > 0) timer = setTimeout(() => tell(0), within)
    }
    let alone = false
    const down = (event: KeyboardEvent) => {
      if (event.key !== 'Shift') {
        alone = false
        tell(0)
      } else if (!event.repeat) alone = true
      else alone = false
    }
    const up = (event: KeyboardEvent) => {
      if (event.key !== 'Shift' || !alone) return
      alone = false
      if (count.current < 2) return tell(count.current + 1)
      tell(0)
      setLeaving(true)
      leave()
    }
    // Other tabs of ours, the help pages too, are left together. A channel keeps nothing on the device.
    const heard = (event: MessageEvent) => event.data === 'leave' && leave({ tell: false })
    // Back from where it led: a browser may bring the page as it was, cover and all.
    const back = (event: PageTransitionEvent) => event.persisted && document.querySelector('.exit-cover') && go()
    window.addEventListener('keydown', down)
    window.addEventListener('keyup', up)
    window.addEventListener('pageshow', back)
    tabs?.addEventListener('message', heard)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pageshow', back)
      tabs?.removeEventListener('message', heard)
      window.removeEventListener('keydown', down)
      window.removeEventListener('keyup', up)
    }
  }, [])

  return (
    <>
      <a
        className="exit"
        href={away}
        rel="nofollow noreferrer"
        data-exit
        aria-describedby="exit-hint"
        onClick={(event) => {
          event.preventDefault()
          setLeaving(true)
          leave()
        }}
      >
        {w.exit}
      </a>
      <span id="exit-hint" className="visually-hidden">
        {w.exitHint}
      </span>
      <span className="visually-hidden" role="status">
        {leaving ? w.exiting : presses === 1 ? w.exitOnce : presses === 2 ? w.exitTwice : ''}
      </span>
    </>
  )
}

const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('envagin')

const go = () => location.replace(away)

// The cover is put up by hand: React would draw it a moment later, and the moment is what matters.
function leave({ tell } = { tell: true }): void {
  if (tell) tabs?.postMessage('leave')
  const cover = document.createElement('div')
  cover.className = 'exit-cover'
  document.body.append(cover)
  document.title = ' '
  go()
}
