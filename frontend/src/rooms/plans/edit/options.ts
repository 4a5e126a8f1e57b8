import { nameLang, nameOf, useLang } from '../../../lib/i18n'
import { useBodies } from '../../boards/queries'

/** The municipality's own bodies, to choose an owner or a decider among. */
export function useBodyOptions() {
  const lang = useLang()
  const bodies = useBodies().data?.all ?? []
  return bodies
    .filter(({ kind }) => kind !== 'outsideBody')
    .map((body) => ({ value: body.id, label: nameOf(body, lang), lang: nameLang(body, lang) }))
}
