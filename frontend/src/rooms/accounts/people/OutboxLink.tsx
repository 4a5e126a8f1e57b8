import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../../api/client'
import { useWords } from '../../../lib/i18n'
import { usePaths } from '../../../paths'
import { words } from './words'

/** In a demo no letter is sent: the way to where it can be read. */
export function OutboxLink() {
  const w = useWords(words)
  const to = usePaths()
  const info = useQuery({
    queryKey: ['api-info'],
    queryFn: () => ask(api.GET('/api-info')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!info.data?.isDemo) return null
  return (
    <p>
      <a href={to.outbox()}>{w.demoOutbox}</a>
    </p>
  )
}
