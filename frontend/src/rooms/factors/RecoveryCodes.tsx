import { useEffect, useRef, useState } from 'react'
import { useUnsavedGuard } from '../../lib/guard'
import { useWords } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { PrintButton } from '../../ui/small'
import { words } from './words'

/** Recovery codes, the only time they are shown; every way out asks whether they are kept. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const w = useWords(words)
  const heading = useRef<HTMLHeadingElement>(null)
  const [copied, setCopied] = useState<string>()
  useUnsavedGuard(true, w.leaveCodes)
  // biome-ignore lint/correctness/useExhaustiveDependencies: new codes are shown as the first were
  useEffect(() => heading.current?.focus(), [codes])
  const copy = () =>
    navigator.clipboard.writeText(codes.join('\n')).then(
      () => setCopied(w.copied),
      () => setCopied(w.copyFailed),
    )
  return (
    <section className="account-codes" aria-labelledby="codes-title">
      <h3 id="codes-title" ref={heading} tabIndex={-1}>
        {w.shownTitle}
      </h3>
      <p>{w.shownText}</p>
      <ul className="account-codes-list" aria-label={w.codeList}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="row screen-only">
        <PrintButton />
        <Button variant="secondary" onClick={() => void copy()}>
          {w.copy}
        </Button>
        <Button onClick={onKept}>{w.kept}</Button>
        <span role="status">{copied}</span>
      </div>
    </section>
  )
}
