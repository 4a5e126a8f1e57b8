import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, done, ifMatch, newIdempotencyKey } from '../../../api/client'
import { refresh } from '../../../api/keys'
import type { Term, TermInput } from '../../../api/types'
import { nameLang, nameOf, useLang, useWords } from '../../../lib/i18n'
import { Frame } from '../../../ui/editing/Frame'
import { Rows } from '../../../ui/editing/Rows'
import { useEditing } from '../../../ui/editing/useEditing'
import { TextArea, TextField } from '../../../ui/Field'
import { anchorFrom } from '../contents'
import { termWords, words } from './words'

/** The two vocabularies have the same shape, and addresses of their own. */
export type Vocabulary = '/violence-areas' | '/target-groups'

export function Terms({ vocabulary, terms, add }: { vocabulary: Vocabulary; terms: Term[]; add: string }) {
  const lang = useLang()
  const queries = useQueryClient()
  return (
    <Rows
      rows={terms}
      addLabel={add}
      nameOf={(term) => nameOf(term, lang)}
      draw={(term) => (
        <>
          <strong lang={nameLang(term, lang)}>{nameOf(term, lang)}</strong>
          {term.descriptionSv && (
            <p className="soft" lang="sv">
              {term.descriptionSv}
            </p>
          )}
        </>
      )}
      form={(term, close) => <TermForm {...{ vocabulary, term, terms }} onClose={close} />}
      onRemove={(term) =>
        done(api.DELETE(`${vocabulary}/{id}`, { params: { path: { id: term.id }, header: ifMatch(term) } })).then(() =>
          refresh(queries, 'plan'),
        )
      }
    />
  )
}

type Values = Required<Pick<TermInput, 'nameSv' | 'nameEn' | 'descriptionSv' | 'descriptionEn'>> & { position: string }

const valuesOf = (term: Term): Values => ({
  nameSv: term.nameSv,
  nameEn: term.nameEn,
  descriptionSv: term.descriptionSv ?? '',
  descriptionEn: term.descriptionEn ?? '',
  position: String(term.position),
})

type Props = { vocabulary: Vocabulary; term: Term | undefined; terms: Term[]; onClose: () => void }

function TermForm({ vocabulary, term, terms, onClose }: Props) {
  const t = useWords(termWords)
  const w = useWords(words)
  const lang = useLang()
  const queries = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const path = { id: term?.id ?? '' }
  const input = ({ position, ...values }: Values): TermInput => ({
    ...values,
    key: term?.key ?? anchorFrom(values.nameSv),
    position: Math.trunc(Number(position)) || 0,
  })
  const last = Math.max(0, ...terms.map(({ position }) => position))
  const editing = useEditing<Values>({
    name: `term-${term?.id ?? 'new'}`,
    initial: term
      ? valuesOf(term)
      : { nameSv: '', nameEn: '', descriptionSv: '', descriptionEn: '', position: String(last + 1) },
    version: term?.version,
    fields: [
      { name: 'nameSv', label: t.nameSv },
      { name: 'nameEn', label: t.nameEn },
      { name: 'descriptionSv', label: t.descriptionSv, joinable: true },
      { name: 'descriptionEn', label: t.descriptionEn, joinable: true },
      { name: 'position', label: w.position },
    ],
    save: (values, version) =>
      term
        ? ask(api.PUT(`${vocabulary}/{id}`, { params: { path, header: ifMatch({ version }) }, body: input(values) }))
        : ask(api.POST(vocabulary, { params: { header: { 'Idempotency-Key': idempotencyKey } }, body: input(values) })),
    fresh: term
      ? async () => {
          const now = await ask(api.GET(`${vocabulary}/{id}`, { params: { path } }))
          return { values: valuesOf(now), version: now.version }
        }
      : undefined,
    onSaved: () => void refresh(queries, 'plan').then(onClose),
  })
  return (
    <Frame editing={editing} label={term ? w.editThing(nameOf(term, lang)) : t.newTerm} onCancel={onClose}>
      <div className="editing-columns">
        <TextField {...editing.text('nameSv')} lang="sv" />
        <TextField {...editing.text('nameEn')} lang="en" />
        <TextArea {...editing.text('descriptionSv')} lang="sv" rows={4} optional />
        <TextArea {...editing.text('descriptionEn')} lang="en" rows={4} optional />
      </div>
      <TextField {...editing.text('position')} inputMode="numeric" className="ds-input field-short" />
    </Frame>
  )
}
