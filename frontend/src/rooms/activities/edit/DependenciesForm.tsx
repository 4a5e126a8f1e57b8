import { useQueryClient } from '@tanstack/react-query'
import { minLength, object, pipe, string } from 'valibot'
import { api, ask, done, ifMatch } from '../../../api/client'
import { refresh } from '../../../api/keys'
import type { Activity } from '../../../api/types'
import { useWords } from '../../../lib/i18n'
import { Rows } from '../../../ui/editing/Rows'
import { SelectField } from '../../../ui/Field'
import { Load } from '../../../ui/Load'
import { ActivityLine, useSiblings } from '../detail/About'
import { useDependencies } from '../detail/queries'
import { usePlanActivities } from '../queries'
import { EditorForm } from './EditorForm'
import { useEditor } from './form'
import { rowWords, words } from './words'

/** What must come first: added and removed, never a circle (the server sees to that). */
export default function DependenciesForm({ activity }: { activity: Activity }) {
  const r = useWords(rowWords)
  const queries = useQueryClient()
  const sibling = useSiblings(activity)
  const dependencies = useDependencies(activity.id)
  return (
    <Load of={dependencies} lines={2}>
      {(rows) => (
        <Rows
          fixed
          rows={rows}
          nameOf={(row) => sibling(row.beforeId)?.title ?? ''}
          draw={(row) => {
            const before = sibling(row.beforeId)
            return before && <ActivityLine activity={before} />
          }}
          form={(_, close) => (
            <AddForm activity={activity} taken={rows.map(({ beforeId }) => beforeId)} onClose={close} />
          )}
          addLabel={r.addBefore}
          onRemove={async (row) => {
            const path = { id: activity.id, dependencyId: row.id }
            await done(
              api.DELETE('/activities/{id}/dependencies/{dependencyId}', { params: { path, header: ifMatch(row) } }),
            )
            await refresh(queries, 'plan')
          }}
        />
      )}
    </Load>
  )
}

function AddForm({ activity, taken, onClose }: { activity: Activity; taken: string[]; onClose: () => void }) {
  const r = useWords(rowWords)
  const w = useWords(words)
  const queries = useQueryClient()
  const others = (usePlanActivities(activity.planId).data ?? []).filter(
    ({ id }) => id !== activity.id && !taken.includes(id),
  )
  const editor = useEditor({
    name: `before-${activity.id}`,
    initial: { beforeId: '' },
    schema: object({ beforeId: pipe(string(), minLength(1, w.fillIn)) }),
    fields: [{ name: 'beforeId', label: r.before }],
    save: (body, { idempotencyKey }) =>
      ask(
        api.POST('/activities/{id}/dependencies', {
          params: { path: { id: activity.id }, header: { 'Idempotency-Key': idempotencyKey } },
          body,
        }),
      ),
    onSaved: () => {
      void refresh(queries, 'plan')
      onClose()
    },
  })
  return (
    <EditorForm editor={editor} submitLabel={w.save} onCancel={onClose}>
      <SelectField
        label={r.before}
        options={others.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
        {...editor.field('beforeId')}
      />
    </EditorForm>
  )
}
