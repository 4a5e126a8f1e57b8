import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { TextArea } from '../../ui/Field'
import { keyWords } from './words'

/** A key's value, which nobody can show again. */
export function NewKey({ value, onKept }: { value: string; onKept: () => void }) {
  const k = useWords(keyWords)
  const heading = useRef<HTMLHeadingElement>(null)
  const [said, setSaid] = useState('')
  useEffect(() => heading.current?.focus(), [])
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setSaid(k.copied),
      () => setSaid(k.copyFailed),
    )
  return (
    <div className="notice notice-attention stack integrations-made">
      <h3 ref={heading} tabIndex={-1}>
        {k.madeTitle}
      </h3>
      <p>{k.madeText}</p>
      <TextArea
        label={k.value}
        value={value}
        readOnly
        rows={2}
        spellCheck={false}
        className="ds-input integrations-value"
        onFocus={(event) => event.target.select()}
      />
      <div className="row">
        <Button onClick={() => void copy()}>{k.copy}</Button>
        <Button variant="secondary" onClick={onKept}>
          {k.kept}
        </Button>
        <span role="status">{said}</span>
      </div>
    </div>
  )
}
