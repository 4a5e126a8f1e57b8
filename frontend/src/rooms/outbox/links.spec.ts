import { expect, it } from 'vitest'
import { withLinks } from './links'

it('leads to our own pages within the application, with what stands after the hash', () => {
  expect(withLinks('Öppna:\n\nhttp://localhost:8080/konto/losenord#a_b-c\n\nHej.', 'http://localhost:8080')).toEqual([
    { text: 'Öppna:\n\n' },
    { text: 'http://localhost:8080/konto/losenord#a_b-c', href: '/konto/losenord#a_b-c' },
    { text: '\n\nHej.' },
  ])
})

it('leaves the full stop of a sentence outside, and addresses elsewhere whole', () => {
  expect(withLinks('Se https://example.se/a.', 'http://localhost:8080')).toEqual([
    { text: 'Se ' },
    { text: 'https://example.se/a', href: 'https://example.se/a' },
    { text: '.' },
  ])
})
