import { useState } from 'react'
import { api, ask, ifMatch, newIdempotencyKey } from '../../../api/client'
import { ApiProblem } from '../../../api/problem'
import type { User, UserRole } from '../../../api/types'
import { nameOf, useLang, useWords } from '../../../lib/i18n'
import { usePaths } from '../../../paths'
import { Frame } from '../../../ui/editing/Frame'
import { useEditing } from '../../../ui/editing/useEditing'
import { RadioGroup, TextField } from '../../../ui/Field'
import { useBodies } from '../../boards/queries'
import { useRoleKinds } from '../../rights/queries'
import { roleWords } from '../words'
import { askPerson } from './queries'
import { RolesField, type Values } from './RolesField'
import { inputOf } from './roles'
import { words } from './words'

const valuesOf = ({ email, name, lang, roles }: User): Values => ({ email, name, lang: lang ?? 'sv', roles })

const empty: Values = { email: '', name: '', lang: 'sv', roles: [{ role: 'officer' }] }

type Props = {
  /** Whom to change; nobody when somebody is invited. */
  person?: User
  label: string
  submit?: string
  onSaved: (saved: User) => void
  onCancel?: () => void
}

/** What a person is called, how they are reached and what they are: to invite somebody, or to change somebody. */
export function PersonForm({ person, label, submit, onSaved, onCancel }: Props) {
  const w = useWords(words)
  const say = useWords(roleWords)
  const lang = useLang()
  const to = usePaths()
  const bodies = useBodies().data
  const forBody = useRoleKinds()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const hidden = person?.protected === true && person.email === ''
  const name = 'person'
  const sayRoles = (roles: UserRole[]) =>
    roles
      .map((role) =>
        [say[role.role], nameOf(bodies?.byId.get(role.bodyId ?? ''), lang), role.validFrom, role.validTo]
          .filter(Boolean)
          .join(', '),
      )
      .join('; ')
  const editing = useEditing<Values>({
    name,
    initial: person ? valuesOf(person) : empty,
    version: person?.version,
    fields: [
      { name: 'email', label: w.email },
      { name: 'name', label: w.name },
      { name: 'lang', label: w.language, show: (value) => (value === 'en' ? w.english : w.swedish) },
      { name: 'roles', label: w.roles, rows: true, show: (roles) => sayRoles(roles as UserRole[]) },
    ],
    check: (values) => {
      const wrong: Record<string, string> = {}
      if (!values.name.trim()) wrong.name = w.nameMissing
      if (!values.email.trim()) {
        if (!hidden) wrong.email = w.emailMissing
      } else if (!/^\S+@\S+\.\S+$/.test(values.email.trim())) wrong.email = w.emailWrong
      values.roles.forEach((role, at) => {
        if (forBody(role.role) && !role.bodyId) wrong[`roles[${at}].bodyId`] = w.bodyMissing
        if (role.validFrom && role.validTo && role.validTo < role.validFrom)
          wrong[`roles[${at}].validTo`] = w.endsBefore
      })
      return wrong
    },
    save: async (values, version) => {
      const body = {
        ...(person ? inputOf(person) : { active: true, protected: false }),
        ...values,
        lang: values.lang as 'sv' | 'en',
      }
      const saved = person
        ? api.PUT('/users/{id}', { params: { path: { id: person.id }, header: ifMatch({ version }) }, body })
        : api.POST('/users', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body })
      onSaved(await ask<User>(saved).catch(sayTaken))
    },
    fresh: person
      ? async () => {
          const now = await askPerson(person.id)
          return { values: valuesOf(now), version: now.version }
        }
      : undefined,
    onSaved: () => undefined,
  })
  return (
    <Frame editing={editing} label={label} submit={submit} onCancel={onCancel}>
      <TextField {...editing.text('name')} help={hidden ? w.nameHidden : w.nameHelp} autoComplete="off" />
      <TextField
        {...editing.text('email')}
        type="email"
        inputMode="email"
        help={hidden ? w.emailHidden : w.emailHelp}
        autoComplete="off"
      />
      <RadioGroup
        legend={w.language}
        name="lang"
        value={editing.values.lang}
        onChange={(next) => editing.set({ lang: next })}
        options={[
          { value: 'sv', label: w.swedish, lang: 'sv' },
          { value: 'en', label: w.english, lang: 'en' },
        ]}
      />
      <RolesField editing={editing} name={name} />
      <p className="small">
        <a href={to.rights()} target="_blank" rel="noreferrer">
          {w.whatRoles}
        </a>
      </p>
    </Frame>
  )
}

/** "There is already one like this" says too little of a mail address. */
function sayTaken(error: unknown): never {
  if (
    error instanceof ApiProblem &&
    error.code === 'duplicate' &&
    error.fields.some((field) => field.name === 'email')
  ) {
    throw new ApiProblem(error.status, error.code, error.detail, [{ name: 'email', code: 'accountExists', detail: '' }])
  }
  throw error
}
