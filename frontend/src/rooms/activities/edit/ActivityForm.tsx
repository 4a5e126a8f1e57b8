import { lazy, type ReactNode, Suspense } from 'react'
import { useFieldArray } from 'react-hook-form'
import type { Activity, Plan } from '../../../api/types'
import { nameLang, nameOf, useLang, useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { DatedField } from '../../../ui/DatedField'
import type { FieldSpec } from '../../../ui/editing/conflict'
import { CheckboxGroup, FieldGroup, SelectField, TextArea, TextField } from '../../../ui/Field'
import { useTargetGroups, useViolenceAreas } from '../../plans/queries'
import { useGoals } from '../detail/queries'
import { fundingWords } from '../detail/words'
import { usePlanActivities } from '../queries'
import { levelWords } from '../words'
import { EditorForm } from './EditorForm'
import type { Editor } from './form'
import { SourceField } from './SourceField'
import type { ActivityValues } from './values'
import { activityWords, langWords, sourceWords } from './words'

const MarkdownPreview = lazy(() => import('../../../ui/MarkdownPreview'))

const levels = ['individual', 'relationship', 'community', 'society'] as const
const fundingStates = ['none', 'applied', 'granted'] as const
const langs = ['sv', 'en', 'fi', 'se', 'sju', 'sma', 'fit'] as const

type Props = {
  editor: Editor<ActivityValues>
  plan: Plan
  /** The one being edited, which cannot lie under itself. */
  activity?: Activity
  submitLabel: string
  onCancel: () => void
  after?: ReactNode
}

/** The content of an activity, group by group, with the description shown as it will look. */
export function ActivityForm({ editor, plan, activity, submitLabel, onCancel, after }: Props) {
  const a = useWords(activityWords)
  const say = useWords(langWords)
  const { field, values } = editor
  const options = useOptions(plan, activity)
  return (
    <EditorForm editor={editor} submitLabel={submitLabel} onCancel={onCancel} after={after} long>
      <Group title={a.essence}>
        <TextField label={a.title} maxLength={200} {...field('title')} />
        <TextArea label={a.summary} help={a.summaryHelp} rows={3} optional {...field('summary')} />
        <div className="with-preview">
          <TextArea label={a.description} help={a.descriptionHelp} rows={12} optional {...field('description')} />
          <section className="preview" aria-label={a.preview}>
            <h3>{a.preview}</h3>
            {values.description.trim() ? (
              <Suspense>
                <MarkdownPreview text={values.description} lang={values.lang} />
              </Suspense>
            ) : (
              <p className="soft">{a.previewEmpty}</p>
            )}
          </section>
        </div>
        <SelectField
          label={a.lang}
          empty={false}
          options={langs.map((lang) => ({ value: lang, label: say[lang] }))}
          {...field('lang')}
        />
      </Group>
      <Group title={a.place}>
        <TextField label={a.code} help={a.codeHelp} className="ds-input field-short" {...field('code')} />
        <SelectField label={a.part} empty={false} options={options.parts} {...field('part')} />
        <SelectField label={a.parent} empty={a.noParent} options={options.parents} {...field('parentId')} />
        <SourceField label={a.origin} {...field('source')} />
      </Group>
      <Group title={a.time}>
        <DatedField label={a.start} optional {...field('start')} />
        <DatedField label={a.end} optional {...field('end')} />
        <SourceField label={a.datesSource} {...field('datesSource')} />
      </Group>
      <Group title={a.classification}>
        <div className="choices">
          <CheckboxGroup legend={a.areas} options={options.areas} {...editor.choice('violenceAreaIds')} />
          <CheckboxGroup legend={a.targetGroups} options={options.groups} {...editor.choice('targetGroupIds')} />
          <CheckboxGroup legend={a.levels} options={options.levels} {...editor.choice('levels')} />
        </div>
        <SourceField label={a.classificationSource} {...field('classificationSource')} />
      </Group>
      <Group title={a.aims}>
        {options.goals.length > 0 && (
          <CheckboxGroup legend={a.goals} options={options.goals} {...editor.choice('goalIds')} />
        )}
        <TextArea label={a.effect} help={a.effectHelp} rows={3} optional {...field('expectedEffect')} />
      </Group>
      <Group title={a.money}>
        <SelectField label={a.fundingState} empty={false} options={options.funding} {...field('fundingState')} />
        <TextField label={a.fundingSource} optional {...field('fundingSource')} />
        <TextField
          label={a.amount}
          optional
          inputMode="numeric"
          className="ds-input field-short"
          {...field('fundingAmount')}
        />
      </Group>
      <Links editor={editor} />
    </EditorForm>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="form-group">
      <h2>{title}</h2>
      <div className="form-group-fields">{children}</div>
    </section>
  )
}

function Links({ editor }: { editor: Editor<ActivityValues> }) {
  const a = useWords(activityWords)
  const { fields, append, remove } = useFieldArray({ control: editor.form.control, name: 'links' })
  const group = editor.choice('links')
  return (
    <Group title={a.links}>
      <div className="links-group">
        <FieldGroup legend={a.links} id={group.id} error={group.error}>
          {fields.map((link, place) => (
            <div key={link.id} className="link-row">
              <TextField label={a.linkTitle} {...editor.form.register(`links.${place}.title`)} />
              <TextField label={a.linkUrl} type="url" {...editor.form.register(`links.${place}.url`)} />
              <Button variant="secondary" aria-label={a.removeLink(place + 1)} onClick={() => remove(place)}>
                <span aria-hidden="true">×</span>
              </Button>
            </div>
          ))}
          <Button variant="secondary" onClick={() => append({ title: '', url: '' })}>
            {a.addLink}
          </Button>
        </FieldGroup>
      </div>
    </Group>
  )
}

function useOptions(plan: Plan, activity: Activity | undefined) {
  const a = useWords(activityWords)
  const level = useWords(levelWords)
  const money = useWords(fundingWords)
  const lang = useLang()
  const all = usePlanActivities(plan.id).data ?? []
  const named = (thing: { id: string; nameSv: string; nameEn?: string }) => ({
    value: thing.id,
    label: nameOf(thing, lang),
    lang: nameLang(thing, lang),
  })
  return {
    parts: [
      { value: '0', label: a.noPart },
      ...(plan.parts ?? []).map(({ number, title }) => ({ value: String(number), label: `${number}. ${title}` })),
    ],
    parents: all
      .filter(({ id }) => id !== activity?.id)
      .map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` })),
    areas: (useViolenceAreas().data ?? []).map(named),
    groups: (useTargetGroups().data ?? []).map(named),
    levels: levels.map((value) => ({ value, label: level[value] })),
    goals: (useGoals(plan.id).data ?? []).map(({ id, text }) => ({ value: id, label: text })),
    funding: fundingStates.map((value) => ({ value, label: money[value] })),
  }
}

/** What each field is called and how its value is told, for the summary of errors and for a conflict. */
export function useActivityFields(plan: Plan): FieldSpec<ActivityValues>[] {
  const a = useWords(activityWords)
  const source = useWords(sourceWords)
  const lang = useWords(langWords)
  const options = useOptions(plan, undefined)
  const label = (list: { value: string; label: string }[]) => (value: unknown) =>
    (Array.isArray(value) ? value : [value])
      .map((one) => list.find((option) => option.value === one)?.label ?? String(one))
      .join(', ')
  const says = (value: unknown) => source[value as keyof typeof source]
  return [
    { name: 'title', label: a.title },
    { name: 'summary', label: a.summary, joinable: true },
    { name: 'description', label: a.description, joinable: true },
    { name: 'lang', label: a.lang, show: (value) => lang[value as keyof typeof lang] },
    { name: 'code', label: a.code },
    { name: 'part', label: a.part, show: label(options.parts) },
    { name: 'parentId', label: a.parent, show: (id) => (id ? label(options.parents)(id) : a.noParent) },
    { name: 'source', label: a.origin, show: says },
    { name: 'start', label: a.start },
    { name: 'end', label: a.end },
    { name: 'datesSource', label: a.datesSource, show: says },
    { name: 'violenceAreaIds', label: a.areas, show: label(options.areas) },
    { name: 'targetGroupIds', label: a.targetGroups, show: label(options.groups) },
    { name: 'levels', label: a.levels, show: label(options.levels) },
    { name: 'classificationSource', label: a.classificationSource, show: says },
    { name: 'goalIds', label: a.goals, show: label(options.goals) },
    { name: 'expectedEffect', label: a.effect, joinable: true },
    { name: 'fundingState', label: a.fundingState, show: label(options.funding) },
    { name: 'fundingSource', label: a.fundingSource },
    { name: 'fundingAmount', label: a.amount },
    {
      name: 'links',
      label: a.links,
      show: (links) => (links as ActivityValues['links']).map(({ title, url }) => `${title} (${url})`).join('\n'),
    },
  ]
}

/** The API's names of what the form calls otherwise. */
export const activityApiNames: Record<string, keyof ActivityValues> = {
  'funding.source': 'fundingSource',
  'funding.amountSek': 'fundingAmount',
  'funding.state': 'fundingState',
  'links.title': 'links',
  'links.url': 'links',
  key: 'title',
}
