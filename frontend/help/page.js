// The only script of the help pages. Without it everything can be read and the way out is a link; with it the way out
// covers the page at once and leaves no step back to it.
;(() => {
  const away = 'AWAY'
  const way = document.getElementById('x')
  const said = document.getElementById('s')
  let gone = false
  // Other tabs of ours go the same way. A channel keeps nothing on the device.
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel('envagin') : undefined

  const cover = () => {
    gone = true
    document.title = ' '
    const cloth = document.createElement('div')
    cloth.className = 'cover'
    document.documentElement.append(cloth)
    document.body.hidden = true
    location.replace(away)
  }
  const leave = () => {
    said.textContent = way.dataset.left
    channel?.postMessage('leave')
    cover()
  }
  channel?.addEventListener('message', (event) => event.data === 'leave' && cover())
  // Back from where it led: the browser may bring the page as it was, cover and all.
  addEventListener('pageshow', (event) => event.persisted && gone && location.replace(away))

  way.addEventListener('click', (event) => {
    event.preventDefault()
    leave()
  })
  // Among these pages a step replaces the one before, so that Back leads out of them.
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href^="/stod/"], a[href^="#"]')
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (link.hash) document.querySelector(link.hash).focus()
    else location.replace(link.href)
  })

  // Shift three times within five seconds, counted as it is let go; any other key starts over.
  let count = 0
  let alone = false
  let timer
  const tell = (n) => {
    count = n
    said.textContent = n === 1 ? way.dataset.once : n === 2 ? way.dataset.twice : ''
    clearTimeout(timer)
    if (n) timer = setTimeout(tell, 5000, 0)
  }
  addEventListener('keydown', (event) => {
    alone = event.key === 'Shift' && !event.repeat
    if (event.key !== 'Shift') tell(0)
  })
  addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !alone) return
    alone = false
    if (count < 2) return tell(count + 1)
    tell(0)
    leave()
  })
})()
