import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, ifMatch } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { ApiProblem, sayProblem } from '../../../api/problem'
import type { FreeText } from '../../../api/types'
import { useLang, useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { words } from '../textWords'
import { phrasesOf, struckWords, toldOf, wordsOf } from './strike'

type Props = { surveyId: string; text: FreeText; onRead: () => void }

/** One text that somebody reads before everybody does: shown, struck in part, or withheld. */
export default function ReadText({ surveyId, text, onRead }: Props) {
  const w = useWords(words)
  const lang = useLang()
  const queries = useQueryClient()
  const [striking, setStriking] = useState(text.strike.length > 0)
  const parts = wordsOf(text.text)
  const [struck, setStruck] = useState(() => struckWords(text.text, parts, text.strike))
  const strike = phrasesOf(text.text, parts, struck)
  const save = useMutation({
    mutationFn: (state: 'allowed' | 'withheld') =>
      ask(
        api.PUT('/surveys/{id}/free-texts/{textId}', {
          params: { path: { id: surveyId, textId: text.id }, header: ifMatch(text) },
          body: { state, strike: state === 'allowed' ? strike : [] },
        }),
      ),
    onSuccess: async () => {
      await refresh(queries, 'surveys')
      onRead()
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.isStale) void refresh(queries, 'surveys')
    },
  })
  const toggle = (i: number) =>
    setStruck((was) => {
      const next = new Set(was)
      if (!next.delete(i)) next.add(i)
      return next
    })
  const isStale = save.error instanceof ApiProblem && save.error.isStale
  return (
    <>
      {striking ? (
        <div className="stack">
          <p className="soft small">{w.strikeHelp}</p>
          <p className="free-text-words free-text-striking">
            {parts.map(({ from, to }, i) => (
              <button
                key={from}
                type="button"
                className="free-text-word"
                aria-pressed={struck.has(i)}
                onClick={() => toggle(i)}
              >
                {text.text.slice(from, to)}
              </button>
            ))}
          </p>
          {strike.length > 0 && (
            <p className="soft">
              {w.told}: {toldOf(text.text, strike)}
            </p>
          )}
        </div>
      ) : (
        <p className="free-text-words">{text.text}</p>
      )}
      {save.error && (
        <p className="notice notice-attention" role="alert">
          {isStale ? w.stale : sayProblem(save.error, lang)}
        </p>
      )}
      <div className="row">
        <Button aria-disabled={save.isPending || undefined} onClick={() => save.isPending || save.mutate('allowed')}>
          {w.allow}
        </Button>
        <Button
          variant="secondary"
          aria-disabled={save.isPending || undefined}
          onClick={() => save.isPending || save.mutate('withheld')}
        >
          {w.withhold}
        </Button>
        <Button variant="secondary" aria-expanded={striking} onClick={() => setStriking(!striking)}>
          {w.strike}
        </Button>
      </div>
    </>
  )
}
