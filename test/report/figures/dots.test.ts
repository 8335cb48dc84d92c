import { expect, test } from 'vitest'
import { dots } from '../../../src/report/figures/dots.ts'

test('a curve goes from below on the left to above on the right, four dots a line', () => {
  expect(dots([0, 1 / 7, 2 / 7, 3 / 7, 4 / 7, 5 / 7, 6 / 7, 1], 2)).toEqual(['⠀⠀⣠⠞', '⣠⠞⠁⠀'])
})

test('a jump is a stroke upward', () => {
  expect(dots([0, 1], 2)).toEqual(['⢸', '⣸'])
})

test('a share that is no number of the scale stays inside', () => {
  expect(dots([1.2, 1.2], 1)).toEqual(['⠉'])
})
