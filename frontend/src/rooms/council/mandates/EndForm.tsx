import { useQueryClient } from '@tanstack/react-query'
import { api, ask, ifMatch } from '../../../api/client'
import { refresh } from '../../../api/keys'
import type { CouncilMember, CouncilSeat } from '../../../api/types'
import { today } from '../../../lib/dates'
import { nameOf, useLang, useWords } from '../../../lib/i18n'
import { Frame } from '../../../ui/editing/Frame'
import { useEditing } from '../../../ui/editing/useEditing'
import { TextField } from '../../../ui/Field'
import { Load } from '../../../ui/Load'
import { askMember, useMember } from './queries'
import { words } from './words'

type Props = { memberId: string; seat: CouncilSeat; onSaved: (lastDay: string) => void; onCancel: () => void }

/** Ends a mandate at a day; it stays in the seat's history. */
export default function EndForm({ memberId, ...rest }: Props) {
  const member = useMember(memberId)
  return <Load of={member}>{(found) => <Ending member={found} {...rest} />}</Load>
}

const inputOf = ({ from, to, isSubstitute, decisionId }: CouncilMember) => ({ from, to, isSubstitute, decisionId })

function Ending({ member, seat, onSaved, onCancel }: Omit<Props, 'memberId'> & { member: CouncilMember }) {
  const w = useWords(words)
  const lang = useLang()
  const queries = useQueryClient()
  const editing = useEditing({
    name: 'end',
    initial: { to: today() },
    version: member.version,
    fields: [{ name: 'to', label: w.lastDay }],
    why: true,
    check: ({ to }): Record<string, string> => {
      if (!to) return { to: w.lastDayMissing }
      return to < member.from ? { to: w.endsBefore } : {}
    },
    save: async ({ to }, version, note) => {
      await ask(
        api.PUT('/council-members/{id}', {
          params: { path: { id: member.id }, header: ifMatch({ version, note }) },
          body: { ...inputOf(member), to },
        }),
      )
      await refresh(queries, 'council')
      onSaved(to)
    },
    fresh: async () => {
      const now = await askMember(member.id)
      return { values: { to: now.to ?? '' }, version: now.version }
    },
    onSaved: () => undefined,
  })
  return (
    <Frame editing={editing} label={w.endOf(nameOf(seat, lang))} submit={w.end} onCancel={onCancel}>
      <TextField {...editing.text('to')} type="date" help={w.lastDayHelp} className="ds-input field-short" />
    </Frame>
  )
}
