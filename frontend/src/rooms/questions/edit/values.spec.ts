import { expect, it } from 'vitest'
import { emptyQuestion, inputOf, under } from './values'

it('finds a body and all that lies under it', () => {
  const all = [{ id: 'unit', parentId: 'board' }, { id: 'team', parentId: 'unit' }, { id: 'board' }, { id: 'other' }]
  expect([...under(all, ['board', undefined])].sort()).toEqual(['board', 'team', 'unit'])
  expect(under(all, [])).toEqual(new Set())
})

it('sends nothing for what is left empty, and keeps what the form does not hold', () => {
  expect(inputOf({ ...emptyQuestion(''), title: ' Hur? ', question: 'Så?' }, { meetingId: 'm1', lang: 'sv' })).toEqual({
    title: 'Hur?',
    question: 'Så?',
    askedByBodyId: undefined,
    violenceAreaIds: [],
    meetingId: 'm1',
    neededBy: undefined,
    lang: 'sv',
  })
})
