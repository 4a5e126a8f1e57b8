import { expect, it } from 'vitest'
import { slug } from './slug'

it('makes a stable name of a title', () => {
  expect(slug('Utveckla Centrum mot våld')).toBe('utveckla-centrum-mot-vald')
  expect(slug('  Ålder & öppenhet – 2026! ')).toBe('alder-oppenhet-2026')
  expect(slug('…')).toBe('ny')
})

it('never takes one that is taken', () => {
  expect(slug('Boende', ['boende', 'boende-2'])).toBe('boende-3')
})
