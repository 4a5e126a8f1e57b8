import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api, ask, ifMatch, newIdempotencyKey } from '../../../api/client'
import { refresh } from '../../../api/keys'
import type { Survey, SurveyQuestion } from '../../../api/types'
import { useLang, useWords } from '../../../lib/i18n'
import { Frame } from '../../../ui/editing/Frame'
import { useEditing } from '../../../ui/editing/useEditing'
import { Checkbox, RadioGroup, TextArea, TextField } from '../../../ui/Field'
import { textOf } from '../../../ui/questions/question'
import { words } from '../words'
import { Breakdowns, Groups, Sections } from './RoundLists'
import { type GroupRow, inputOf, type Values, valuesOf } from './round'
import { roundWords } from './roundWords'

type Props = {
  /** None when a new one is made. */
  round?: Survey
  questions?: SurveyQuestion[]
  onClose: (made?: Survey) => void
}

/** Makes a round, or changes what it is about; of an opened round its titles and introductions only. */
export default function RoundForm({ round, questions = [], onClose }: Props) {
  const w = useWords(roundWords)
  const room = useWords(words)
  const lang = useLang()
  const queries = useQueryClient()
  const [idem] = useState(newIdempotencyKey)
  const made = useRef<Survey>(undefined)
  const names = (rows: unknown) => (rows as GroupRow[]).map((row) => textOf(row.nameSv, row.nameEn, lang)).join(' · ')
  const ways = [
    { value: 'unit', label: room.unitsAnswer },
    { value: 'staff', label: room.staffAnswer },
  ]
  const editing = useEditing<Values>({
    name: 'round',
    initial: valuesOf(round),
    version: round?.version,
    fields: [
      { name: 'titleSv', label: w.titleSv, joinable: true },
      { name: 'titleEn', label: w.titleEn, joinable: true },
      { name: 'key', label: w.key },
      { name: 'answering', label: room.who, show: (way) => ways.find(({ value }) => value === way)?.label ?? '' },
      { name: 'isSensitive', label: w.isSensitive, show: (is) => (is ? w.yes : w.no) },
      { name: 'threshold', label: w.threshold },
      { name: 'opensOn', label: w.opensOn },
      { name: 'closesOn', label: room.closes },
      { name: 'introSv', label: w.introSv, joinable: true },
      { name: 'introEn', label: w.introEn, joinable: true },
      { name: 'sections', label: w.sections, rows: true, show: (rows) => titles(rows, lang) },
      { name: 'groups', label: w.groups, rows: true, show: names },
      { name: 'dimensions', label: w.dimensions, rows: true, show: names },
    ],
    save: async (values, version) => {
      const body = inputOf(values, questions, round)
      made.current = await (round
        ? ask(api.PUT('/surveys/{id}', { params: { path: { id: round.id }, header: ifMatch({ version }) }, body }))
        : ask(api.POST('/surveys', { params: { header: { 'Idempotency-Key': idem } }, body })))
    },
    fresh: round
      ? async () => {
          const now = await ask(api.GET('/surveys/{id}', { params: { path: { id: round.id } } }))
          return { values: valuesOf(now), version: now.version }
        }
      : undefined,
    onSaved: () => void refresh(queries, 'surveys').then(() => onClose(made.current)),
  })
  const { values } = editing
  const isDraft = !round || round.state === 'draft'
  return (
    <Frame
      editing={editing}
      label={round ? w.editTitle : w.newTitle}
      submit={round ? undefined : w.make}
      onCancel={() => onClose()}
    >
      {!isDraft && <p className="notice">{w.spellingOnly}</p>}
      <TextField {...editing.text('titleSv')} maxLength={200} />
      <TextField {...editing.text('titleEn')} maxLength={200} />
      {isDraft && (
        <>
          <TextField {...editing.text('key')} help={w.keyHelp} maxLength={80} />
          <RadioGroup
            id="round-answering"
            legend={room.who}
            name="round-answering"
            options={ways}
            value={values.answering}
            onChange={(way) => editing.set({ answering: way as Values['answering'] })}
          />
          <Checkbox
            id="round-isSensitive"
            label={w.isSensitive}
            help={w.isSensitiveHelp}
            checked={values.isSensitive}
            onChange={({ target }) => editing.set({ isSensitive: target.checked })}
          />
          <div className="editing-columns">
            <TextField {...editing.text('opensOn')} type="date" optional className="ds-input field-short" />
            <TextField {...editing.text('closesOn')} type="date" className="ds-input field-short" />
          </div>
        </>
      )}
      <TextArea {...editing.text('introSv')} help={w.introHelp} rows={3} optional />
      <TextArea {...editing.text('introEn')} rows={3} optional />
      {!round && (
        <RadioGroup
          legend={w.filled}
          name="round-filled"
          options={[
            { value: 'template', label: w.fromTemplate, help: w.fromTemplateHelp },
            { value: 'empty', label: w.fromNothing },
          ]}
          value={values.filled}
          onChange={(filled) => editing.set({ filled: filled as Values['filled'] })}
        />
      )}
      {isDraft && (round || values.filled === 'empty') && <Sections editing={editing} />}
      {isDraft && values.answering === 'staff' && (
        <>
          <TextField
            {...editing.text('threshold')}
            help={w.thresholdHelp(values.isSensitive ? 10 : 7)}
            inputMode="numeric"
            optional
            className="ds-input field-short"
          />
          <Groups editing={editing} />
          <Breakdowns editing={editing} questions={questions} />
        </>
      )}
    </Frame>
  )
}

const titles = (rows: unknown, lang: 'sv' | 'en') =>
  (rows as Values['sections']).map((row) => textOf(row.titleSv, row.titleEn, lang)).join(' · ')
