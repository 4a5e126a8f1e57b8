import { useState } from 'react'
import { nameLang, nameOf, useLang, useWords } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { SelectField } from '../../ui/Field'
import { type Filters, isFiltered, type Kind } from './address'
import type { Known } from './choose'
import type { Entry } from './entries'
import { kindWords, words } from './words'

type Props = {
  entries: Entry[]
  known: Known
  years: { first: number; last: number }
  filters: Filters
  onChange: (filters: Filters) => void
  clearHref: string
}

/** Only what leads somewhere can be chosen: bodies, areas and kinds that something in the plan has. */
export function Filtering({ entries, known, years, filters, onChange, clearHref }: Props) {
  const w = useWords(words)
  const kinds = useWords(kindWords)
  const lang = useLang()
  const [open, setOpen] = useState(false)
  const used = {
    bodies: new Set(entries.flatMap((entry) => [...entry.bodyIds, entry.bodyId])),
    areas: new Set(entries.flatMap((entry) => entry.violenceAreaIds ?? [])),
    kinds: new Set(entries.map((entry) => entry.kind)),
  }
  const named = (things: { key: string; nameSv: string; nameEn?: string }[]) =>
    things.map((thing) => ({ value: thing.key, label: nameOf(thing, lang), lang: nameLang(thing, lang) }))
  const choice = (name: keyof Filters, empty: string) => ({
    value: filters[name] ?? '',
    empty,
    onChange: (event: { target: { value: string } }) =>
      onChange({ ...filters, [name]: event.target.value || undefined }),
  })
  const all = Array.from({ length: years.last - years.first + 1 }, (_, place) => String(years.first + place))
  const asOptions = (values: string[]) => values.map((value) => ({ value, label: value }))
  return (
    <search aria-label={w.filters} className="timeline-filters screen-only">
      <Button
        variant="secondary"
        className="timeline-fold"
        aria-expanded={open}
        aria-controls="timeline-choices"
        onClick={() => setOpen(!open)}
      >
        {w.filtersChosen(Object.values(filters).filter(Boolean).length)}
      </Button>
      <div id="timeline-choices" className="timeline-choices" data-open={open || undefined}>
        <SelectField
          label={w.board}
          options={named(known.bodies.filter((body) => used.bodies.has(body.id) || body.key === filters.namnd))}
          {...choice('namnd', w.all)}
        />
        <SelectField
          label={w.area}
          options={named(known.areas.filter((area) => used.areas.has(area.id) || area.key === filters.omrade))}
          {...choice('omrade', w.all)}
        />
        <SelectField
          label={w.kind}
          options={(Object.keys(kinds) as Kind[])
            .filter((kind) => used.kinds.has(kind) || kind === filters.typ)
            .map((kind) => ({ value: kind, label: kinds[kind] }))}
          {...choice('typ', w.all)}
        />
        <SelectField label={w.from} options={asOptions(all)} {...choice('fran', w.whole)} />
        <SelectField label={w.to} options={asOptions(all)} {...choice('till', w.whole)} />
        {isFiltered(filters) && (
          <p className="timeline-clear">
            <a href={clearHref}>{w.clear}</a>
          </p>
        )}
      </div>
    </search>
  )
}
