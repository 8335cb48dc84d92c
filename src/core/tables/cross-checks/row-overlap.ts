import { z } from 'zod'
import { defineCrossCheck } from '../define-cross-check.ts'
import { ofTable } from '../expectation.ts'
import { compareKeys } from '../measures/compare-keys.ts'
import { keysIn } from '../measures/key-log.ts'
import { repeatedKeys } from '../measures/repeated-keys.ts'
import { expected } from '../rules/expected.ts'
import { columnsNamed, filesOf } from '../rules/other-tables.ts'
import { finishRows } from '../verdicts/finish-rows.ts'
import { listed } from '../wording/listed.ts'
import { shown } from '../wording/shown.ts'

const expectation = ofTable(
  'expect_rows_to_not_occur_in',
  z.strictObject({ other_table: z.string(), column_list: z.array(z.string()).min(1).optional() }),
  ({ column_list = [] }) => column_list,
)

/** No row of a table, by some columns or by all that both have, occurs in another: a test set that the training set has seen, by id or by content. */
export const rowOverlap = defineCrossCheck({
  id: 'row-overlap',
  title: 'No row, by its id or by its content, occurs in another table',
  expectations: [expectation],
  rules: (table, all) =>
    expected(table, expectation).flatMap(rule =>
      filesOf(all, rule.options.other_table).flatMap(other => {
        const common = table.columns.map(({ property }) => property.name).filter(name => columnsNamed(other, [name]))
        const names = rule.options.column_list ?? common
        const [own, theirs] = [columnsNamed(table, names), columnsNamed(other, names)]
        if (!own || !theirs || names.length === 0) return []
        const by = rule.options.column_list ? `, by ${listed(names)}` : `, by its ${names.length} columns`
        return [{ ...rule, other, own, theirs, title: `No row occurs in ${shown(other.file)}${by}` }]
      }),
    ),
  measures: ({ own }) => ({ keys: repeatedKeys(own, { emptyIsValue: own.length > 1 }) }),
  measuresOfOther: ({ theirs }) => ({ keys: repeatedKeys(theirs, { emptyIsValue: theirs.length > 1 }) }),
  finish(rule, { keys }, other, rows) {
    const shared = compareKeys(keys.keys, other.keys.keys, 'shared', rows.read)
    return finishRows(
      rule,
      { rows: keys.rows, n: keysIn(keys.keys), failed: { ...shared, values: new Map() } },
      {
        subject: 'The row',
        noun: 'row',
        failing: `occurs in ${rule.other.file}`,
        holding: `does not occur in ${rule.other.file}`,
      },
      rows,
    )
  },
})
