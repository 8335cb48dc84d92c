import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { chi2Contingency } from '../../../src/core/stats/index.ts'
import { expectClose } from './expect-close.ts'
import { compare } from './in-memory.ts'

const text = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')

const Golden = z.object({
  drift_train_to_current: z.array(
    z.object({
      column: z.string(),
      reference_missing_share: z.number(),
      current_missing_share: z.number(),
      test: z.enum(['ks_2samp', 'chi2_contingency']),
      statistic: z.number(),
      p: z.number(),
      psi: z.number(),
    }),
  ),
})

const golden = Golden.parse(JSON.parse(text('test/fixtures/goldens/credit.json'))).drift_train_to_current
const found = await compare(text('examples/credit/train.csv'), text('examples/credit/current.csv'), {
  ignore: ['id'],
  methods: { numeric: 'kolmogorov-smirnov', categorical: 'total-variation', boolean: 'total-variation' },
})

test('there is a golden number for every column', () => {
  expect(golden.map(one => one.column).toSorted()).toEqual(found.result.columns.map(row => row.column).toSorted())
})

describe.each(golden)('$column', ({ column, ...expected }) => {
  const row = found.row(column)

  test('missing shares and PSI are those of the golden table', () => {
    expectClose(row.missing, { reference: expected.reference_missing_share, current: expected.current_missing_share })
    expectClose(row.reported, { psi: expected.psi })
  })

  test('the test is that of the golden table, where both define it alike', () => {
    if (expected.test === 'ks_2samp') {
      expectClose(row, { method: 'kolmogorov-smirnov', effect: expected.statistic, pValue: expected.p })
      return
    }
    // The golden χ² takes missing as a category of its own and merges nothing.
    if (column === 'status' || column === 'records') expectClose(row, { pValue: expected.p })
    const { statistic, pValue } = chi2Contingency(withMissing(column))
    expectClose({ statistic, pValue }, { statistic: expected.statistic, pValue: expected.p })
  })
})

/** Rows per category and of blank cells, of either side. */
function withMissing(column: string): number[][] {
  const sides = ['train', 'current'].map(name => {
    const [header = '', ...lines] = text(`examples/credit/${name}.csv`).trimEnd().split('\n')
    const index = header.split(',').indexOf(column)
    return Map.groupBy(lines, line => line.split(',')[index])
  })
  const categories = new Set(sides.flatMap(side => [...side.keys()]))
  return sides.map(side => [...categories].map(category => side.get(category)?.length ?? 0))
}
