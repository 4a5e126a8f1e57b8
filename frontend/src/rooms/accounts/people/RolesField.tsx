import { useRef, useState } from 'react'
import type { UserInput, UserRole } from '../../../api/types'
import { nameLang, nameOf, useLang, useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import type { Editing } from '../../../ui/editing/useEditing'
import { FieldGroup, SelectField, TextField } from '../../../ui/Field'
import { useBodies } from '../../boards/queries'
import { kindWords } from '../../boards/words'
import { useRoleKinds } from '../../rights/queries'
import { roleWords } from '../words'
import { type RoleName, roleNames } from './roles'
import { words } from './words'

export type Values = Pick<UserInput, 'email' | 'name' | 'roles'> & { lang: string }

/** The roles of a person, each with its body and its days. */
export function RolesField({ editing, name }: { editing: Editing<Values>; name: string }) {
  const w = useWords(words)
  const box = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState('')
  const { roles } = editing.values
  const put = (next: UserRole[]) => editing.set({ roles: next })
  const add = () => {
    put([...roles, { role: 'officer' }])
    setSaid('')
    // Once it is drawn, one goes on in the new row.
    requestAnimationFrame(() => document.getElementById(`${name}-roles[${roles.length}].role`)?.focus())
  }
  const remove = (at: number) => {
    put(roles.filter((_, place) => place !== at))
    setSaid(w.roleGone(at + 1))
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[data-adds]')?.focus())
  }
  return (
    <FieldGroup legend={w.roles} help={w.rolesHelp} id={`${name}-roles`} error={editing.errorAt('roles')}>
      <div ref={box} className="stack">
        {roles.map((role, at) => (
          <RoleRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name than its place
            key={at}
            {...{ editing, name, at, role }}
            onChange={(change) => put(roles.map((one, place) => (place === at ? { ...one, ...change } : one)))}
            onRemove={() => remove(at)}
          />
        ))}
        <p className="row">
          <Button variant="secondary" data-adds onClick={add}>
            {w.addRole}
          </Button>
          <span role="status" className="small soft">
            {said}
          </span>
        </p>
      </div>
    </FieldGroup>
  )
}

type RowProps = {
  editing: Editing<Values>
  name: string
  at: number
  role: UserRole
  onChange: (change: Partial<UserRole>) => void
  onRemove: () => void
}

function RoleRow({ editing, name, at, role, onChange, onRemove }: RowProps) {
  const w = useWords(words)
  const say = useWords(roleWords)
  const kinds = useWords(kindWords)
  const lang = useLang()
  const bodies = useBodies().data?.all ?? []
  const forBody = useRoleKinds()
  const field = (part: string) => ({
    id: `${name}-roles[${at}].${part}`,
    error: editing.errorAt(`roles[${at}].${part}`),
  })
  const taken = (next: RoleName) => onChange({ role: next, ...(forBody(next) ? {} : { bodyId: undefined }) })
  return (
    <FieldGroup legend={w.roleNumber(at + 1)} id={`${name}-roles[${at}]`} error={editing.errorAt(`roles[${at}]`)}>
      <div className="editing-columns people-role">
        <SelectField
          {...field('role')}
          label={w.role}
          empty={false}
          options={roleNames.map((one) => ({ value: one, label: say[one] }))}
          value={role.role}
          onChange={(event) => taken(event.target.value as RoleName)}
        />
        {forBody(role.role) && (
          <SelectField
            {...field('bodyId')}
            label={w.body}
            options={bodies.map((body) => ({
              value: body.id,
              label: nameOf(body, lang),
              lang: nameLang(body, lang),
              group: kinds[body.kind],
            }))}
            value={role.bodyId ?? ''}
            onChange={(event) => onChange({ bodyId: event.target.value || undefined })}
          />
        )}
        <TextField
          {...field('validFrom')}
          type="date"
          label={w.validFrom}
          help={w.datesHelp}
          optional
          value={role.validFrom ?? ''}
          onChange={(event) => onChange({ validFrom: event.target.value || undefined })}
        />
        <TextField
          {...field('validTo')}
          type="date"
          label={w.validTo}
          help={w.endHelp}
          optional
          value={role.validTo ?? ''}
          onChange={(event) => onChange({ validTo: event.target.value || undefined })}
        />
      </div>
      <p>
        <Button variant="tertiary" onClick={onRemove}>
          {w.removeRole(at + 1)}
        </Button>
      </p>
    </FieldGroup>
  )
}
