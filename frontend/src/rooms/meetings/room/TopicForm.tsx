import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, ifMatch, newIdempotencyKey } from '../../../api/client'
import { refresh } from '../../../api/keys'
import type { CouncilTopic } from '../../../api/types'
import { formatInstant } from '../../../lib/dates'
import { useLang, useWords } from '../../../lib/i18n'
import { Frame } from '../../../ui/editing/Frame'
import { useEditing } from '../../../ui/editing/useEditing'
import { SelectField, TextArea, TextField } from '../../../ui/Field'
import { useMeetings } from '../queries'
import { askTopic } from './queries'
import { words } from './words'

const valuesOf = (topic: CouncilTopic | undefined) => ({
  title: topic?.title ?? '',
  why: topic?.why ?? '',
  meetingId: topic?.meetingId ?? '',
})

/** A topic that somebody wants the council to take up. */
export function TopicForm({ topic, onClose }: { topic?: CouncilTopic; onClose: () => void }) {
  const w = useWords(words)
  const lang = useLang()
  const queries = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const coming = (useMeetings({}).data ?? [])
    .filter(({ state }) => state === 'planned' || state === 'called')
    .map((meeting) => ({ value: meeting.id, label: `${formatInstant(meeting.startsAt, lang)}: ${meeting.title}` }))
  const editing = useEditing({
    name: 'topic',
    initial: valuesOf(topic),
    version: topic?.version,
    fields: [
      { name: 'title', label: w.topicTitle },
      { name: 'why', label: w.topicWhy, joinable: true },
      {
        name: 'meetingId',
        label: w.topicMeeting,
        show: (id) => coming.find(({ value }) => value === id)?.label ?? w.topicNextMeeting,
      },
    ],
    check: ({ title }): Record<string, string> => (title.trim() ? {} : { title: w.topicTitleMissing }),
    save: async ({ title, why, meetingId }, version) => {
      const body = { title: title.trim(), why: why.trim(), meetingId: meetingId || undefined }
      await (topic
        ? ask(
            api.PUT('/council-topics/{id}', {
              params: { path: { id: topic.id }, header: ifMatch({ version }) },
              body,
            }),
          )
        : ask(api.POST('/council-topics', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body })))
      await refresh(queries, 'council')
    },
    fresh: topic
      ? async () => {
          const now = await askTopic(topic.id)
          return { values: valuesOf(now), version: now.version }
        }
      : undefined,
    onSaved: onClose,
  })
  return (
    <Frame editing={editing} label={topic ? w.editItem(topic.title) : w.proposeTopic} onCancel={onClose}>
      <TextField {...editing.text('title')} maxLength={200} autoComplete="off" />
      <TextArea {...editing.text('why')} rows={3} help={w.topicWhyHelp} />
      <SelectField {...editing.text('meetingId')} empty={w.topicNextMeeting} options={coming} />
    </Frame>
  )
}

/** Says why a topic is not taken up. */
export function DeclineForm({ topic, onClose }: { topic: CouncilTopic; onClose: () => void }) {
  const w = useWords(words)
  const queries = useQueryClient()
  const editing = useEditing({
    name: 'decline',
    initial: { reason: '' },
    version: topic.version,
    fields: [{ name: 'reason', label: w.topicReason }],
    check: ({ reason }): Record<string, string> => (reason.trim() ? {} : { reason: w.topicReasonMissing }),
    save: async ({ reason }, version) => {
      await ask(
        api.PUT('/council-topics/{id}/answer', {
          params: { path: { id: topic.id }, header: ifMatch({ version }) },
          body: { state: 'declined', reason: reason.trim() },
        }),
      )
      await refresh(queries, 'council')
    },
    onSaved: onClose,
  })
  return (
    <Frame editing={editing} label={w.topicDeclineOf(topic.title)} submit={w.topicDecline} onCancel={onClose}>
      <TextArea {...editing.text('reason')} rows={2} />
    </Frame>
  )
}
