import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, because, done, ifMatch, may, newIdempotencyKey } from '../../../api/client'
import { refresh } from '../../../api/keys'
import type { Competence, CompetenceInput } from '../../../api/types'
import { parseDated, writeDated } from '../../../lib/dates'
import { nameLang, nameOf, useLang, useWords } from '../../../lib/i18n'
import { DatedField } from '../../../ui/DatedField'
import { Ask } from '../../../ui/editing/Ask'
import { Frame } from '../../../ui/editing/Frame'
import { useEditing } from '../../../ui/editing/useEditing'
import { CheckboxGroup, FieldGroup, SelectField, TextArea, TextField } from '../../../ui/Field'
import { words as uiWords } from '../../../ui/words'
import { useBodies } from '../../boards/queries'
import { useTargetGroups, useViolenceAreas } from '../../plans/queries'
import { askCompetence } from '../queries'
import { formWords } from './words'

type Contact = { email?: string; phone?: string; url?: string }
type Values = {
  nameSv: string
  nameEn: string
  kind: 'competence' | 'supportFunction'
  descriptionSv: string
  descriptionEn: string
  howUsedSv: string
  howUsedEn: string
  contact: Contact
  bodyId: string
  violenceAreaIds: string[]
  targetGroupIds: string[]
  checkedOn: string
  readIn: string
}

const valuesOf = (one?: Competence): Values => ({
  nameSv: one?.nameSv ?? '',
  nameEn: one?.nameEn ?? '',
  kind: one?.kind ?? 'competence',
  descriptionSv: one?.descriptionSv ?? '',
  descriptionEn: one?.descriptionEn ?? '',
  howUsedSv: one?.howUsedSv ?? '',
  howUsedEn: one?.howUsedEn ?? '',
  contact: one?.contact ?? {},
  bodyId: one?.bodyId ?? '',
  violenceAreaIds: one?.violenceAreaIds ?? [],
  targetGroupIds: one?.targetGroupIds ?? [],
  checkedOn: writeDated(one?.checkedOn),
  readIn: one?.readIn ?? '',
})

function inputOf(values: Values, kept: Pick<CompetenceInput, 'key' | 'source'>): CompetenceInput {
  const { email, phone, url } = values.contact
  return {
    ...kept,
    ...values,
    contact:
      email || phone || url
        ? { email: email || undefined, phone: phone || undefined, url: url || undefined }
        : undefined,
    bodyId: values.bodyId || undefined,
    checkedOn: parseDated(values.checkedOn),
  }
}

/** Adds a function to the register, or changes one where it stands. */
export default function CompetenceForm({ competence, onClose }: { competence?: Competence; onClose: () => void }) {
  const w = useWords(formWords)
  const ui = useWords(uiWords)
  const lang = useLang()
  const queries = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const named = (all: { id: string; nameSv: string; nameEn?: string }[] | undefined) =>
    (all ?? []).map((one) => ({ value: one.id, label: nameOf(one, lang), lang: nameLang(one, lang) }))
  const bodies = named(useBodies().data?.all)
  const areas = named(useViolenceAreas().data)
  const groups = named(useTargetGroups().data)
  const kinds = [
    { value: 'competence', label: w.competence },
    { value: 'supportFunction', label: w.supportFunction },
  ]
  const labels = (options: { value: string; label: string }[]) => (value: unknown) =>
    options
      .filter((option) => (Array.isArray(value) ? value.includes(option.value) : option.value === value))
      .map(({ label }) => label)
      .join('\n')
  const editing = useEditing<Values>({
    name: 'competence',
    initial: valuesOf(competence),
    version: competence?.version,
    fields: [
      { name: 'nameSv', label: w.nameSv },
      { name: 'nameEn', label: w.nameEn },
      { name: 'kind', label: w.kind, show: labels(kinds) },
      { name: 'descriptionSv', label: w.descriptionSv, joinable: true },
      { name: 'descriptionEn', label: w.descriptionEn, joinable: true },
      { name: 'howUsedSv', label: w.howUsedSv, joinable: true },
      { name: 'howUsedEn', label: w.howUsedEn, joinable: true },
      {
        name: 'contact',
        label: w.contact,
        rows: true,
        show: (contact) =>
          Object.values(contact as Contact)
            .filter(Boolean)
            .join('\n'),
      },
      { name: 'bodyId', label: w.bodyId, show: labels(bodies) },
      { name: 'violenceAreaIds', label: w.violenceAreaIds, show: labels(areas) },
      { name: 'targetGroupIds', label: w.targetGroupIds, show: labels(groups) },
      { name: 'checkedOn', label: w.checkedOn },
      { name: 'readIn', label: w.readIn },
    ],
    check: ({ checkedOn }): Record<string, string> =>
      checkedOn.trim() !== '' && !parseDated(checkedOn) ? { checkedOn: ui.datedWrong } : {},
    why: competence !== undefined,
    save: (values, version, note) => {
      const body = inputOf(values, {
        key: competence?.key ?? `funktion-${idempotencyKey.slice(0, 8)}`,
        source: competence?.source ?? 'municipality',
      })
      return competence
        ? ask(
            api.PUT('/competences/{id}', {
              params: { path: { id: competence.id }, header: ifMatch({ version, note }) },
              body,
            }),
          )
        : ask(
            api.POST('/competences', {
              params: { header: { 'Idempotency-Key': idempotencyKey, ...because(note) } },
              body,
            }),
          )
    },
    fresh: competence
      ? async () => {
          const now = await askCompetence(competence.id)
          return { values: valuesOf(now), version: now.version }
        }
      : undefined,
    onSaved: () => void refresh(queries, 'plan').then(onClose),
  })
  const contact = (part: keyof Contact) => ({
    id: `competence-contact.${part}`,
    label: w[part],
    error: editing.errorAt(`contact.${part}`),
    value: editing.values.contact[part] ?? '',
    onChange: ({ target }: { target: { value: string } }) =>
      editing.set({ contact: { ...editing.values.contact, [part]: target.value } }),
  })
  return (
    <>
      <Frame editing={editing} label={competence ? w.editTitle : w.newTitle} onCancel={onClose}>
        <p className="small soft">{w.public}</p>
        <div className="editing-columns">
          <TextField {...editing.text('nameSv')} maxLength={200} />
          <TextField {...editing.text('nameEn')} maxLength={200} />
          <SelectField {...editing.text('kind')} empty={false} options={kinds} />
          <SelectField {...editing.text('bodyId')} empty={w.noBody} options={bodies} />
        </div>
        <div className="editing-columns">
          <TextArea {...editing.text('descriptionSv')} rows={4} optional />
          <TextArea {...editing.text('descriptionEn')} rows={4} optional />
          <TextArea {...editing.text('howUsedSv')} rows={3} optional />
          <TextArea {...editing.text('howUsedEn')} rows={3} optional />
        </div>
        <FieldGroup legend={w.contact}>
          <div className="editing-columns">
            <TextField {...contact('phone')} optional autoComplete="off" />
            <TextField {...contact('email')} optional autoComplete="off" />
            <TextField {...contact('url')} optional autoComplete="off" />
          </div>
        </FieldGroup>
        <CheckboxGroup
          {...editing.other('violenceAreaIds')}
          legend={w.violenceAreaIds}
          help={w.allWhenNone}
          name="violenceAreaIds"
          options={areas}
          value={editing.values.violenceAreaIds}
          onChange={(violenceAreaIds) => editing.set({ violenceAreaIds })}
        />
        <CheckboxGroup
          {...editing.other('targetGroupIds')}
          legend={w.targetGroupIds}
          help={w.allWhenNone}
          name="targetGroupIds"
          options={groups}
          value={editing.values.targetGroupIds}
          onChange={(targetGroupIds) => editing.set({ targetGroupIds })}
        />
        <div className="editing-columns">
          <DatedField {...editing.text('checkedOn')} optional />
          <TextField {...editing.text('readIn')} help={w.readInHelp} maxLength={300} optional />
        </div>
      </Frame>
      {competence && may(competence, 'delete') && (
        <Ask
          label={w.remove}
          question={w.removeQuestion}
          confirm={w.remove}
          onConfirm={async () => {
            await done(
              api.DELETE('/competences/{id}', { params: { path: { id: competence.id }, header: ifMatch(competence) } }),
            )
            await refresh(queries, 'plan')
          }}
        >
          {w.removeText}
        </Ask>
      )}
    </>
  )
}
