import { useEffect } from 'react'

// What is unsaved is known here, once, so that links, the back button and closing the tab ask the same question.
const unsaved = new Map<symbol, string>()

export function mayLeave(): boolean {
  const question = [...unsaved.values()].at(-1)
  if (question === undefined) return true
  if (!window.confirm(question)) return false
  unsaved.clear()
  return true
}

export const hasUnsaved = (): boolean => unsaved.size > 0

/** While dirty, leaving the page asks the question first. Call it with false (or unmount) when all is saved. */
export function useUnsavedGuard(dirty: boolean, question: string): void {
  useEffect(() => {
    if (!dirty) return
    const key = Symbol()
    unsaved.set(key, question)
    return () => {
      unsaved.delete(key)
    }
  }, [dirty, question])
}

if (typeof window !== 'undefined') {
  window.addEventListener('beforeunload', (event) => {
    if (unsaved.size > 0) event.preventDefault()
  })
}
