import { useWords } from '../../../lib/i18n'
import { words } from './words'

/** What a password must be, said before it is written. */
export function PasswordRules() {
  const w = useWords(words)
  return (
    <div>
      <p>{w.rulesLead}</p>
      <ul>
        <li>{w.ruleLength},</li>
        <li>{w.ruleKinds},</li>
        <li>{w.ruleCommon},</li>
        <li>{w.ruleManager}.</li>
      </ul>
    </div>
  )
}
