import { expect, it } from 'vitest'
import { namesPerson } from './caution'

it('notices a personal identity number in the forms people write them', () => {
  for (const text of ['19850312-1234', 'född 850312-1234.', '198503121234', '8503121234', 'samordning 850372-1234']) {
    expect(namesPerson('ofarligt', text), text).toBe(true)
  }
})

it('leaves telephone numbers, amounts and years alone', () => {
  for (const text of ['090-16 10 00', '1 250 000 kr', '2026-11-22', 'VLL 2430-2018', '2020–2022', undefined]) {
    expect(namesPerson(text), text).toBe(false)
  }
})
