import { useEffect, useState } from 'react'
import { useWords } from '../lib/i18n'
import { fingerprint } from './ballot'
import type { Round } from './round'
import { knownWords } from './words'

/** What can be known of who answers and what cannot, said before anything is answered. */
export function Known({ round }: { round?: Round }) {
  const w = useWords(knownWords)
  return (
    <details className="answer-known">
      <summary>{w.title}</summary>
      <h2>{w.notTitle}</h2>
      <ul className="stack-small">
        <li>{w.notWho}</li>
        <li>{w.notWhich}</li>
        <li>{w.notWhen}</li>
      </ul>
      <h2>{w.knowTitle}</h2>
      <ul className="stack-small">
        <li>{w.knowGroup}</li>
        <li>{w.knowAnswer}</li>
        <li>{w.knowOperator}</li>
        <li>{w.knowAround}</li>
      </ul>
      {round && <KeyOf round={round} />}
    </details>
  )
}

function KeyOf({ round }: { round: Round }) {
  const w = useWords(knownWords)
  const [figures, setFigures] = useState('')
  useEffect(() => {
    let current = true
    void fingerprint(round.key).then((told) => current && setFigures(told))
    return () => {
      current = false
    }
  }, [round.key])
  return (
    <>
      <h2>{w.keyTitle}</h2>
      <p>{w.keyText(round.keys)}</p>
      <p className="answer-figures tabular">{figures}</p>
    </>
  )
}
