import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, newIdempotencyKey } from '../../api/client'
import { sayProblem } from '../../api/problem'
import type { ErasureRecord, RetentionRule } from '../../api/types'
import { useLang, useWords } from '../../lib/i18n'
import { usePaths } from '../../paths'
import { Button } from '../../ui/Button'
import { SelectField } from '../../ui/Field'
import { Notice } from '../../ui/Load'
import { Entries } from './Entries'
import { retentionKey } from './queries'
import { words } from './words'

/** Erasing: tried first, asked once more, and told in full what was done. */
export default function RunForm({ rules }: { rules: RetentionRule[] }) {
  const w = useWords(words)
  const lang = useLang()
  const queries = useQueryClient()
  const [ruleId, setRuleId] = useState('all')
  const [asked, setAsked] = useState(false)
  const [idempotencyKey, setIdempotencyKey] = useState(newIdempotencyKey)
  const run = useMutation({
    mutationFn: (dryRun: boolean) =>
      ask(
        api.POST('/erasure-records', {
          params: { header: dryRun ? {} : { 'Idempotency-Key': idempotencyKey } },
          body: { ruleId, dryRun },
        }),
      ),
    onSuccess: ({ isDryRun }) => {
      setAsked(false)
      if (isDryRun) return
      setIdempotencyKey(newIdempotencyKey())
      void queries.invalidateQueries({ queryKey: retentionKey })
    },
  })
  const due = rules.filter(({ id }) => ruleId === 'all' || id === ruleId).reduce((sum, rule) => sum + rule.due, 0)
  const start = (dryRun: boolean) => {
    if (!run.isPending) run.mutate(dryRun)
  }
  return (
    <div className="stack retention-run">
      <p className="soft">{w.runLead}</p>
      <SelectField
        label={w.which}
        empty={false}
        value={ruleId}
        options={[
          { value: 'all', label: w.every },
          ...rules.map(({ id, titleSv, titleEn }) => ({ value: id, label: lang === 'sv' ? titleSv : titleEn })),
        ]}
        onChange={({ target }) => {
          setRuleId(target.value)
          setAsked(false)
          run.reset()
        }}
      />
      <div className="row">
        <Button variant="secondary" aria-disabled={run.isPending || undefined} onClick={() => start(true)}>
          {w.tryRun}
        </Button>
        <Button variant="secondary" aria-expanded={asked} onClick={() => setAsked(true)}>
          {w.runNow}
        </Button>
      </div>
      {asked && (
        <div className="notice notice-attention" role="group" aria-labelledby="erase-question">
          {due > 0 ? (
            <>
              <p id="erase-question">
                <strong>{w.question(w.rows(due))}</strong>
              </p>
              <p>{w.questionText}</p>
            </>
          ) : (
            <p id="erase-question">{w.nothingDue}</p>
          )}
          <div className="row">
            {due > 0 && (
              <Button aria-disabled={run.isPending || undefined} onClick={() => start(false)}>
                {w.yesRun}
              </Button>
            )}
            <Button variant="secondary" autoFocus onClick={() => setAsked(false)}>
              {due > 0 ? w.keepAll : w.close}
            </Button>
          </div>
        </div>
      )}
      {run.isError && <p role="alert">{sayProblem(run.error, lang)}</p>}
      <div role="status">{run.data && <Told record={run.data} />}</div>
    </div>
  )
}

function Told({ record }: { record: ErasureRecord }) {
  const w = useWords(words)
  const to = usePaths()
  const rows = w.rows(record.total)
  const touched = record.entries.filter(({ count, remaining }) => count > 0 || remaining > 0)
  return (
    <Notice>
      <p>
        <strong>{record.isDryRun ? w.triedTitle : w.record}</strong>
      </p>
      <p>{record.isDryRun ? w.triedText(rows) : w.doneText(rows)}</p>
      {touched.length > 0 && <Entries entries={touched} isDryRun={record.isDryRun} brief />}
      {record.id && (
        <p>
          <a href={to.erasureRecord(record.id)}>{w.toRecord}</a>
        </p>
      )}
    </Notice>
  )
}
