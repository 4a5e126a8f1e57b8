import { useUnsavedGuard } from '../lib/guard'
import { useWords } from '../lib/i18n'
import { words } from './words'

/** While dirty, every way out of the page asks first. */
export function useUnsaved(dirty: boolean): void {
  useUnsavedGuard(dirty, useWords(words).leaveUnsaved)
}
