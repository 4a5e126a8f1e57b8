import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, newIdempotencyKey } from '../../../api/client'
import { refresh } from '../../../api/keys'
import type { Plan } from '../../../api/types'
import { useWords } from '../../../lib/i18n'
import { Frame } from '../../../ui/editing/Frame'
import { useEditing } from '../../../ui/editing/useEditing'
import { SelectField, TextArea, TextField } from '../../../ui/Field'
import { useBodyOptions } from './options'
import { words } from './words'

/** Freezes the plan as it is now; said plainly, since it cannot be undone. */
export default function VersionForm({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const w = useWords(words)
  const queries = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const bodies = useBodyOptions()
  const editing = useEditing({
    name: 'version',
    initial: {
      label: '',
      decidedById: plan.approvingBodyId ?? '',
      decisionDate: '',
      decisionReference: '',
      note: '',
    },
    fields: [
      { name: 'label', label: w.label },
      { name: 'decidedById', label: w.decidedBy },
      { name: 'decisionDate', label: w.decisionDate },
      { name: 'decisionReference', label: w.decisionReference },
      { name: 'note', label: w.note },
    ],
    save: (values) =>
      ask(
        api.POST('/plans/{id}/versions', {
          params: { path: { id: plan.id }, header: { 'Idempotency-Key': idempotencyKey } },
          body: {
            ...values,
            decidedById: values.decidedById || undefined,
            decisionDate: values.decisionDate || undefined,
          },
        }),
      ),
    onSaved: () => void refresh(queries, 'plan').then(onClose),
  })
  const { text } = editing
  return (
    <Frame editing={editing} label={w.freezeForm} submit={w.freeze} onCancel={onClose}>
      <p className="prose">{w.freezeHelp}</p>
      <TextField {...text('label')} help={w.labelHelp} maxLength={200} />
      <SelectField {...text('decidedById')} empty={w.none} options={bodies} />
      <TextField {...text('decisionDate')} type="date" className="ds-input field-short" optional />
      <TextField {...text('decisionReference')} optional maxLength={100} />
      <TextArea {...text('note')} rows={3} optional />
    </Frame>
  )
}
