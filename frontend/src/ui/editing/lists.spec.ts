import { expect, it } from 'vitest'
import { conflictFields, type FieldSpec, withChosen } from './conflict'

type Values = { title: string; areas: string[] }
const specs: FieldSpec<Values>[] = [
  { name: 'title', label: 'Titel', joinable: true },
  { name: 'areas', label: 'Områden', show: (areas) => (areas as string[]).map((id) => `område ${id}`).join(', ') },
]
const base: Values = { title: 'Boende', areas: ['a'] }
const theirs: Values = { title: 'Skyddat boende', areas: ['a', 'b'] }
const mine: Values = { title: 'Boende för alla', areas: [] }

it('tells each field as three know it, and lists by their names', () => {
  const [title, areas] = conflictFields(specs, base, theirs, mine)
  expect(title).toMatchObject({ base: 'Boende', theirs: 'Skyddat boende', mine: 'Boende för alla' })
  expect(areas?.show?.(areas.theirs)).toBe('område a, område b')
  expect(areas?.show?.(areas.mine)).toBe('')
})

it('puts the chosen sides together, with all else as it now stands', () => {
  expect(withChosen(theirs, { areas: { value: '[]' } })).toEqual({ title: 'Skyddat boende', areas: [] })
  expect(withChosen(theirs, { title: { value: 'Boende för alla' } })).toEqual({
    title: 'Boende för alla',
    areas: ['a', 'b'],
  })
})
