import type { SurveyQuestion } from '../../../api/types'
import { useLang, useWords } from '../../../lib/i18n'
import { ListField } from '../../../ui/editing/ListField'
import type { Editing } from '../../../ui/editing/useEditing'
import { CheckboxGroup, SelectField, TextField } from '../../../ui/Field'
import { textOf } from '../../../ui/questions/question'
import { emptyDimension, emptyGroup, emptySection, type GroupRow, partsOf, type Values } from './round'
import { roundWords } from './roundWords'

type Props = { editing: Editing<Values> }

/** The parts of the questionnaire, in their order. */
export function Sections({ editing }: Props) {
  const w = useWords(roundWords)
  return (
    <ListField
      {...listOf(editing, 'sections')}
      rows={editing.values.sections}
      empty={emptySection}
      rowLegend={w.section}
      addLabel={w.addSection}
      removeLabel={w.removeSection}
      onChange={(sections) => editing.set({ sections })}
      draw={(row, at, change) => (
        <div className="editing-columns">
          <TextField
            {...cell(editing, `sections[${at}].titleSv`)}
            data-first
            label={w.titleSv}
            maxLength={200}
            value={row.titleSv}
            onChange={({ target }) => change({ titleSv: target.value })}
          />
          <TextField
            {...cell(editing, `sections[${at}].titleEn`)}
            label={w.titleEn}
            maxLength={200}
            value={row.titleEn}
            onChange={({ target }) => change({ titleEn: target.value })}
          />
        </div>
      )}
    />
  )
}

/** The groups to which codes are handed out; one lies under another that stands before it. */
export function Groups({ editing }: Props) {
  const w = useWords(roundWords)
  const lang = useLang()
  const { groups } = editing.values
  return (
    <ListField
      {...listOf(editing, 'groups')}
      rows={groups}
      empty={emptyGroup}
      rowLegend={w.group}
      addLabel={w.addGroup}
      removeLabel={w.removeGroup}
      onChange={(next) => editing.set({ groups: next })}
      draw={(row, at, change) => (
        <div className="editing-columns">
          <TextField
            {...cell(editing, `groups[${at}].nameSv`)}
            data-first
            label={w.nameSv}
            maxLength={200}
            value={row.nameSv}
            onChange={({ target }) => change({ nameSv: target.value })}
          />
          <TextField
            {...cell(editing, `groups[${at}].nameEn`)}
            label={w.nameEn}
            maxLength={200}
            value={row.nameEn}
            onChange={({ target }) => change({ nameEn: target.value })}
          />
          <TextField
            {...cell(editing, `groups[${at}].size`)}
            label={w.size}
            help={w.sizeHelp}
            inputMode="numeric"
            optional
            value={row.size ? String(row.size) : ''}
            onChange={({ target }) => change({ size: Number(target.value.replaceAll(/\D/g, '')) || undefined })}
          />
          <SelectField
            {...cell(editing, `groups[${at}].parentKey`)}
            label={w.parent}
            help={w.parentHelp}
            empty={w.noParent}
            options={groups
              .slice(0, at)
              .filter(({ key }) => key !== '')
              .map(({ key, nameSv, nameEn }) => ({ value: key, label: textOf(nameSv, nameEn, lang) }))}
            value={row.parentKey ?? ''}
            onChange={({ target }) => change({ parentKey: target.value || undefined })}
          />
        </div>
      )}
    />
  )
}

/** By what the results will be told: the groups, or a question that everybody must answer. */
export function Breakdowns({ editing, questions }: Props & { questions: SurveyQuestion[] }) {
  const w = useWords(roundWords)
  const lang = useLang()
  const fit = questions.filter(({ type, required, condition }) => type === 'single' && required && !condition)
  return (
    <ListField
      {...listOf(editing, 'dimensions')}
      rows={editing.values.dimensions}
      empty={emptyDimension}
      rowLegend={w.dimension}
      addLabel={w.addDimension}
      removeLabel={w.removeDimension}
      onChange={(dimensions) => editing.set({ dimensions })}
      draw={(row, at, change) => (
        <div className="editing-columns">
          <TextField
            {...cell(editing, `dimensions[${at}].nameSv`)}
            data-first
            label={w.nameSv}
            maxLength={200}
            value={row.nameSv}
            onChange={({ target }) => change({ nameSv: target.value })}
          />
          <TextField
            {...cell(editing, `dimensions[${at}].nameEn`)}
            label={w.nameEn}
            maxLength={200}
            value={row.nameEn}
            onChange={({ target }) => change({ nameEn: target.value })}
          />
          <SelectField
            {...cell(editing, `dimensions[${at}].questionKey`)}
            label={w.by}
            help={w.byHelp}
            empty={w.byGroup}
            options={fit.map(({ key, textSv, textEn }) => ({ value: key, label: textOf(textSv, textEn, lang) }))}
            value={row.questionKey ?? ''}
            onChange={({ target }) => change({ questionKey: target.value || undefined, merged: undefined })}
          />
          <Merged
            at={at}
            options={partsOf(row, editing.values.groups, questions)}
            value={row.merged ?? []}
            error={editing.errorAt(`dimensions[${at}].merged`)}
            onChange={(merged) => change({ merged: merged.length > 0 ? merged : undefined })}
          />
        </div>
      )}
    />
  )
}

type MergedProps = {
  at: number
  options: GroupRow[]
  value: string[]
  error: string | undefined
  onChange: (merged: string[]) => void
}

/** What is told together, chosen beforehand; what has no key yet has not been saved, and of two there is nothing to merge. */
function Merged({ at, options, value, error, onChange }: MergedProps) {
  const w = useWords(roundWords)
  const lang = useLang()
  const saved = options.filter(({ key }) => key !== '')
  if (saved.length < 3 && value.length === 0) return null
  return (
    <CheckboxGroup
      id={`round-dimensions[${at}].merged`}
      legend={w.merged}
      help={w.mergedHelp}
      error={error}
      name={`round-merged-${at}`}
      options={saved.map(({ key, nameSv, nameEn }) => ({ value: key, label: textOf(nameSv, nameEn, lang) }))}
      value={value}
      onChange={onChange}
    />
  )
}

const listOf = (editing: Editing<Values>, field: 'sections' | 'groups' | 'dimensions') => {
  const { id, label, error } = editing.other(field)
  return { id, legend: label, error }
}

const cell = (editing: Editing<Values>, at: string) => ({ id: `round-${at}`, error: editing.errorAt(at) })
