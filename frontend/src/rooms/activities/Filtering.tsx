import { useState } from 'react'
import type { Body, TargetGroup, ViolenceArea } from '../../api/types'
import { nameLang, nameOf, useLang, useWords } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { Checkbox, SelectField } from '../../ui/Field'
import { stateOrder } from '../../ui/StatusMark'
import { stateWords } from '../../ui/words'
import type { Filters } from './filters'
import { levelWords, words } from './words'

type Props = {
  known: { bodies: Body[]; areas: ViolenceArea[]; groups: TargetGroup[] }
  filters: Filters
  onChange: (filters: Filters) => void
  clearHref: string
}

const responsible = new Set(['executiveBoard', 'board', 'municipalCompany'])

/** Each choice takes effect at once and stands in the address; on a small screen the choices are folded away. */
export function Filtering({ known, filters, onChange, clearHref }: Props) {
  const w = useWords(words)
  const states = useWords(stateWords)
  const levels = useWords(levelWords)
  const lang = useLang()
  const chosen = Object.keys(filters).length
  const [open, setOpen] = useState(false)

  const named = (things: { key: string; nameSv: string; nameEn?: string }[]) =>
    things.map((thing) => ({ value: thing.key, label: nameOf(thing, lang), lang: nameLang(thing, lang) }))
  const choice = (name: keyof Filters) => ({
    value: filters[name] ?? '',
    empty: w.all,
    onChange: (event: { target: { value: string } }) => {
      const next = { ...filters }
      if (event.target.value) next[name] = event.target.value
      else delete next[name]
      onChange(next)
    },
  })
  const bodies = known.bodies.filter((body) => responsible.has(body.kind) || body.key === filters.namnd)
  return (
    <search aria-label={w.filters} className="activities-filters screen-only">
      <Button
        variant="secondary"
        className="activities-fold"
        aria-expanded={open}
        aria-controls="activity-filters"
        onClick={() => setOpen(!open)}
      >
        {w.filtersChosen(chosen)}
      </Button>
      <div id="activity-filters" className="activities-choices" data-open={open || undefined}>
        <SelectField label={w.board} options={named(bodies)} {...choice('namnd')} />
        <SelectField label={w.area} options={named(known.areas)} {...choice('omrade')} />
        <SelectField
          label={w.status}
          options={stateOrder.map((state) => ({ value: state, label: states[state] }))}
          {...choice('lage')}
        />
        <SelectField label={w.targetGroup} options={named(known.groups)} {...choice('malgrupp')} />
        <SelectField
          label={w.level}
          options={Object.entries(levels).map(([value, label]) => ({ value, label }))}
          {...choice('niva')}
        />
        <div className="activities-last-choice">
          <Checkbox
            label={w.unconfirmed}
            checked={filters.obekraftad !== undefined}
            onChange={(event) => {
              const { obekraftad: _, ...rest } = filters
              onChange(event.target.checked ? { ...rest, obekraftad: 'ja' } : rest)
            }}
          />
          {chosen > 0 && <a href={clearHref}>{w.clear}</a>}
        </div>
      </div>
    </search>
  )
}
