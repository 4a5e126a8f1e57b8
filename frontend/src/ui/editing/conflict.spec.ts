import { expect, it } from 'vitest'
import { conflictFields, same, withChosen } from './conflict'

type Thing = { title: string; isSummary: boolean; date?: { day: string } }

const specs = [
  { name: 'title' as const, label: 'Rubrik', joinable: true },
  { name: 'isSummary' as const, label: 'Sammanfattning', show: (value: unknown) => (value ? 'ja' : 'nej') },
  { name: 'date' as const, label: 'Datum' },
]

const base: Thing = { title: 'a', isSummary: true }

it('puts what three know side by side, shown as people read it', () => {
  const [title, summary] = conflictFields<Thing>(specs, base, { ...base, title: 'b' }, { ...base, isSummary: false })
  expect([title?.base, title?.theirs, title?.mine]).toEqual(['a', 'b', 'a'])
  expect(summary?.show?.(summary.mine)).toBe('nej')
})

it('keeps theirs but for what was chosen', () => {
  const next = withChosen<Thing>(
    { title: 'theirs', isSummary: true },
    { isSummary: { value: 'false' }, date: { value: '{"day":"2026-01-01"}' } },
  )
  expect(next).toEqual({ title: 'theirs', isSummary: false, date: { day: '2026-01-01' } })
})

it('an emptied date is no date', () => {
  const next = withChosen<Thing>({ ...base, date: { day: '2026-01-01' } }, { date: { value: 'null' } })
  expect(same(next, base)).toBe(true)
})
