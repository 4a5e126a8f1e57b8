import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, because, done, ifMatch, may, newIdempotencyKey } from '../../../api/client'
import { refresh } from '../../../api/keys'
import type { ReferenceMember, ReferenceMemberInput } from '../../../api/types'
import { today } from '../../../lib/dates'
import { nameLang, nameOf, useLang, useWords } from '../../../lib/i18n'
import { Ask } from '../../../ui/editing/Ask'
import { Frame } from '../../../ui/editing/Frame'
import { useEditing } from '../../../ui/editing/useEditing'
import { FieldGroup, SelectField, TextArea, TextField } from '../../../ui/Field'
import { useBodies } from '../../boards/queries'
import { askReferenceMember } from '../queries'
import { formWords } from './words'

type Named = { name: string; consentOn: string }
type Values = {
  role: string
  group: 'called' | 'drafting'
  bodyId: string
  namedAs: Named
  competences: string
  validFrom: string
  validTo: string
  note: string
}

const valuesOf = (one?: ReferenceMember): Values => ({
  role: one?.role ?? '',
  group: one?.group ?? 'called',
  bodyId: one?.bodyId ?? '',
  namedAs: { name: one?.namedAs?.name ?? '', consentOn: one?.namedAs?.consentOn ?? '' },
  competences: (one?.competences ?? []).join('\n'),
  validFrom: one?.validFrom ?? '',
  validTo: one?.validTo ?? '',
  note: one?.note ?? '',
})

const inputOf = (values: Values, kept: Pick<ReferenceMemberInput, 'userId' | 'lang'>): ReferenceMemberInput => ({
  ...kept,
  role: values.role.trim(),
  group: values.group,
  bodyId: values.bodyId || undefined,
  namedAs: values.namedAs.name || values.namedAs.consentOn ? values.namedAs : undefined,
  competences: values.competences
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean),
  validFrom: values.validFrom || undefined,
  validTo: values.validTo || undefined,
  note: values.note.trim() || undefined,
})

/** Takes somebody into the reference group, or changes what stands there. */
export default function MemberForm({ member, onClose }: { member?: ReferenceMember; onClose: () => void }) {
  const w = useWords(formWords)
  const lang = useLang()
  const queries = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const bodies = (useBodies().data?.all ?? []).map((body) => ({
    value: body.id,
    label: nameOf(body, lang),
    lang: nameLang(body, lang),
  }))
  const groups = [
    { value: 'called', label: w.called },
    { value: 'drafting', label: w.drafting },
  ]
  const labelIn = (options: { value: string; label: string }[]) => (value: unknown) =>
    options.find((option) => option.value === value)?.label ?? ''
  const editing = useEditing<Values>({
    name: 'reference',
    initial: valuesOf(member),
    version: member?.version,
    fields: [
      { name: 'role', label: w.role },
      { name: 'group', label: w.group, show: labelIn(groups) },
      { name: 'bodyId', label: w.bodyId, show: labelIn(bodies) },
      {
        name: 'namedAs',
        label: w.namedAs,
        rows: true,
        show: (named) =>
          Object.values(named as Named)
            .filter(Boolean)
            .join(', '),
      },
      { name: 'competences', label: w.competences, joinable: true },
      { name: 'validFrom', label: w.validFrom },
      { name: 'validTo', label: w.validTo },
      { name: 'note', label: w.note, joinable: true },
    ],
    why: member !== undefined,
    save: (values, version, note) => {
      const body = inputOf(values, { userId: member?.userId, lang: member?.lang ?? lang })
      return member
        ? ask(
            api.PUT('/reference-members/{id}', {
              params: { path: { id: member.id }, header: ifMatch({ version, note }) },
              body,
            }),
          )
        : ask(
            api.POST('/reference-members', {
              params: { header: { 'Idempotency-Key': idempotencyKey, ...because(note) } },
              body,
            }),
          )
    },
    fresh: member
      ? async () => {
          const now = await askReferenceMember(member.id)
          return { values: valuesOf(now), version: now.version }
        }
      : undefined,
    onSaved: () => void refresh(queries, 'council').then(onClose),
  })
  const named = (part: keyof Named) => ({
    id: `reference-namedAs.${part}`,
    label: w[part],
    error: editing.errorAt(`namedAs.${part}`),
    value: editing.values.namedAs[part],
    onChange: ({ target }: { target: { value: string } }) =>
      editing.set({ namedAs: { ...editing.values.namedAs, [part]: target.value } }),
  })
  return (
    <>
      <Frame editing={editing} label={member ? w.editMember : w.newMember} onCancel={onClose}>
        <TextField {...editing.text('role')} help={w.roleHelp} maxLength={200} />
        <div className="editing-columns">
          <SelectField {...editing.text('bodyId')} empty={w.noBody} options={bodies} />
          <SelectField {...editing.text('group')} empty={false} options={groups} />
        </div>
        {member?.userId ? (
          <p className="small soft">{w.hasAccount}</p>
        ) : (
          <FieldGroup legend={w.namedAs} help={w.namedHelp} id="reference-namedAs" error={editing.errorAt('namedAs')}>
            <div className="editing-columns">
              <TextField {...named('name')} optional autoComplete="off" maxLength={200} />
              <TextField {...named('consentOn')} type="date" max={today()} optional className="ds-input field-short" />
            </div>
          </FieldGroup>
        )}
        <TextArea {...editing.text('competences')} help={w.competencesHelp} rows={3} optional />
        <div className="editing-columns">
          <TextField {...editing.text('validFrom')} type="date" optional className="ds-input field-short" />
          <TextField {...editing.text('validTo')} type="date" optional className="ds-input field-short" />
        </div>
        <TextArea {...editing.text('note')} help={w.noteHelp} rows={2} maxLength={2000} optional />
      </Frame>
      {member && may(member, 'delete') && (
        <Ask
          label={w.remove}
          question={w.removeMember}
          confirm={w.remove}
          onConfirm={async () => {
            await done(
              api.DELETE('/reference-members/{id}', { params: { path: { id: member.id }, header: ifMatch(member) } }),
            )
            await refresh(queries, 'council')
          }}
        >
          {w.removeMemberText}
        </Ask>
      )}
    </>
  )
}
