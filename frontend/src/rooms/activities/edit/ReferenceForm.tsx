import { useQueryClient } from '@tanstack/react-query'
import { maxLength, object, pipe, string } from 'valibot'
import { api, ask, ifMatch } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { useWords } from '../../../lib/i18n'
import { TextField } from '../../../ui/Field'
import { EditorForm } from './EditorForm'
import { useEditor } from './form'
import { referenceWords, words } from './words'

type Share = { activityId: string; bodyId: string; assignmentReference?: string; version: number }

/** Where the board's own assignment plan takes the activity up. */
export default function ReferenceForm({ share, onClose }: { share: Share; onClose: () => void }) {
  const r = useWords(referenceWords)
  const w = useWords(words)
  const queries = useQueryClient()
  const path = { id: share.activityId, bodyId: share.bodyId }
  const editor = useEditor({
    name: `reference-${share.activityId}-${share.bodyId}`,
    initial: { assignmentReference: share.assignmentReference ?? '' },
    version: share.version,
    schema: object({ assignmentReference: pipe(string(), maxLength(300, w.tooLong)) }),
    fields: [{ name: 'assignmentReference', label: r.reference }],
    save: ({ assignmentReference }, { version }) =>
      ask(
        api.PUT('/activities/{id}/parts/{bodyId}', {
          params: { path, header: ifMatch({ version }) },
          body: { assignmentReference: assignmentReference.trim() || undefined },
        }),
      ),
    fresh: async () => {
      const theirs = await ask(api.GET('/activities/{id}/parts/{bodyId}', { params: { path } }))
      return { values: { assignmentReference: theirs.assignmentReference ?? '' }, version: theirs.version }
    },
    onSaved: () => {
      void refresh(queries, 'plan')
      onClose()
    },
  })
  return (
    <EditorForm editor={editor} submitLabel={w.save} onCancel={onClose}>
      <TextField
        autoFocus
        label={r.reference}
        help={r.referenceHelp}
        optional
        maxLength={300}
        {...editor.field('assignmentReference')}
      />
    </EditorForm>
  )
}
