import { describe, expect, it } from 'vitest'
import { readAddress, readForm, writeAddress } from './address'

describe('the address', () => {
  it('says the same thing read as written', () => {
    const search = 'namnd=ifn&omrade=heder&typ=meeting&fran=2025&till=2027&sortering=-titel&ar=2026'
    const written = new URLSearchParams(writeAddress(readAddress(search)) as Record<string, string>)
    written.sort()
    const wanted = new URLSearchParams(search)
    wanted.sort()
    expect(written.toString()).toBe(wanted.toString())
  })

  it('leaves out what is as it is by default', () => {
    expect(writeAddress(readAddress(''))).toEqual({ sortering: undefined, ar: undefined })
  })

  it('lets nothing in that it does not know', () => {
    expect(readAddress('typ=toString&fran=0000&till=20x6&sortering=secret&ar=99999')).toEqual({
      filters: {},
      sort: 'datum',
      year: undefined,
    })
  })

  it('turns a period that ends before it begins', () => {
    expect(readAddress('fran=2027&till=2025').filters).toEqual({ fran: '2025', till: '2027' })
  })

  it('knows four forms and the one that needs no name', () => {
    expect([readForm(undefined), readForm('arshjul'), readForm('karta')]).toEqual(['diagram', 'arshjul', undefined])
  })
})
