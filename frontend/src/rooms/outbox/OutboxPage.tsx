import { useQuery } from '@tanstack/react-query'
import { useSearch } from 'wouter'
import { api, ask } from '../../api/client'
import type { OutboxMessage } from '../../api/types'
import { formatClock, formatInstant } from '../../lib/dates'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { EmptyState, Load } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { Pager } from '../../ui/Table'
import { withLinks } from './links'
import './outbox.css'
import { words } from './words'

const limit = 20

/** The letters of a demo. Whoever was invited is not signed in yet and must find theirs, so it is open to all. */
export default function OutboxPage() {
  const w = useWords(words)
  const to = usePaths()
  const page = Math.max(1, Math.trunc(Number(new URLSearchParams(useSearch()).get('sida'))) || 1)
  const letters = useQuery({
    queryKey: ['outbox', page],
    queryFn: () => ask(api.GET('/outbox-messages', { params: { query: { page, limit } } })),
    // A letter is written a moment after what it tells of.
    refetchInterval: ({ state }) => (state.error ? false : 3000),
    staleTime: 0,
  })
  return (
    <Load of={letters} missing={<Closed />}>
      {({ items, _meta }) => (
        <Page title={w.title} lead={<p>{w.lead}</p>} staff>
          <p role="status" className="soft">
            {w.found(_meta.totalRecords)}
          </p>
          {items.length === 0 && <EmptyState title={w.noneTitle}>{w.noneText}</EmptyState>}
          {items.map((letter) => (
            <Letter key={letter.id} letter={letter} />
          ))}
          <Pager
            page={_meta.page}
            limit={_meta.limit}
            total={_meta.totalRecords}
            hrefOf={(next) => `${to.outbox()}?sida=${next}`}
          />
        </Page>
      )}
    </Load>
  )
}

/** Where letters are sent there is nothing to read here. */
function Closed() {
  const w = useWords(words)
  return (
    <Page title={w.closedTitle}>
      <p>{w.closedText}</p>
    </Page>
  )
}

function Letter({ letter }: { letter: OutboxMessage }) {
  const w = useWords(words)
  const lang = useLang()
  const at = new Date(letter.createdAt)
  return (
    <article className="outbox-letter" aria-labelledby={letter.id}>
      <h2 id={letter.id}>{letter.subject}</h2>
      <p className="soft small outbox-about">
        <span>{w.to(letter.recipient)}</span>
        <time dateTime={letter.createdAt}>
          {formatInstant(letter.createdAt, lang)}, {formatClock(at, lang)}
        </time>
        <span>{w.from(letter.sender)}</span>
      </p>
      <p className="outbox-text">
        {withLinks(letter.text.trim(), location.origin).map(({ text, href }, place) =>
          href ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place
            <a key={place} href={href}>
              {text}
            </a>
          ) : (
            text
          ),
        )}
      </p>
    </article>
  )
}
