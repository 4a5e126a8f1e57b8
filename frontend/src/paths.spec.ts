import { describe, expect, it } from 'vitest'
import { inLang, langOfPath, pathsIn, safeReturn } from './paths'

describe('addresses', () => {
  it('have their language in them', () => {
    expect(pathsIn('en').activity('2.2')).toBe('/en/aktiviteter/2.2')
    expect(langOfPath('/en/plan')).toBe('en')
    expect(langOfPath('/enheter')).toBe('sv')
  })

  it('are the same page in the other language', () => {
    expect(inLang('/namnder/ifn', 'en')).toBe('/en/namnder/ifn')
    expect(inLang('/en/namnder/ifn', 'sv')).toBe('/namnder/ifn')
    expect([inLang('/', 'en'), inLang('/en', 'sv')]).toEqual(['/en', '/'])
  })

  it('leave out filters that are not chosen', () => {
    expect(pathsIn('sv').activities({ namnd: 'ifn', lage: undefined })).toBe('/aktiviteter?namnd=ifn')
  })
})

describe('where to go after signing in', () => {
  it('is a page of ours, whatever the address says', () => {
    expect(safeReturn('/namnder/ifn', '/')).toBe('/namnder/ifn')
    for (const from of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      '/\t/evil.example',
      null,
    ]) {
      expect(safeReturn(from, '/')).toBe('/')
    }
  })
})
