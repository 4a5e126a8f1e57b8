import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, because, done, ifMatch, may, newIdempotencyKey } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { sayProblem } from '../../../api/problem'
import type { Plan, Section, SectionInput } from '../../../api/types'
import { useLang, useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { Frame } from '../../../ui/editing/Frame'
import { useEditing } from '../../../ui/editing/useEditing'
import { Checkbox, SelectField, TextArea, TextField } from '../../../ui/Field'
import MarkdownPreview from '../../../ui/MarkdownPreview'
import { anchorFrom, possibleParents } from '../contents'
import { words as planWords, thingWords } from '../words'
import { words } from './words'

type Values = Omit<SectionInput, 'position' | 'parentId' | 'embed' | 'body'> & {
  position: string
  parentId: string
  embed: string
  body: string
}

type Props = { plan: Plan; section?: Section; sections: Section[]; onClose: () => void }

/** A section written where it stands, with the text as it will look beneath. */
export default function SectionForm({ plan, section, sections, onClose }: Props) {
  const w = useWords(words)
  const queries = useQueryClient()
  const lang = useLang()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const [refusal, setRefusal] = useState<string>()
  const embeds = useEmbeds()
  const nameOfSection = (id: unknown) => {
    const found = sections.find((other) => other.id === id)
    return found ? `${found.number} ${found.title}` : w.chapter
  }
  const path = { id: plan.id, sectionId: section?.id ?? '' }
  const editing = useEditing<Values>({
    name: `section-${section?.id ?? 'new'}`,
    initial: section ? valuesOf(section) : emptyIn(plan, sections),
    version: section?.version,
    fields: [
      { name: 'title', label: w.title },
      { name: 'body', label: w.body, joinable: true },
      { name: 'parentId', label: w.under, show: nameOfSection },
      { name: 'position', label: w.position },
      {
        name: 'embed',
        label: w.embed,
        show: (value) => embeds.find((one) => one.value === value)?.label ?? w.embedNone,
      },
      { name: 'isSummary', label: w.isSummary, show: (value) => (value ? w.yes : w.no) },
      { name: 'anchor', label: w.anchor },
    ],
    why: true,
    save: (values, version, note) =>
      section
        ? ask(
            api.PUT('/plans/{id}/sections/{sectionId}', {
              params: { path, header: ifMatch({ version, note }) },
              body: inputOf(values),
            }),
          )
        : ask(
            api.POST('/plans/{id}/sections', {
              params: { path: { id: plan.id }, header: { 'Idempotency-Key': idempotencyKey, ...because(note) } },
              body: inputOf(values),
            }),
          ),
    fresh: section
      ? async () => {
          const now = await ask(api.GET('/plans/{id}/sections/{sectionId}', { params: { path } }))
          return { values: valuesOf(now), version: now.version }
        }
      : undefined,
    onSaved: () => void refresh(queries, 'plan').then(onClose),
  })
  const { values, set, text } = editing
  const remove = async () => {
    if (!section || !window.confirm(w.removeSection(section.title))) return
    try {
      await done(api.DELETE('/plans/{id}/sections/{sectionId}', { params: { path, header: ifMatch(section) } }))
      await refresh(queries, 'plan')
      onClose()
    } catch (error) {
      setRefusal(sayProblem(error, lang))
    }
  }
  return (
    <Frame
      editing={editing}
      label={section ? w.sectionForm : w.newSection}
      onCancel={onClose}
      after={
        section &&
        may(section, 'delete') && (
          <Button variant="tertiary" onClick={() => void remove()}>
            {w.remove}
          </Button>
        )
      }
    >
      {refusal && <p role="alert">{refusal}</p>}
      <TextField
        {...text('title')}
        maxLength={200}
        onChange={({ target }) =>
          set(section ? { title: target.value } : { title: target.value, anchor: anchorFrom(target.value) })
        }
      />
      <TextArea {...text('body')} help={w.bodyHelp} rows={12} optional />
      <section className="plan-preview" aria-label={w.preview}>
        <p className="small soft">{w.preview}</p>
        {values.body.trim() ? (
          <MarkdownPreview text={withReferences(values.body, sections)} lang={values.lang} />
        ) : (
          <p className="soft">{w.previewEmpty}</p>
        )}
      </section>
      <div className="editing-columns">
        <SelectField
          {...text('parentId')}
          empty={w.chapter}
          options={possibleParents(sections, section).map((other) => ({
            value: other.id,
            label: `${other.number} ${other.title}`,
          }))}
        />
        <TextField {...text('position')} inputMode="numeric" className="ds-input field-short" />
        <SelectField {...text('embed')} empty={w.embedNone} options={embeds} />
        <TextField {...text('anchor')} help={w.anchorHelp} />
      </div>
      <Checkbox
        id={editing.other('isSummary').id}
        label={w.isSummary}
        checked={values.isSummary}
        onChange={({ target }) => set({ isSummary: target.checked })}
      />
    </Frame>
  )
}

function useEmbeds() {
  const things = useWords(thingWords)
  const w = useWords(planWords)
  return [
    { value: 'activities', label: things.activity },
    { value: 'goals', label: things.goal },
    { value: 'violenceAreas', label: things.violenceArea },
    { value: 'targetGroups', label: things.targetGroup },
    { value: 'timeline', label: `${w.rhythm}. ${w.happened}` },
  ]
}

const valuesOf = ({ anchor, parentId, position, title, body, embed, isSummary, lang }: Section): Values => ({
  anchor,
  parentId: parentId ?? '',
  position: String(position),
  title,
  body: body ?? '',
  embed: embed ?? '',
  isSummary,
  lang,
})

function emptyIn(plan: Plan, sections: Section[]): Values {
  const last = Math.max(0, ...sections.filter(({ parentId }) => !parentId).map(({ position }) => position))
  return {
    anchor: '',
    parentId: '',
    position: String(last + 1),
    title: '',
    body: '',
    embed: '',
    isSummary: plan.isSummary,
    lang: plan.lang,
  }
}

const inputOf = ({ parentId, position, embed, ...rest }: Values): SectionInput => ({
  ...rest,
  position: Math.trunc(Number(position)) || 0,
  parentId: parentId || undefined,
  embed: (embed || undefined) as SectionInput['embed'],
})

/** References as the server will write them: the section's number and heading. */
function withReferences(body: string, sections: Section[]): string {
  return body.replace(/\[\[#([a-z0-9-]+)\]\]/g, (whole, anchor: string) => {
    const found = sections.find((section) => section.anchor === anchor)
    return found ? `[${found.number} ${found.title}](#${anchor})` : whole
  })
}
