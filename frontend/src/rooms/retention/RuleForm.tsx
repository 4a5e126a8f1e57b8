import { useQueryClient } from '@tanstack/react-query'
import { api, ask, ifMatch } from '../../api/client'
import type { RetentionRule } from '../../api/types'
import { useLang, useWords } from '../../lib/i18n'
import { Frame } from '../../ui/editing/Frame'
import { useEditing } from '../../ui/editing/useEditing'
import { TextField } from '../../ui/Field'
import { retentionKey } from './queries'
import { words } from './words'

type Values = { keepDays: string; decisionReference: string }

const valuesOf = ({ keepDays, decisionReference }: RetentionRule): Values => ({
  keepDays: String(keepDays),
  decisionReference: decisionReference ?? '',
})

/** What the municipality has decided for a rule: the days, and by which decision. */
export default function RuleForm({ rule, onClose }: { rule: RetentionRule; onClose: () => void }) {
  const w = useWords(words)
  const lang = useLang()
  const queries = useQueryClient()
  const path = { key: rule.id }
  const { minKeepDays: least, maxKeepDays: most } = rule
  const editing = useEditing<Values>({
    name: `rule-${rule.id}`,
    initial: valuesOf(rule),
    version: rule.version,
    why: true,
    fields: [
      { name: 'keepDays', label: w.keepDays },
      { name: 'decisionReference', label: w.decisionReference },
    ],
    check: ({ keepDays }): Record<string, string> => {
      const days = Number(keepDays)
      const right = keepDays.trim() !== '' && Number.isInteger(days) && days >= least && days <= most
      return right ? {} : { keepDays: w.keepDaysWrong(least, most) }
    },
    save: (values, version, note) =>
      ask(
        api.PUT('/retention-rules/{key}', {
          params: { path, header: ifMatch({ version, note }) },
          body: {
            keepDays: Number(values.keepDays),
            decisionReference: values.decisionReference.trim() || undefined,
          },
        }),
      ),
    fresh: async () => {
      const now = await ask(api.GET('/retention-rules/{key}', { params: { path } }))
      return { values: valuesOf(now), version: now.version }
    },
    onSaved: () => void queries.invalidateQueries({ queryKey: retentionKey }).then(onClose),
  })
  const { text } = editing
  return (
    <Frame editing={editing} label={w.changeOf(lang === 'sv' ? rule.titleSv : rule.titleEn)} onCancel={onClose}>
      <TextField
        {...text('keepDays')}
        help={w.keepDaysHelp(least, most, rule.defaultKeepDays)}
        inputMode="numeric"
        className="ds-input field-short"
      />
      <TextField {...text('decisionReference')} maxLength={100} optional />
    </Frame>
  )
}
