import { expect, test } from 'vitest'
import { exposition } from '../../../src/core/metrics/exposition.ts'

test('texts are escaped as the format has it, and made well-formed', () => {
  const labels = { path: 'C:\\data\n"new"', lone: '\ud800', tab: '\t' }
  expect(exposition([{ name: 'x', help: 'A \\ and\na "b"', samples: [{ labels, value: 1 }] }])).toBe(
    '# HELP x A \\\\ and\\na "b"\n# TYPE x gauge\nx{path="C:\\\\data\\n\\"new\\"",lone="\ufffd",tab="\t"} 1\n',
  )
})

test('numbers are written as Go reads them', () => {
  const values = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, 1e21, 1e-7, -0.5]
  expect(exposition([{ name: 'x', help: 'X', samples: values.map(value => ({ labels: {}, value })) }])).toBe(
    '# HELP x X\n# TYPE x gauge\nx +Inf\nx -Inf\nx NaN\nx 1e+21\nx 1e-7\nx -0.5\n',
  )
})

test('a family without samples is left out', () => {
  expect(exposition([{ name: 'x', help: 'X', samples: [] }])).toBe('')
})
