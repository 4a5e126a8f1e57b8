// After a change of page the reader is taken to its heading: the shell says that one has begun, the page's heading
// answers when it is there (it may come late, with its code and data).
let awaited = false
let leftFrom: Element | null = null

export function beginArrival(): void {
  awaited = true
  leftFrom = document.activeElement
}

/** Focuses the new page's heading, unless the reader has moved on meanwhile. */
export function arrive(heading: HTMLElement): void {
  if (!awaited) return
  awaited = false
  const now = document.activeElement
  if (now !== leftFrom && now !== document.body && now !== null) return
  heading.focus({ preventScroll: true })
}
