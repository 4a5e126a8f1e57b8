import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, ifMatch, newIdempotencyKey } from '../../../api/client'
import { refresh } from '../../../api/keys'
import type { Survey, SurveyQuestion } from '../../../api/types'
import { useLang, useWords } from '../../../lib/i18n'
import { Frame } from '../../../ui/editing/Frame'
import { ListField } from '../../../ui/editing/ListField'
import { type Editing, useEditing } from '../../../ui/editing/useEditing'
import { Checkbox, CheckboxGroup, SelectField, TextArea, TextField } from '../../../ui/Field'
import { type Choice, textOf } from '../../../ui/questions/question'
import { answersOf } from '../condition'
import {
  canBeDependedOn,
  emptyChoice,
  hasOptions,
  inputOf,
  isCounted,
  isText,
  lastIn,
  newKey,
  type QuestionType,
  type Values,
  valuesOf,
} from './question'
import { questionWords, typeWords } from './questionWords'

type Props = {
  round: Survey
  all: SurveyQuestion[]
  /** None when a new one is written. */
  question?: SurveyQuestion
  sectionKey: string
  onClose: () => void
}

/** Writes a question, or changes one where it stands; of an opened round its spelling only. */
export function QuestionForm({ round, all, question, sectionKey, onClose }: Props) {
  const w = useWords(questionWords)
  const say = useWords(typeWords)
  const lang = useLang()
  const queries = useQueryClient()
  const [idem] = useState(newIdempotencyKey)
  const others = all.filter(({ id }) => id !== question?.id)
  const sections = round.sections.map(({ key, titleSv, titleEn }) => ({
    value: key,
    label: textOf(titleSv, titleEn, lang),
  }))
  const types = (Object.keys(say) as QuestionType[]).map((value) => ({ value, label: say[value] }))
  const choices = (value: unknown) => (value as Choice[]).map(({ sv, en }) => textOf(sv, en, lang)).join(' · ')
  const place = (v: Values) =>
    question?.sectionKey === v.sectionKey ? (question.position ?? 0) : lastIn(v.sectionKey, round.sections, others)
  const editing = useEditing<Values>({
    name: 'question',
    initial: valuesOf(sectionKey, question),
    version: question?.version,
    fields: [
      {
        name: 'sectionKey',
        label: w.section,
        show: (key) => sections.find(({ value }) => value === key)?.label ?? '',
      },
      { name: 'type', label: w.type, show: (type) => say[type as QuestionType] },
      { name: 'textSv', label: w.textSv, joinable: true },
      { name: 'textEn', label: w.textEn, joinable: true },
      { name: 'helpSv', label: w.helpSv, joinable: true },
      { name: 'helpEn', label: w.helpEn, joinable: true },
      { name: 'required', label: w.required, show: (is) => (is ? w.yes : w.no) },
      { name: 'options', label: w.options, rows: true, show: choices },
      { name: 'rows', label: w.rows, rows: true, show: choices },
      { name: 'min', label: w.min },
      { name: 'max', label: w.max },
      { name: 'minLabelSv', label: w.minLabelSv },
      { name: 'minLabelEn', label: w.minLabelEn },
      { name: 'maxLabelSv', label: w.maxLabelSv },
      { name: 'maxLabelEn', label: w.maxLabelEn },
      { name: 'unit', label: w.unit },
      { name: 'maxLength', label: w.maxLength },
      {
        name: 'condition',
        label: w.condition,
        show: (condition) => (condition as Values['condition']).values.join(', '),
      },
    ],
    save: (values, version) =>
      question
        ? ask(
            api.PUT('/surveys/{id}/questions/{questionId}', {
              params: { path: { id: round.id, questionId: question.id }, header: ifMatch({ version }) },
              body: inputOf(values, question.key, place(values)),
            }),
          )
        : ask(
            api.POST('/surveys/{id}/questions', {
              params: { path: { id: round.id }, header: { 'Idempotency-Key': idem } },
              body: inputOf(values, newKey(values, all), place(values)),
            }),
          ),
    fresh: question
      ? async () => {
          const now = await ask(
            api.GET('/surveys/{id}/questions/{questionId}', {
              params: { path: { id: round.id, questionId: question.id } },
            }),
          )
          return { values: valuesOf(sectionKey, now), version: now.version }
        }
      : undefined,
    onSaved: () => void refresh(queries, 'surveys').then(onClose),
  })
  const { values } = editing
  const isOpened = round.state !== 'draft'
  return (
    <Frame editing={editing} label={question ? w.editTitle : w.newTitle} onCancel={onClose}>
      {isOpened && <p className="notice">{w.spellingOnly}</p>}
      <TextArea {...editing.text('textSv')} rows={2} maxLength={1000} />
      <TextArea {...editing.text('textEn')} rows={2} maxLength={1000} />
      {!isOpened && (
        <>
          <div className="editing-columns">
            <SelectField {...editing.text('type')} empty={false} options={types} />
            <SelectField {...editing.text('sectionKey')} empty={false} options={sections} />
          </div>
          <Checkbox
            id="question-required"
            label={w.required}
            checked={values.required}
            onChange={({ target }) => editing.set({ required: target.checked })}
          />
          {hasOptions(values.type) && <Choices editing={editing} field="options" add={w.addOption} nth={w.option} />}
          {values.type === 'matrix' && <Choices editing={editing} field="rows" add={w.addRow} nth={w.row} />}
          <Limits editing={editing} />
          <Dependence editing={editing} earlier={others.slice(0, place(values)).filter(canBeDependedOn)} />
        </>
      )}
      <TextArea {...editing.text('helpSv')} help={w.helpHelp} rows={3} optional />
      <TextArea {...editing.text('helpEn')} rows={3} optional />
    </Frame>
  )
}

type ChoicesProps = {
  editing: Editing<Values>
  field: 'options' | 'rows'
  add: string
  nth: (n: number) => string
}

function Choices({ editing, field, add, nth }: ChoicesProps) {
  const w = useWords(questionWords)
  const { id, label, error } = editing.other(field)
  return (
    <ListField
      id={id}
      legend={label}
      error={error}
      rows={editing.values[field]}
      empty={emptyChoice}
      rowLegend={nth}
      addLabel={add}
      removeLabel={(n) => w.removeOf(nth(n))}
      onChange={(next) => editing.set({ [field]: next })}
      draw={(row, at, change) => (
        <div className="editing-columns">
          <TextField
            id={`${id}[${at}].sv`}
            data-first
            label={w.inSwedish}
            maxLength={300}
            value={row.sv}
            error={editing.errorAt(`${field}[${at}].sv`)}
            onChange={({ target }) => change({ sv: target.value })}
          />
          <TextField
            id={`${id}[${at}].en`}
            label={w.inEnglish}
            maxLength={300}
            value={row.en ?? ''}
            error={editing.errorAt(`${field}[${at}].en`)}
            onChange={({ target }) => change({ en: target.value })}
          />
        </div>
      )}
    />
  )
}

/** What only numbers, scales and texts have. */
function Limits({ editing }: { editing: Editing<Values> }) {
  const w = useWords(questionWords)
  const { type } = editing.values
  if (isText(type)) {
    return <TextField {...editing.text('maxLength')} inputMode="numeric" optional className="ds-input field-short" />
  }
  if (!isCounted(type)) return null
  const optional = type === 'number'
  return (
    <div className="editing-columns">
      <TextField {...editing.text('min')} inputMode="decimal" optional={optional} />
      <TextField
        {...editing.text('max')}
        inputMode="decimal"
        optional={optional}
        help={optional ? undefined : w.scaleHelp}
      />
      {optional ? (
        <TextField {...editing.text('unit')} maxLength={40} optional />
      ) : (
        <>
          <TextField {...editing.text('minLabelSv')} maxLength={100} optional />
          <TextField {...editing.text('maxLabelSv')} maxLength={100} optional />
          <TextField {...editing.text('minLabelEn')} maxLength={100} optional />
          <TextField {...editing.text('maxLabelEn')} maxLength={100} optional />
        </>
      )}
    </div>
  )
}

/** When the question is asked: always, or after certain answers to one before it. */
function Dependence({ editing, earlier }: { editing: Editing<Values>; earlier: SurveyQuestion[] }) {
  const w = useWords(questionWords)
  const lang = useLang()
  const { condition } = editing.values
  const { id, error } = editing.other('condition')
  const on = earlier.find(({ key }) => key === condition.questionKey)
  const set = (change: Partial<Values['condition']>) => editing.set({ condition: { ...condition, ...change } })
  return (
    <>
      <SelectField
        id={id}
        label={w.condition}
        help={w.conditionHelp}
        error={error}
        empty={w.always}
        options={earlier.map(({ key, textSv, textEn }) => ({ value: key, label: textOf(textSv, textEn, lang) }))}
        value={condition.questionKey}
        onChange={({ target }) => set({ questionKey: target.value, values: [] })}
      />
      {on && (
        <>
          <SelectField
            label={w.op}
            empty={false}
            options={[
              { value: 'is', label: w.is },
              { value: 'isNot', label: w.isNot },
            ]}
            value={condition.op}
            onChange={({ target }) => set({ op: target.value as 'is' | 'isNot' })}
          />
          <CheckboxGroup
            legend={w.answers}
            name="question-condition-values"
            options={answersOf(on).map(({ key, sv, en }) => ({ value: key, label: textOf(sv, en, lang) }))}
            value={condition.values}
            onChange={(next) => set({ values: next })}
          />
        </>
      )}
    </>
  )
}
