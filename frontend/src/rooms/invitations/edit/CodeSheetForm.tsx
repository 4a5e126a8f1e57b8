import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api, ask, newIdempotencyKey } from '../../../api/client'
import { ApiProblem, fieldErrors, sayProblem } from '../../../api/problem'
import type { Survey, SurveyCodeSheet, SurveyCoverage } from '../../../api/types'
import { formatDay } from '../../../lib/dates'
import { nameOf, useLang, useWords } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { SelectField, TextField } from '../../../ui/Field'
import { useUnsaved } from '../../../ui/useUnsaved'
import { words } from '../words'

type Props = { round: Survey; groups: SurveyCoverage['groups'] }

/** Makes codes for a group and shows them once, as slips to print. They are held by this page alone. */
export default function CodeSheetForm({ round, groups }: Props) {
  const w = useWords(words)
  const lang = useLang()
  const [groupId, setGroupId] = useState('')
  const [count, setCount] = useState('')
  const [idem, setIdem] = useState(newIdempotencyKey)
  const make = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/surveys/{id}/code-sheets', {
          params: { path: { id: round.id }, header: { 'Idempotency-Key': idem } },
          body: { groupId, count: Number(count) },
        }),
      ),
    // A receipt that was lost on the way may have its codes made: the same request again makes no second set.
    onError: (error) => {
      if (error instanceof ApiProblem && error.status >= 400 && error.status < 500) setIdem(newIdempotencyKey())
    },
  })
  useUnsaved(make.data !== undefined)
  const errors = make.error ? fieldErrors(make.error, lang) : {}
  if (make.data) {
    return (
      <Sheet
        sheet={make.data}
        onDone={() => {
          setIdem(newIdempotencyKey())
          make.reset()
        }}
      />
    )
  }
  if (make.isSuccess) return <p className="notice">{w.lostSheet}</p>
  return (
    <form
      className="code-form stack screen-only"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!make.isPending) make.mutate()
      }}
    >
      {make.error && Object.keys(errors).length === 0 && (
        <div className="notice notice-attention" role="alert">
          <p>{sayProblem(make.error, lang)}</p>
        </div>
      )}
      <SelectField
        label={w.forGroup}
        empty={w.choose}
        error={errors.groupId}
        value={groupId}
        onChange={({ target }) => {
          setGroupId(target.value)
          const size = groups.find((group) => group.groupId === target.value)?.size
          if (size) setCount(String(size))
        }}
        options={groups.map((group) => ({ value: group.groupId, label: nameOf(group, lang) }))}
      />
      <TextField
        label={w.howMany}
        error={errors.count}
        inputMode="numeric"
        className="ds-input field-short"
        value={count}
        onChange={({ target }) => setCount(target.value)}
      />
      <div>
        <Button type="submit" aria-disabled={make.isPending || undefined}>
          {w.make}
        </Button>
      </div>
    </form>
  )
}

function Sheet({ sheet, onDone }: { sheet: SurveyCodeSheet; onDone: () => void }) {
  const w = useWords(words)
  const lang = useLang()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="code-sheet">
      <h3 ref={heading} tabIndex={-1}>
        {w.madeFor(w.made(sheet.codes.length), nameOf(sheet, lang))}
      </h3>
      <p className="screen-only">{w.shownOnce}</p>
      <div className="row screen-only">
        <Button onClick={() => window.print()}>{w.print}</Button>
        <Button variant="secondary" onClick={onDone}>
          {w.done}
        </Button>
      </div>
      <ul className="code-slips plain-list">
        {sheet.codes.map((code) => (
          <li key={code} className="code-slip keep-together">
            <p>{w.slipTitle}</p>
            <p className="code-slip-code">{code}</p>
            <p className="small">{w.slipText(sheet.address, formatDay(sheet.closesOn, lang))}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
