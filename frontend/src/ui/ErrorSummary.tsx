import { useEffect, useRef } from 'react'
import { useWords } from '../lib/i18n'
import { words } from './words'

export type SummaryError = { id: string; message: string }

/** What stands in the way, in one place that takes focus; each line leads to its field. `attempt` counts the tries. */
export function ErrorSummary({
  errors,
  attempt,
  general,
}: {
  errors: SummaryError[]
  attempt: number
  general?: string
}) {
  const w = useWords(words)
  const box = useRef<HTMLDivElement>(null)
  const any = errors.length > 0 || general !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt with the same errors must take focus again
  useEffect(() => {
    if (any) box.current?.focus()
  }, [any, attempt])
  if (!any) return null
  return (
    <div ref={box} className="error-summary" tabIndex={-1} role="alert" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{general ?? w.errorSummary}</h2>
      <ul>
        {errors.map(({ id, message }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(id)?.focus()
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
