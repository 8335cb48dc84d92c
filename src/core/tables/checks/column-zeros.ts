import { defineAggregate, noValues } from '../families/define-aggregate.ts'
import { judgedCells } from '../measures/judged-cells.ts'

/** The share of filled cells that are zero. */
export const columnZeros = defineAggregate({
  id: 'column-zeros',
  title: 'Share of zeros',
  expectation: 'expect_column_zeros_proportion_to_be_between',
  ofValues: true,
  measures: column => ({
    cells: judgedCells('zero', column, {
      reads: 'value',
      fails: [0, 0],
      judge: (_, value) => (value === 0 ? 'fail' : 'pass'),
    }),
  }),
  finish: ({ cells: { n, failed } }, column) => (n > 0 ? { value: failed.count / n, n } : noValues(column)),
})
