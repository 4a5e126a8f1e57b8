import { describe, expect, it } from 'vitest'
import { differences, merge } from './merge'

describe('differences', () => {
  it('marks the words that differ and leaves the rest alone', () => {
    expect(differences('stöd till alla utsatta', 'stöd till de utsatta')).toEqual([
      { text: 'stöd till ', kind: 'same' },
      { text: 'alla', kind: 'before' },
      { text: 'de', kind: 'after' },
      { text: ' utsatta', kind: 'same' },
    ])
  })

  it('says nothing of equal texts but the text', () => {
    expect(differences('lika', 'lika')).toEqual([{ text: 'lika', kind: 'same' }])
  })
})

describe('merge', () => {
  it('takes a change that only one side has made', () => {
    expect(merge('a\nb\nc', 'A\nb\nc', 'a\nb\nC')).toEqual({ text: 'A\nb\nC', clean: true })
  })

  it('keeps both when both have changed the same line, theirs first', () => {
    expect(merge('a\nb', 'a\ntheirs', 'a\nmine')).toEqual({ text: 'a\ntheirs\nmine', clean: false })
  })

  it('does not double a change that both have made', () => {
    expect(merge('a', 'b', 'b')).toEqual({ text: 'b', clean: true })
  })

  it('keeps lines added on both sides in different places', () => {
    expect(merge('a\nb', 'x\na\nb', 'a\nb\ny')).toEqual({ text: 'x\na\nb\ny', clean: true })
  })
})
