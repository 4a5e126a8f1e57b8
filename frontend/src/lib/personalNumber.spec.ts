import { expect, it } from 'vitest'
import { hasPersonalNumber } from './personalNumber'

// Test numbers that the Tax Agency has published, and such as no person can have.
it.each([
  ['189001019802', true],
  ['18900101-9802', true],
  ['900101-9802', true],
  ['900101+9802', true],
  ['9001019802', true],
  ['900101 9802', true],
  ['900101 - 9802', true],
  ['900101–9802', true],
  ['Det gäller 900101-9802, som sa så.', true],
  ['(pnr:900101-9802)', true],
  ['900161-9809', true],
  ['189001619809', true],
  ['900101-9803', false],
  ['901301-9803', false],
  ['900132-9801', false],
  ['170101019808', false],
  ['212000-2627', false],
  ['070-123 45 67', false],
  ['090-16 10 00', false],
  ['2026-11-23', false],
  ['9001019802345', false],
  ['Vi var 12 på mötet.', false],
])('%s: %s', (text, held) => {
  expect(hasPersonalNumber(text)).toBe(held)
})
