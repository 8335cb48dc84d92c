import { expect, it } from 'vitest'
import { isMultiple } from '../../../../src/core/tables/values/decimal.ts'

it.each([
  ['0.3', 0.1, true],
  ['0.35', 0.1, false],
  ['-1.10', 0.1, true],
  ['+.5', 0.25, true],
  ['7.', 3.5, true],
  ['0', 5, true],
  ['-10', 5, true],
  ['1e3', 8, true],
  ['1E-3', 0.002, false],
  ['9007199254740993', 3, true],
  ['9007199254740992', 3, false],
  ['1e300', 1e-7, true],
  ['1e-300', 1e300, false],
  ['123456789.123456789', 1e-9, true],
])('%s, is it a multiple of %d? %s', (text, step, expected) => {
  expect(isMultiple(text, Number(text), step)).toBe(expected)
})
