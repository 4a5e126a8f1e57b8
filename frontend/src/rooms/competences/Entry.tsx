import { may } from '../../api/client'
import type { Competence } from '../../api/types'
import { formatDated } from '../../lib/dates'
import { nameLang, nameOf, useLang, useWords } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { Facts, SourceBadge } from '../../ui/small'
import { BodyName } from '../boards/shared'
import { useTargetGroups, useViolenceAreas } from '../plans/queries'
import { kindWords, words } from './words'

/** One entry: what it knows and does, how that is used, how it is reached, and who says so. */
export function Entry({ entry, onEdit }: { entry: Competence; onEdit: () => void }) {
  const w = useWords(words)
  const kinds = useWords(kindWords)
  const lang = useLang()
  const name = nameOf(entry, lang)
  const text = (sv: string | undefined, en: string | undefined) => {
    const shown = lang === 'en' && en ? en : sv
    return shown && <span lang={lang === 'en' && !en ? 'sv' : undefined}>{shown}</span>
  }
  const knows = text(entry.descriptionSv, entry.descriptionEn)
  const used = text(entry.howUsedSv, entry.howUsedEn)
  const { phone, email, url } = entry.contact ?? {}
  const facts = [
    used && { term: w.howUsed, value: used },
    phone && { term: w.phone, value: <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a> },
    email && { term: w.email, value: <a href={`mailto:${email}`}>{email}</a> },
    url && { term: w.site, value: <a href={url}>{url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}</a> },
    entry.bodyId && { term: w.organisation, value: <BodyName id={entry.bodyId} /> },
    { term: w.areas, value: <Names ids={entry.violenceAreaIds} of={useViolenceAreas().data} all={w.everything} /> },
    { term: w.groups, value: <Names ids={entry.targetGroupIds} of={useTargetGroups().data} all={w.everyone} /> },
    (entry.readIn || entry.checkedOn) && { term: w.readIn, value: <Source entry={entry} /> },
  ]
  return (
    <article aria-labelledby={`post-${entry.key}`}>
      <header className="row">
        <div>
          <p className="soft small">
            {kinds[entry.kind]} <SourceBadge source={entry.source} />
          </p>
          <h2 id={`post-${entry.key}`} lang={nameLang(entry, lang)}>
            {name}
          </h2>
        </div>
        {may(entry, 'edit') && (
          <Button variant="secondary" aria-label={w.editNamed(name)} onClick={onEdit}>
            {w.edit}
          </Button>
        )}
      </header>
      {knows && <p className="prose">{knows}</p>}
      <Facts facts={facts.filter((fact) => typeof fact === 'object')} />
      {entry.isOld && may(entry, 'edit') && <p className="small">{w.old}</p>}
    </article>
  )
}

function Source({ entry }: { entry: Competence }) {
  const w = useWords(words)
  const lang = useLang()
  const checked = entry.checkedOn && w.checked(formatDated(entry.checkedOn, lang))
  return (
    <>
      {entry.readIn && <span lang={lang === 'en' ? 'sv' : undefined}>{entry.readIn}</span>}
      {entry.readIn && checked && ', '}
      {checked}
    </>
  )
}

type NamesProps = {
  ids: string[] | undefined
  of: { id: string; nameSv: string; nameEn?: string }[] | undefined
  all: string
}

function Names({ ids, of, all }: NamesProps) {
  const lang = useLang()
  const named = (of ?? []).filter(({ id }) => ids?.includes(id))
  if (!ids?.length) return all
  return named.map((one, at) => (
    <span key={one.id}>
      {at > 0 && ', '}
      <span lang={nameLang(one, lang)}>{nameOf(one, lang)}</span>
    </span>
  ))
}
