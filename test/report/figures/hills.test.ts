import { expect, test } from 'vitest'
import { hills } from '../../../src/report/figures/hills.ts'

const shown = (lines: readonly string[]) => lines.map(line => line.replaceAll('\u00a0', ' '))

test('what lies below a curve fills its lines from below, eight steps each', () => {
  expect(shown(hills([0, 0.25, 0.5, 0.75, 1], 2, 5))).toEqual(['   ▄█', ' ▄███'])
  expect(shown(hills([0, 1 / 8, 1], 1, 3))).toEqual([' ▁█'])
})

test('a curve of many points is as wide as it was asked to be, from its first to its last', () => {
  const lines = shown(
    hills(
      Array.from({ length: 101 }, (_, i) => i / 100),
      1,
      9,
    ),
  )
  expect(lines).toEqual([' ▁▂▃▄▅▆▇█'])
})

test('a share that is no number of the scale stays inside', () => {
  expect(shown(hills([-0.2, 1.2], 1, 2))).toEqual([' █'])
})
