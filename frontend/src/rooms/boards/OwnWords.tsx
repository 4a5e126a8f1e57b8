import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../api/client'
import { key } from '../../api/keys'
import type { Body } from '../../api/types'
import { formatDay } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { Markdown } from '../../ui/Markdown'
import { Part } from '../../ui/Page'
import { words } from './words'

/** What a unit says of its own work, from its answer to the mapping survey; nothing where it has said nothing. */
export function OwnWords({ body }: { body: Body }) {
  const w = useWords(words)
  const lang = useLang()
  const { data } = useQuery({
    queryKey: key('surveys', 'own-words', body.id),
    queryFn: () => ask(api.GET('/units/{id}/description', { params: { path: { id: body.id } } })),
    enabled: body.kind === 'unit',
    retry: false,
  })
  if (!data) return null
  return (
    <Part title={w.ownWords} id="egna-ord">
      <Markdown html={data.html} />
      <p className="soft small">{w.ownWordsFrom(formatDay(data.approvedOn, lang))}</p>
    </Part>
  )
}
