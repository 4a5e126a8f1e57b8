import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, newIdempotencyKey } from '../../../api/client'
import { refresh } from '../../../api/keys'
import { ApiProblem, fieldErrors, sayProblem } from '../../../api/problem'
import type { Survey, SurveyCoverage, SurveyStaffSending } from '../../../api/types'
import { formatDay } from '../../../lib/dates'
import { nameOf, useLang, useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { SelectField, TextArea } from '../../../ui/Field'
import { Load } from '../../../ui/Load'
import { type Column, Table } from '../../../ui/Table'
import { useUnsaved } from '../../../ui/useUnsaved'
import { useStaffLetters } from '../queries'
import { addressesIn } from './addresses'
import { words } from './staffWords'

const kinds = ['invitation', 'reminder'] as const

type Props = { round: Survey; groups: SurveyCoverage['groups'] }

/** Writes to the employees of a group: a code each, or a reminder to all of them. The addresses are held by this page alone. */
export default function StaffLetters({ round, groups }: Props) {
  const w = useWords(words)
  const lang = useLang()
  const queries = useQueryClient()
  const sent = useStaffLetters(round.id)
  const [groupId, setGroupId] = useState('')
  const [kind, setKind] = useState<(typeof kinds)[number]>('invitation')
  const [text, setText] = useState('')
  const [idem, setIdem] = useState(newIdempotencyKey)
  const addresses = addressesIn(text)
  const send = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/surveys/{id}/staff-letters', {
          params: { path: { id: round.id }, header: { 'Idempotency-Key': idem } },
          body: { groupId, kind, addresses },
        }),
      ),
    onSuccess: async () => {
      setText('')
      setIdem(newIdempotencyKey())
      await refresh(queries, 'surveys')
    },
    // A receipt that was lost on the way may have its letters sent: the same request again sends no more.
    onError: (error) => {
      if (error instanceof ApiProblem && error.status >= 400 && error.status < 500) setIdem(newIdempotencyKey())
    },
  })
  useUnsaved(text !== '')
  const errors = send.error ? fieldErrors(send.error, lang) : {}
  const wrong = Object.keys(errors).find((name) => name.startsWith('addresses['))
  const which = wrong && addresses[Number.parseInt(wrong.slice('addresses['.length), 10)]
  return (
    <div className="stack screen-only">
      <form
        className="code-form stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!send.isPending) send.mutate()
        }}
      >
        {send.error && Object.keys(errors).length === 0 && (
          <p className="notice notice-attention" role="alert">
            {sayProblem(send.error, lang)}
          </p>
        )}
        <SelectField
          label={w.toGroup}
          empty={w.choose}
          error={errors.groupId}
          value={groupId}
          onChange={({ target }) => setGroupId(target.value)}
          options={groups.map((group) => ({ value: group.groupId, label: nameOf(group, lang) }))}
        />
        <SelectField
          label={w.kind}
          error={errors.kind}
          value={kind}
          onChange={({ target }) => setKind(kinds.find((one) => one === target.value) ?? 'invitation')}
          options={kinds.map((value) => ({ value, label: w[value] }))}
        />
        <TextArea
          label={w.addresses}
          help={w.addressesHelp}
          error={errors.addresses ?? (wrong && `${which}: ${errors[wrong]}`)}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <div>
          <Button type="submit" aria-disabled={send.isPending || undefined}>
            {w.send(addresses.length)}
          </Button>
        </div>
        <p role="status">{send.data && w.onTheirWay(send.data.asked)}</p>
      </form>
      <Load of={sent} lines={3}>
        {(sendings) => (sendings.length > 0 ? <Sent sendings={sendings} /> : null)}
      </Load>
    </div>
  )
}

function Sent({ sendings }: { sendings: SurveyStaffSending[] }) {
  const w = useWords(words)
  const lang = useLang()
  const columns: Column<SurveyStaffSending>[] = [
    { key: 'group', head: w.group, rowHead: true, cell: (one) => nameOf(one, lang) },
    { key: 'kind', head: w.kind, cell: (one) => w[one.kind] },
    { key: 'week', head: w.weekOf, cell: (one) => formatDay(one.weekOf, lang) },
    { key: 'asked', head: w.asked, numeric: true, cell: (one) => one.asked },
    { key: 'sent', head: w.sent, numeric: true, cell: (one) => one.sent },
    { key: 'failed', head: w.failed, numeric: true, cell: (one) => one.failed },
    { key: 'unsure', head: w.unsure, numeric: true, cell: (one) => one.unsure },
  ]
  return (
    <>
      <Table caption={w.before} columns={columns} rows={sendings} rowKey={({ id }) => id} stack />
      {sendings.some(({ failed, unsure }) => failed + unsure > 0) && <p className="soft">{w.onPaper}</p>}
    </>
  )
}
