import { useEffect, useRef, useState } from 'react'
import { ApiProblem, sayProblem } from '../../api/problem'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { sharedWords } from './words'

export const isRecentSignInNeeded = (error: unknown): boolean =>
  error instanceof ApiProblem && error.code === 'recentSignInNeeded'

/** One thing asked of the API at a time, and what to say when it is refused. */
export function useAsking() {
  const lang = useLang()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<{ text: string; again: boolean; tries: number }>()
  const refuse = (error: unknown, text?: string) =>
    setRefusal((before) => ({
      text: text ?? sayProblem(error, lang),
      again: isRecentSignInNeeded(error),
      tries: (before?.tries ?? 0) + 1,
    }))
  const run = async (work: () => Promise<unknown>, say?: (error: unknown) => string | undefined) => {
    if (busy) return
    setBusy(true)
    setRefusal(undefined)
    await work().catch((error: unknown) => refuse(error, say?.(error)))
    setBusy(false)
  }
  return { busy, refusal, refuse, run }
}

/** The refusal where it was asked; when the sign-in is not fresh enough, the way to sign in again and come back. */
export function Asked({ asking, part }: { asking: ReturnType<typeof useAsking>; part: string }) {
  const w = useWords(sharedWords)
  const to = usePaths()
  const box = useRef<HTMLDivElement>(null)
  const { refusal } = asking
  useEffect(() => {
    if (refusal) box.current?.focus()
  }, [refusal])
  if (!refusal) return null
  return (
    <div ref={box} className="notice notice-attention" role="alert" tabIndex={-1}>
      {refusal.again ? (
        <>
          <p>
            <strong>{w.againTitle}</strong>
          </p>
          <p>{w.againText}</p>
          <p>
            <a href={to.signIn(to.account(part), 'igen')}>{w.againLink}</a>
          </p>
        </>
      ) : (
        <p>{refusal.text}</p>
      )}
    </div>
  )
}
