import { useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Notice } from '../../ui/Load'
import { useSecondSteps } from './queries'
import { words } from './words'

/** Where a role must have a second step and has none yet: what that means now, and the way there. */
export function SecondStepInvitation() {
  const w = useWords(words)
  const to = usePaths()
  const steps = useSecondSteps()
  if (!steps.data?.required || steps.data.confirmed || steps.data.passkeys > 0) return null
  return (
    <Notice tone="attention">
      <p>
        <strong>{w.requiredTitle}</strong>
      </p>
      <p>{w.requiredText}</p>
      <p>
        <a href={to.account('tva-steg')}>{w.toSetUp}</a>
      </p>
    </Notice>
  )
}
