import { describe, expect, it } from 'vitest'
import type { Section } from '../../api/types'
import { anchorFrom, chaptersOf, possibleParents, sectionAt } from './contents'

const section = (id: string, number: string, parentId?: string) =>
  ({ id, number, parentId, anchor: `om-${id}`, title: id }) as Section

const sections = [section('a', '1'), section('b', '1.1', 'a'), section('c', '1.1.1', 'b'), section('d', '2')]

describe('the contents', () => {
  it('are a tree in reading order', () => {
    const [first, second] = chaptersOf(sections)
    expect(first?.children[0]?.children[0]?.section.id).toBe('c')
    expect(first?.children[0]?.depth).toBe(2)
    expect(second?.section.id).toBe('d')
  })

  it('find what an address points at, also one that cannot be read', () => {
    expect(sectionAt(sections, '#om-b')?.id).toBe('b')
    expect(sectionAt(sections, '#%E0%A4%A')).toBeUndefined()
  })
})

it('a section may stand under any but itself and its own', () => {
  expect(possibleParents(sections, sections[1]).map(({ id }) => id)).toEqual(['a', 'd'])
  expect(possibleParents(sections, undefined)).toHaveLength(4)
})

it('an anchor is made of a heading in Swedish', () => {
  expect(anchorFrom('  Årets gång & mål!')).toBe('arets-gang-mal')
})
