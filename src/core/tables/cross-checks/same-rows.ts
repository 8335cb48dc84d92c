import { z } from 'zod'
import { grouped } from '../../wording/grouped.ts'
import { defineCrossCheck } from '../define-cross-check.ts'
import { ofTable } from '../expectation.ts'
import { compareKeys } from '../measures/compare-keys.ts'
import { repeatedKeys } from '../measures/repeated-keys.ts'
import { expected } from '../rules/expected.ts'
import { columnsNamed, filesOf } from '../rules/other-tables.ts'
import { finishRows } from '../verdicts/finish-rows.ts'
import { shown } from '../wording/shown.ts'

const expectation = ofTable('expect_table_to_equal_other_table', z.strictObject({ other_table: z.string() }))

/** A table has the rows of another, in any order, no more and no fewer; cells compare as texts. */
export const sameRows = defineCrossCheck({
  id: 'same-rows',
  title: 'A table has the rows of another, in any order',
  expectations: [expectation],
  rules: (table, all) =>
    expected(table, expectation).flatMap(rule =>
      filesOf(all, rule.options.other_table).flatMap(other => {
        const names = table.columns.map(({ property }) => property.name)
        const theirs = columnsNamed(other, names)
        return theirs ? [{ ...rule, other, theirs, title: `The rows are those of ${shown(other.file)}` }] : []
      }),
    ),
  measures: ({ table }) => ({ keys: repeatedKeys(table.columns, { emptyIsValue: true }) }),
  measuresOfOther: ({ theirs }) => ({ keys: repeatedKeys(theirs, { emptyIsValue: true }) }),
  finish(rule, { keys }, { keys: theirs }, rows) {
    const added = compareKeys(keys.keys, theirs.keys, 'missing', rows.read)
    const lacking = compareKeys(theirs.keys, keys.keys, 'missing', rows.read)
    const unequal = Math.abs(keys.rows - theirs.rows)
    const count = Math.max(added.count + lacking.count, unequal)
    const failing =
      lacking.count > 0 || unequal > 0
        ? `differ (${grouped(added.count)} are not in ${rule.other.file}, ${grouped(lacking.count)} of its are lacking, ${grouped(keys.rows)} against ${grouped(theirs.rows)} in all)`
        : `differ: they are not in ${rule.other.file}`
    const failed = { count, places: added.places, values: new Map<string, number>() }
    return finishRows(
      rule,
      { rows: keys.rows, n: Math.max(keys.rows, theirs.rows), failed },
      { subject: 'The rows', noun: 'row', failing, holding: `are those of ${rule.other.file}` },
      rows,
    )
  },
})
