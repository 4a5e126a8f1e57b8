import { useState } from 'react'
import { api, ask, ifMatch, newIdempotencyKey } from '../../api/client'
import type { ApiClient, ApiClientInput } from '../../api/types'
import { nameLang, nameOf, useLang, useWords } from '../../lib/i18n'
import { Frame } from '../../ui/editing/Frame'
import { useEditing } from '../../ui/editing/useEditing'
import { CheckboxGroup, RadioGroup, SelectField, TextArea, TextField } from '../../ui/Field'
import { useBodies } from '../boards/queries'
import { kindWords } from '../boards/words'
import { useAccessRules } from '../rights/queries'
import { askClient } from './queries'
import { words } from './words'

type Values = Omit<Required<ApiClientInput>, 'active' | 'lang'> & { lang: string }

const valuesOf = ({ name, bodyId, scopes, email, lang, note }: ApiClient): Values => ({
  name,
  bodyId,
  scopes,
  email,
  lang: lang ?? 'sv',
  note: note ?? '',
})

export const inputOf = (client: ApiClient): ApiClientInput => ({
  name: client.name,
  bodyId: client.bodyId,
  scopes: client.scopes,
  email: client.email,
  lang: client.lang,
  note: client.note,
  active: client.active,
})

type Props = {
  client?: ApiClient
  label: string
  submit?: string
  onSaved: (saved: ApiClient) => void
  onCancel?: () => void
}

/** What is stated of a system: to connect one, or to change one. */
export function ClientForm({ client, label, submit, onSaved, onCancel }: Props) {
  const w = useWords(words)
  const kinds = useWords(kindWords)
  const lang = useLang()
  const bodies = useBodies().data
  const scopes = useAccessRules().data?.scopes ?? []
  const [idempotencyKey] = useState(newIdempotencyKey)
  const sayScopes = (names: string[]) =>
    names.map((name) => scopes.find(({ scope }) => scope === name)?.[lang] ?? name).join('; ')
  const editing = useEditing<Values>({
    name: 'client',
    initial: client ? valuesOf(client) : { name: '', bodyId: '', scopes: [], email: '', lang: 'sv', note: '' },
    version: client?.version,
    fields: [
      { name: 'name', label: w.name },
      { name: 'bodyId', label: w.body, show: (id) => nameOf(bodies?.byId.get(String(id)), lang) },
      { name: 'scopes', label: w.scopes, show: (names) => sayScopes(names as string[]) },
      { name: 'email', label: w.email },
      { name: 'lang', label: w.language, show: (value) => (value === 'en' ? w.english : w.swedish) },
      { name: 'note', label: w.note, joinable: true },
    ],
    check: (values) => ({
      ...(values.name.trim() ? {} : { name: w.fillName }),
      ...(values.bodyId ? {} : { bodyId: w.fillBody }),
      ...(values.scopes.length > 0 ? {} : { scopes: w.fillScopes }),
      ...(values.email.trim() ? {} : { email: w.fillEmail }),
    }),
    save: async (values, version) => {
      const body: ApiClientInput = { ...values, lang: values.lang as 'sv' | 'en', active: client?.active ?? true }
      const saved = client
        ? api.PUT('/api-clients/{id}', { params: { path: { id: client.id }, header: ifMatch({ version }) }, body })
        : api.POST('/api-clients', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body })
      onSaved(await ask<ApiClient>(saved))
    },
    fresh: client
      ? async () => {
          const now = await askClient(client.id)
          return { values: valuesOf(now), version: now.version }
        }
      : undefined,
    onSaved: () => undefined,
  })
  const { values, set } = editing
  return (
    <Frame editing={editing} label={label} submit={submit} onCancel={onCancel}>
      <TextField {...editing.text('name')} help={w.nameHelp} autoComplete="off" />
      {!client && (
        <SelectField
          {...editing.text('bodyId')}
          help={w.bodyHelp}
          options={(bodies?.all ?? []).map((body) => ({
            value: body.id,
            label: nameOf(body, lang),
            lang: nameLang(body, lang),
            group: kinds[body.kind],
          }))}
        />
      )}
      <CheckboxGroup
        legend={w.scopes}
        help={w.scopesHelp}
        name="scopes"
        id={editing.other('scopes').id}
        error={editing.other('scopes').error}
        value={values.scopes}
        onChange={(next) => set({ scopes: next })}
        options={scopes.map((scope) => ({ value: scope.scope, label: scope[lang] }))}
      />
      <TextField {...editing.text('email')} type="email" help={w.emailHelp} autoComplete="off" />
      <RadioGroup
        legend={w.language}
        name="lang"
        value={values.lang}
        onChange={(next) => set({ lang: next })}
        options={[
          { value: 'sv', label: w.swedish, lang: 'sv' },
          { value: 'en', label: w.english, lang: 'en' },
        ]}
      />
      <TextArea {...editing.text('note')} help={w.noteHelp} rows={3} optional />
    </Frame>
  )
}
