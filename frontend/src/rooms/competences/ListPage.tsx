import { lazy, Suspense, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { may } from '../../api/client'
import { useSession } from '../../api/session'
import type { Competence } from '../../api/types'
import { formatDated } from '../../lib/dates'
import { nameLang, nameOf, useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Button } from '../../ui/Button'
import { SelectField } from '../../ui/Field'
import { EmptyState, Load, Skeleton } from '../../ui/Load'
import { Page } from '../../ui/Page'
import { Facts, PrintButton, SourceBadge } from '../../ui/small'
import { BodyName } from '../boards/shared'
import { useTargetGroups, useViolenceAreas } from '../plans/queries'
import './competences.css'
import { useCompetences } from './queries'
import { kindWords, words } from './words'

const CompetenceForm = lazy(() => import('./edit/CompetenceForm'))

const kinds = { kompetens: 'competence', stod: 'supportFunction' } as const
type Address = { slag?: string; omrade?: string; malgrupp?: string }

// What nobody knows finds nothing, not everything.
const nobody = '00000000-0000-7000-8000-000000000000'

/** The register: who knows what, whom they help and how they are reached. */
export default function ListPage() {
  const w = useWords(words)
  const to = usePaths()
  const session = useSession()
  const params = new URLSearchParams(useSearch())
  const address: Address = {
    slag: params.get('slag') ?? undefined,
    omrade: params.get('omrade') ?? undefined,
    malgrupp: params.get('malgrupp') ?? undefined,
  }
  const areas = useViolenceAreas().data
  const groups = useTargetGroups().data
  const idOf = (all: { id: string; key: string }[] | undefined, key: string | undefined) =>
    key && (all?.find((one) => one.key === key)?.id ?? nobody)
  const found = useCompetences(
    {
      kind: kinds[address.slag as keyof typeof kinds],
      area: idOf(areas, address.omrade),
      targetGroup: idOf(groups, address.malgrupp),
    },
    (!address.omrade || areas !== undefined) && (!address.malgrupp || groups !== undefined),
  )
  const [open, setOpen] = useState<string>()
  const mayAdd = session.status === 'signedIn' && may(session.user, 'newCompetence')
  return (
    <Page
      title={w.title}
      lead={<p>{w.lead}</p>}
      actions={
        <>
          {mayAdd && open !== 'new' && <Button onClick={() => setOpen('new')}>{w.add}</Button>}
          <PrintButton />
        </>
      }
    >
      <p className="screen-only">
        {w.forYou} <a href={to.help()}>{w.toHelp}</a>
      </p>
      {open === 'new' && (
        <Suspense fallback={<Skeleton lines={8} />}>
          <CompetenceForm onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
      <Filtering address={address} />
      <Load of={found} lines={8}>
        {(all) => (
          <>
            <p role="status" className="soft">
              {w.found(all.length)}
            </p>
            {all.length === 0 && (
              <EmptyState title={w.noneTitle} action={<a href={to.competences()}>{w.showAll}</a>}>
                {w.noneText}
              </EmptyState>
            )}
            <ul className="competences plain-list">
              {all.map((one) => (
                <li key={one.id} className="keep-together">
                  {open === one.id ? (
                    <Suspense fallback={<Skeleton lines={8} />}>
                      <CompetenceForm competence={one} onClose={() => setOpen(undefined)} />
                    </Suspense>
                  ) : (
                    <Entry competence={one} onEdit={() => setOpen(one.id)} />
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Load>
    </Page>
  )
}

function Filtering({ address }: { address: Address }) {
  const w = useWords(words)
  const say = useWords(kindWords)
  const lang = useLang()
  const to = usePaths()
  const [, navigate] = useLocation()
  const areas = useViolenceAreas().data ?? []
  const groups = useTargetGroups().data ?? []
  const choose = (change: Address) => navigate(`~${to.competences({ ...address, ...change })}`, { replace: true })
  const named = (all: { key: string; nameSv: string; nameEn?: string }[]) =>
    all.map((one) => ({ value: one.key, label: nameOf(one, lang), lang: nameLang(one, lang) }))
  return (
    <form className="competences-filters screen-only" aria-label={w.filters} data-size="sm">
      <SelectField
        label={w.area}
        empty={w.allAreas}
        value={address.omrade ?? ''}
        onChange={({ target }) => choose({ omrade: target.value || undefined })}
        options={named(areas)}
      />
      <SelectField
        label={w.group}
        empty={w.allGroups}
        value={address.malgrupp ?? ''}
        onChange={({ target }) => choose({ malgrupp: target.value || undefined })}
        options={named(groups)}
      />
      <SelectField
        label={w.kind}
        empty={w.allKinds}
        value={address.slag ?? ''}
        onChange={({ target }) => choose({ slag: target.value || undefined })}
        options={Object.entries(kinds).map(([value, kind]) => ({ value, label: say[kind] }))}
      />
    </form>
  )
}

function Entry({ competence: one, onEdit }: { competence: Competence; onEdit: () => void }) {
  const w = useWords(words)
  const say = useWords(kindWords)
  const lang = useLang()
  const pick = (sv: string | undefined, en: string | undefined) => (lang === 'en' && en ? en : sv)
  const foreign = (en: string | undefined) => (lang === 'en' && !en ? 'sv' : undefined)
  const description = pick(one.descriptionSv, one.descriptionEn)
  const used = pick(one.howUsedSv, one.howUsedEn)
  const areas = useNames(useViolenceAreas().data, one.violenceAreaIds)
  const groups = useNames(useTargetGroups().data, one.targetGroupIds)
  const { phone, email, url } = one.contact ?? {}
  const facts = [
    phone && { term: w.phone, value: <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a> },
    email && { term: w.email, value: <a href={`mailto:${email}`}>{email}</a> },
    url && {
      term: w.web,
      value: (
        <a href={url} rel="noreferrer">
          {url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
        </a>
      ),
    },
    areas && { term: w.areas, value: areas },
    groups && { term: w.groups, value: groups },
    one.bodyId && { term: w.body, value: <BodyName id={one.bodyId} /> },
  ]
  return (
    <article className="competence" aria-labelledby={`c-${one.id}`}>
      <div className="competence-head">
        <div>
          <p className="small soft">
            {say[one.kind]} <SourceBadge source={one.source} />
          </p>
          <h2 id={`c-${one.id}`} lang={nameLang(one, lang)}>
            {nameOf(one, lang)}
          </h2>
        </div>
        {may(one, 'edit') && (
          <Button
            variant="secondary"
            className="screen-only"
            aria-label={w.editOf(nameOf(one, lang))}
            onClick={onEdit}
            data-size="sm"
          >
            {w.edit}
          </Button>
        )}
      </div>
      {description && (
        <p className="prose" lang={foreign(one.descriptionEn)}>
          {description}
        </p>
      )}
      {used && (
        <p className="prose">
          <strong>{w.howUsed}.</strong> <span lang={foreign(one.howUsedEn)}>{used}</span>
        </p>
      )}
      <Facts facts={facts.filter((fact) => typeof fact === 'object')} />
      <p className="small soft">
        {one.checkedOn ? `${w.checked} ${formatDated(one.checkedOn, lang)}` : w.neverChecked}
        {one.checkedOn && one.isOld && `, ${w.old}`}
        {one.readIn && `. ${w.readIn}: ${one.readIn}`}
      </p>
    </article>
  )
}

/** The names of those chosen, in their own order. */
function useNames(all: { id: string; nameSv: string; nameEn?: string }[] | undefined, ids: string[] | undefined) {
  const lang = useLang()
  return (all ?? [])
    .filter(({ id }) => ids?.includes(id))
    .map((one) => nameOf(one, lang))
    .join(', ')
}
