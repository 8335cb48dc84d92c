import { expect, it } from 'vitest'
import { grouped } from '../../../src/core/wording/grouped.ts'
import { pValueWords } from '../../../src/core/wording/p-value.ts'

it.each([
  [0, '0'],
  [999, '999'],
  [1337, '1 337'],
  [12345, '12 345'],
  [1234567, '1 234 567'],
])('a count of %d is said as %s', (count, words) => expect(grouped(count)).toBe(words))

it.each([
  [1, 'p = 1'],
  [0.03461234, 'p = 0.0346'],
  [0.001, 'p = 0.001'],
  [0.00099, 'p < 0.001'],
  [0.00011, 'p < 0.001'],
  [0.0000734, 'p < 10⁻⁴'],
  [5e-7, 'p < 10⁻⁶'],
  [4.1e-15, 'p < 10⁻¹⁴'],
  [4.35e-238, 'p < 10⁻¹⁵'],
  [0, 'p < 10⁻¹⁵'],
])('a p-value of %d is said as %s', (p, words) => expect(pValueWords(p)).toBe(words))
