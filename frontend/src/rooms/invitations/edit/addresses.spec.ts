import { describe, expect, it } from 'vitest'
import { addressesIn } from './addresses'

describe('pasted addresses', () => {
  it('stand on lines, or with commas, semicolons or spaces between', () => {
    expect(addressesIn('a@b.se\nc@d.se, e@f.se;g@h.se i@j.se\n\n')).toEqual(['a@b.se', 'c@d.se', 'e@f.se', 'g@h.se', 'i@j.se'])
  })

  it('may come with names, as mail programs copy them', () => {
    expect(addressesIn('Eva Ek <eva@b.se>; "Bo" <bo@b.se>')).toEqual(['eva@b.se', 'bo@b.se'])
  })
})
