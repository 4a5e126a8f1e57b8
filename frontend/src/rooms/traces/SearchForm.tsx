import { type FormEvent, useState } from 'react'
import { useLang, useWords } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { SelectField, TextField } from '../../ui/Field'
import type { Filters } from './address'
import { usePeople } from './queries'
import { actorWords, searchWords, thingWords, verbWords } from './words'

type Props = { filters: Filters; onSearch: (filters: Filters) => void; clearHref: string }

/** Nothing is searched for until somebody says so: each search leaves a trace. */
export default function SearchForm({ filters, onSearch, clearHref }: Props) {
  const w = useWords(searchWords)
  const actors = useWords(actorWords)
  const verbs = useWords(verbWords)
  const things = useWords(thingWords)
  const lang = useLang()
  const people = usePeople().data ?? []
  const [chosen, setChosen] = useState(filters)
  const field = (name: keyof Filters) => ({
    value: chosen[name] ?? '',
    onChange: ({ target }: { target: { value: string } }) => setChosen({ ...chosen, [name]: target.value.trim() }),
  })
  const options = (words: Record<string, string>) =>
    Object.entries(words)
      .filter(([value]) => value !== 'nobody')
      .map(([value, label]) => ({ value, label: label.charAt(0).toUpperCase() + label.slice(1) }))
      .sort((a, b) => a.label.localeCompare(b.label, lang))
  const persons = people
    .map(({ id, name, email }) => ({ value: id, label: name || email || id }))
    .sort((a, b) => a.label.localeCompare(b.label, lang))
  if (chosen.person && !persons.some(({ value }) => value === chosen.person)) {
    persons.push({ value: chosen.person, label: chosen.person })
  }
  return (
    <search aria-label={w.filters} className="screen-only">
      <form
        className="form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          onSearch(Object.fromEntries(Object.entries(chosen).filter(([, value]) => value)))
        }}
      >
        <div className="trace-filters">
          <SelectField label={w.person} options={persons} empty={w.all} {...field('person')} />
          <SelectField label={w.role} options={options(actors)} empty={w.all} {...field('roll')} />
          <SelectField label={w.action} options={options(verbs)} empty={w.all} {...field('handling')} />
          <SelectField label={w.kind} options={options(things)} empty={w.all} {...field('slag')} />
          <TextField label={w.from} type="date" {...field('fran')} />
          <TextField label={w.to} type="date" {...field('till')} />
          <SelectField
            label={w.restricted}
            empty={w.all}
            options={[
              { value: 'ja', label: w.restrictedYes },
              { value: 'nej', label: w.restrictedNo },
            ]}
            {...field('skyddat')}
          />
          <TextField
            label={w.requestId}
            autoComplete="off"
            maxLength={36}
            title={w.requestIdHelp}
            {...field('anrop')}
          />
        </div>
        <p className="row">
          <Button type="submit">{w.search}</Button>
          {Object.keys(filters).length > 0 && <a href={clearHref}>{w.clear}</a>}
        </p>
      </form>
    </search>
  )
}
