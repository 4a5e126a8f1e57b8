import { useWords } from '../lib/i18n'
import { useOnline } from './ways'
import { words } from './words'

/** Said at once, and by itself, when the device has lost its connection: nothing is lost, and the page must stay open. */
export function Offline() {
  const w = useWords(words)
  const online = useOnline()
  return (
    <div role="status">
      {!online && (
        <div className="notice notice-attention answer-offline">
          <p>
            <strong>{w.offlineTitle}</strong>
          </p>
          <p>{w.offlineText}</p>
        </div>
      )}
    </div>
  )
}
