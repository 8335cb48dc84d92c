import { z } from 'zod'
import { grouped } from '../../wording/grouped.ts'
import { defineCrossCheck } from '../define-cross-check.ts'
import { ofTable } from '../expectation.ts'
import { rowCount } from '../measures/row-count.ts'
import { expected } from '../rules/expected.ts'
import { filesOf } from '../rules/other-tables.ts'
import { finishBetween } from '../verdicts/finish-between.ts'
import { shown } from '../wording/shown.ts'

const expectation = ofTable(
  'expect_table_row_count_to_equal_other_table',
  z.strictObject({ other_table: z.string(), factor: z.number().positive().default(1) }),
)

/** A table has as many rows as another, or so many times as many. */
export const otherRowCount = defineCrossCheck({
  id: 'other-row-count',
  title: 'A table has as many rows as another',
  expectations: [expectation],
  rules: (table, all) =>
    expected(table, expectation).flatMap(rule =>
      filesOf(all, rule.options.other_table).map(other => {
        const times = rule.options.factor === 1 ? '' : `${rule.options.factor} times `
        return { ...rule, other, title: `The number of rows is ${times}that of ${shown(other.file)}` }
      }),
    ),
  measures: () => ({ counted: rowCount }),
  measuresOfOther: () => ({ counted: rowCount }),
  finish(rule, { counted }, other) {
    const wanted = other.counted.rows * rule.options.factor
    const asked = { ...rule, options: { min_value: wanted, max_value: wanted } }
    if (other.counted.rows === 0) return finishBetween(asked, 'The number of rows', `${rule.other.file} has no rows`)
    return finishBetween(asked, 'The number of rows', {
      value: counted.rows,
      n: counted.rows,
      unit: 'rows',
      words: grouped(counted.rows),
    })
  },
})
