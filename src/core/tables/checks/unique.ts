import type { Column } from '../column.ts'
import { defineCheck, type Rule } from '../define-check.ts'
import { repeatedKeys } from '../measures/repeated-keys.ts'
import { primaryKeyOf } from '../rules/primary-key-of.ts'
import { finishRepeated } from '../verdicts/finish-repeated.ts'
import { shown } from '../wording/shown.ts'

/** No value occurs twice. Empty cells repeat nothing. A column that is the primary key by itself is left to that check. */
export const unique = defineCheck({
  id: 'unique',
  title: 'No value of a unique column occurs twice',
  rules: table => {
    const [key, ...others] = primaryKeyOf(table)
    return table.columns
      .filter(column => column.property.unique && (column !== key || others.length > 0))
      .map((column): Rule & { column: Column; columns: Column[] } => ({
        id: `${column.name}.unique`,
        title: `No value of ${shown(column.name)} occurs twice`,
        table,
        column,
        columns: [column],
        line: column.lineOf('unique'),
      }))
  },
  measures: ({ columns }) => ({ keys: repeatedKeys(columns) }),
  finish: (rule, { keys }, rows) =>
    finishRepeated(rule, keys, rows, { subject: shown(rule.column.name), emptyFails: false }),
})
