import { z } from 'zod'
import { defineCrossCheck } from '../define-cross-check.ts'
import { ofColumn } from '../expectation.ts'
import { extent } from '../measures/extent.ts'
import { expectedOf } from '../rules/expected.ts'
import { columnsNamed, filesOf } from '../rules/other-tables.ts'
import { broken } from '../verdicts/finish-rows.ts'
import { locations, mendOr } from '../wording/locations.ts'
import { shown } from '../wording/shown.ts'

const expectation = ofColumn(
  'expect_column_values_to_follow_those_of',
  z.strictObject({ other_table: z.string(), other_column: z.string().optional() }),
)

/** Every time of a column is later than all times of a column of another table: a test set that begins before the training set ends has seen the future. */
export const timeOrder = defineCrossCheck({
  id: 'time-order',
  title: 'All times of a table are later than those of another',
  expectations: [expectation],
  rules: (table, all) =>
    expectedOf(table, expectation).flatMap(rule =>
      filesOf(all, rule.options.other_table).flatMap(other => {
        const [theirs] = columnsNamed(other, [rule.options.other_column ?? rule.column.property.name]) ?? []
        if (!theirs) return []
        const title = `Every ${shown(rule.column.name)} is later than all ${shown(theirs.name)} of ${shown(other.file)}`
        return [{ ...rule, other, theirs, title }]
      }),
    ),
  measures: ({ column }) => ({ times: extent(column) }),
  measuresOfOther: ({ theirs }) => ({ times: extent(theirs) }),
  finish(rule, { times }, { times: before }) {
    const base = { id: rule.id, title: rule.title, locations: locations(rule) }
    if (times.n === 0 || before.n === 0) {
      const reason = `${times.n === 0 ? rule.table.file : rule.other.file} has no times to compare`
      return { ...base, status: 'inconclusive', reason, hint: mendOr(rule, []) }
    }
    const [first, last] = [new Date(times.low).toISOString(), new Date(before.high).toISOString()]
    const reason = `${rule.table.file} begins at ${first} and ${rule.other.file} ends at ${last}`
    if (times.low > before.high) return { ...base, status: 'pass', reason }
    const hint = 'Split the data by time, or say why the past may know the future'
    return { ...base, status: broken(rule), reason, hint }
  },
})
