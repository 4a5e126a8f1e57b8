import { useEffect, useState, useSyncExternalStore } from 'react'
import type { CouncilMeetingWhole } from '../../../api/types'
import { useUnsaved } from '../../../ui/useUnsaved'
import { LiveTexts } from './liveTexts'

/** The meeting's texts while its page is open: followed, sent again when the network is back, and guarded on the way out. */
export function useLiveTexts(meeting: CouncilMeetingWhole) {
  const [texts] = useState(() => new LiveTexts(meeting.id))
  const state = useSyncExternalStore(texts.subscribe, texts.snapshot)
  useUnsaved(state.unsaved)
  useEffect(() => texts.received(meeting), [texts, meeting])
  useEffect(() => {
    const hurry = () => texts.hurry()
    window.addEventListener('online', hurry)
    document.addEventListener('visibilitychange', hurry)
    return () => {
      window.removeEventListener('online', hurry)
      document.removeEventListener('visibilitychange', hurry)
      texts.stop()
    }
  }, [texts])
  return { texts, waiting: state.waiting }
}
