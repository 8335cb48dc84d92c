import { z } from 'zod'
import type { Column } from '../column.ts'
import { defineCheck, type Rule } from '../define-check.ts'
import { ofColumn } from '../expectation.ts'
import { repeatedKeys } from '../measures/repeated-keys.ts'
import { expectedOf } from '../rules/expected.ts'
import { primaryKeyOf } from '../rules/primary-key-of.ts'
import { finishRepeated } from '../verdicts/finish-repeated.ts'
import { shown } from '../wording/shown.ts'

const expectation = ofColumn('expect_column_values_to_be_unique', z.strictObject({}))

/** No value occurs twice. Empty cells repeat nothing. A column that is the primary key by itself is left to that check. */
export const unique = defineCheck({
  id: 'unique',
  title: 'No value of a unique column occurs twice',
  expectations: [expectation],
  rules(table) {
    const [key, ...others] = primaryKeyOf(table)
    return [
      ...table.columns
        .filter(column => column.property.unique && (column !== key || others.length > 0))
        .map(column => ({ id: `${column.name}.unique`, table, column, line: column.lineOf('unique') })),
      ...expectedOf(table, expectation),
    ].map((rule): Rule & { readonly column: Column; readonly columns: readonly Column[] } => ({
      ...rule,
      title: `No value of ${shown(rule.column.name)} occurs twice`,
      columns: [rule.column],
    }))
  },
  measures: ({ columns }) => ({ keys: repeatedKeys(columns) }),
  finish: (rule, { keys }, rows) =>
    finishRepeated(rule, keys, rows, { subject: shown(rule.column.name), emptyFails: false }),
})
