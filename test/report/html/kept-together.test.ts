import { expect, it } from 'vitest'
import { keptTogether } from '../../../src/report/html/kept-together.ts'

it('keeps a number whole, and leaves other blanks as they are', () =>
  expect(keptTogether('About 12 345 rows of 2 100 (0 % → 5.39 %), 3 of 20 columns, line 12 1234')).toBe(
    'About 12\u202f345 rows of 2\u202f100 (0\u202f% → 5.39\u202f%), 3 of 20 columns, line 12 1234',
  ))
