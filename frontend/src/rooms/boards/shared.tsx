import { nameLang, nameOf, useLang } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { useBodies } from './queries'

/** A body's name as a link to its page; the short name where space is dear. Nothing while bodies are being fetched. */
export function BodyName({ id, short }: { id: string; short?: boolean }) {
  const lang = useLang()
  const to = usePaths()
  const body = useBodies().data?.byId.get(id)
  if (!body) return null
  const name = nameOf(body, lang)
  return (
    <a href={to.board(body.key)} lang={nameLang(body, lang)} title={short && body.shortName ? name : undefined}>
      {(short && body.shortName) || name}
    </a>
  )
}
