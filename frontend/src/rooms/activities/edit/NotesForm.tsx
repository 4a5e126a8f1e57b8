import { useQuery, useQueryClient } from '@tanstack/react-query'
import { maxLength, object, pipe, string } from 'valibot'
import { api, ask, ifMatch } from '../../../api/client'
import { key, refresh } from '../../../api/keys'
import type { Activity } from '../../../api/types'
import { useWords } from '../../../lib/i18n'
import { TextArea } from '../../../ui/Field'
import { Load, Notice } from '../../../ui/Load'
import { namesPerson } from './caution'
import { DeskHead, EditorForm } from './EditorForm'
import { useEditor } from './form'
import { noteWords, words } from './words'

type Notes = { text: string; version: number }

const schema = object({ text: pipe(string(), maxLength(20_000)) })

const readNotes = (id: string) => ask(api.GET('/activities/{id}/internal-notes', { params: { path: { id } } }))

/** What those who answer write among themselves; two who write at once are merged line by line. */
export default function NotesForm({ activity, onClose }: { activity: Activity; onClose: () => void }) {
  const n = useWords(noteWords)
  const notes = useQuery({
    queryKey: key('plan', 'activity', activity.id, 'internal-notes'),
    queryFn: () => readNotes(activity.id),
  })
  return (
    <>
      <DeskHead title={n.title} onClose={onClose} />
      <p className="soft">{n.lead}</p>
      <Load of={notes} lines={3}>
        {(found) => <Writing id={activity.id} notes={found} onClose={onClose} />}
      </Load>
    </>
  )
}

function Writing({ id, notes, onClose }: { id: string; notes: Notes; onClose: () => void }) {
  const n = useWords(noteWords)
  const w = useWords(words)
  const queries = useQueryClient()
  const editor = useEditor({
    name: `notes-${id}`,
    initial: { text: notes.text },
    version: notes.version,
    schema,
    fields: [{ name: 'text', label: n.text, joinable: true }],
    save: ({ text }, { version }) =>
      ask(
        api.PUT('/activities/{id}/internal-notes', {
          params: { path: { id }, header: ifMatch({ version }) },
          body: { text },
        }),
      ),
    fresh: async () => {
      const { text, version } = await readNotes(id)
      return { values: { text }, version }
    },
    onSaved: () => void refresh(queries, 'plan'),
  })
  return (
    <EditorForm editor={editor} submitLabel={w.save} onCancel={onClose}>
      <TextArea label={n.text} rows={14} {...editor.field('text')} />
      {namesPerson(editor.values.text) && <Notice tone="attention">{w.caution}</Notice>}
    </EditorForm>
  )
}
