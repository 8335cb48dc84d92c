import { z } from 'zod'
import { grouped } from '../../wording/grouped.ts'
import { defineCheck } from '../define-check.ts'
import { ofColumn } from '../expectation.ts'
import { noMeasure } from '../families/define-aggregate.ts'
import { type FitsWindow, movingValues, unfit } from '../measures/moving-values.ts'
import { expectedOf } from '../rules/expected.ts'
import { finishRows } from '../verdicts/finish-rows.ts'
import { shown } from '../wording/shown.ts'

const expectation = ofColumn(
  'expect_column_values_to_be_within_n_moving_stdevs',
  z.strictObject({ window: z.int().min(2).max(1000).default(20), threshold: z.number().positive().default(3) }),
)

/**
 * Each value, in the order of the rows, lies within so many sample standard deviations of the mean of the values before it; the
 * first of a table, which have no whole window before them, are not judged. After values that do not vary, any other is an outlier.
 */
export const movingOutliers = defineCheck({
  id: 'moving-outliers',
  title: 'Values lie within so many standard deviations of the mean of the values before them',
  expectations: [expectation],
  rules: table =>
    expectedOf(table, expectation).map(rule => ({
      ...rule,
      title: `Values of ${shown(rule.column.name)} lie within ${words(rule.options)}`,
      fits: within(rule.options.threshold),
    })),
  measures: ({ id, line, column, options, fits }) => ({
    values: movingValues(`${id}:${line}`, column, options.window, fits),
  }),
  finish(rule, { values }, shownRows) {
    const { column, options, fits } = rule
    const judged = Math.max(0, values.n - options.window)
    return finishRows(
      rule,
      { rows: values.rows, n: judged, failed: unfit(values, options.window, fits) },
      {
        subject: shown(column.name),
        noun: 'value',
        failing: `is not within ${words(options)}`,
        holding: `is within ${words(options)}`,
        none: column.reader
          ? `${shown(column.name)} has ${grouped(values.n)} ${values.n === 1 ? 'value' : 'values'}, too few for a window of ${options.window} and one after it`
          : noMeasure(column),
      },
      shownRows,
    )
  },
})

const words = ({ window, threshold }: { readonly window: number; readonly threshold: number }) =>
  `${threshold} standard deviations of the mean of the ${window} values before`

/** Sums anew for every value, so that nothing depends on where a stretch began. */
const within =
  (threshold: number): FitsWindow =>
  (before, value) => {
    const mean = before.reduce((sum, one) => sum + one, 0) / before.length
    const squares = before.reduce((sum, one) => sum + (one - mean) ** 2, 0)
    return Math.abs(value - mean) <= threshold * Math.sqrt(squares / (before.length - 1))
  }
