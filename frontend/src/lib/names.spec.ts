import { expect, it } from 'vitest'
import { breakable } from './names'

it('lets a long name break between its parts', () => {
  expect(breakable('Gymnasie- och vuxenutbildningsnämnden')).toBe('Gymnasie- och vuxen\u00adutbildnings\u00adnämnden')
  expect(breakable('Tekniska nämnden')).toBe('Tekniska nämnden')
})
