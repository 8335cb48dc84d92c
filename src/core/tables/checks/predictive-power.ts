import { z } from 'zod'
import { defineCheck } from '../define-check.ts'
import { ofTable } from '../expectation.ts'
import { powerOf } from '../families/single-column-power.ts'
import { rowSample, sampled } from '../measures/row-sample.ts'
import { expected } from '../rules/expected.ts'
import { finishBetween } from '../verdicts/finish-between.ts'
import { shown } from '../wording/shown.ts'

const expectation = ofTable(
  'expect_no_column_to_predict_label',
  z.strictObject({
    label: z.string(),
    max_value: z.number().gt(0.5).lte(1).default(0.98),
    columns: z.array(z.string()).optional(),
  }),
  ({ label, columns = [] }) => [label, ...columns],
)

/**
 * No single column tells the label on its own nearly without error, which is what a column filled in after the fact does.
 * Measured as the area under the ROC curve of the column against the label (of several classes, the greatest of each against
 * the rest), on at most 20 000 rows drawn by lot: numbers as they are, texts by the label's rates in the other half of them.
 */
export const predictivePower = defineCheck({
  id: 'predictive-power',
  title: 'No single column tells the label: a sign of leakage',
  expectations: [expectation],
  rules: table =>
    expected(table, expectation).flatMap(rule => {
      const [label, ...named] = rule.columns
      if (!label) return []
      const judged = (named.length > 0 ? named : table.columns).filter(column => column !== label)
      return judged.map(column => ({
        ...rule,
        id: `${column.name}.${rule.id}`,
        column,
        label,
        title: `${shown(column.name)} alone does not tell ${shown(label.name)} (AUC at most ${rule.options.max_value})`,
      }))
    }),
  measures: ({ label, column }) => ({ sample: rowSample([label, column]) }),
  finish(rule, { sample }) {
    const subject = `The AUC of ${shown(rule.column.name)} for ${shown(rule.label.name)}`
    return finishBetween(rule, subject, powerOf(sampled(sample), rule.column.reader !== undefined))
  },
})
