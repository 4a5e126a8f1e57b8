import { api, ask } from '../../../api/client'
import { sayAlso } from '../../../api/problem'
import { useLang, useWords } from '../../../lib/i18n'
import { Frame } from '../../../ui/editing/Frame'
import { useEditing } from '../../../ui/editing/useEditing'
import { SelectField, TextField } from '../../../ui/Field'
import { refusalWords, words } from './words'

sayAlso(refusalWords)

type Props = { meetingId: string; maxSeats: number; onDone: (receiptComes: boolean) => void }

/** Three fields and nothing more: an open meeting asks for as little as it can. */
export default function SignUpForm({ meetingId, maxSeats, onDone }: Props) {
  const w = useWords(words)
  const lang = useLang()
  const editing = useEditing({
    name: 'sign-up',
    initial: { name: '', email: '', seats: '1' },
    fields: [
      { name: 'name', label: w.name },
      { name: 'email', label: w.email },
      { name: 'seats', label: w.seats },
    ],
    check: ({ name, email }) => {
      const wrong: Record<string, string> = {}
      if (!name.trim()) wrong.name = w.nameMissing
      if (!/^\S+@\S+\.\S+$/.test(email.trim())) wrong.email = w.emailWrong
      return wrong
    },
    save: async ({ name, email, seats }) => {
      const made = await ask(
        api.POST('/council-meetings/{id}/sign-ups', {
          params: { path: { id: meetingId } },
          body: { name: name.trim(), email: email.trim(), seats: Number(seats), lang },
        }),
      )
      onDone(made.receiptComes)
    },
    onSaved: () => undefined,
  })
  return (
    <Frame editing={editing} label={w.form} submit={w.send}>
      <TextField {...editing.text('name')} help={w.nameHelp} maxLength={100} autoComplete="nickname" />
      <TextField {...editing.text('email')} help={w.emailHelp} type="email" inputMode="email" autoComplete="email" />
      <SelectField
        {...editing.text('seats')}
        empty={false}
        options={Array.from({ length: maxSeats }, (_, less) => ({
          value: String(less + 1),
          label: w.people(less + 1),
        }))}
      />
    </Frame>
  )
}
