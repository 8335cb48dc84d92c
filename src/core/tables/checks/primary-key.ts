import type { Column } from '../column.ts'
import { defineCheck, type Rule } from '../define-check.ts'
import { repeatedKeys } from '../measures/repeated-keys.ts'
import { primaryKeyOf } from '../rules/primary-key-of.ts'
import { finishRepeated } from '../verdicts/finish-repeated.ts'
import { listed } from '../wording/listed.ts'

/** The columns of the primary key are never empty and, taken together, never the same twice. */
export const primaryKey = defineCheck({
  id: 'primary-key',
  title: 'The primary key is never empty and never the same twice',
  rules: (table): (Rule & { columns: Column[] })[] => {
    const columns = primaryKeyOf(table)
    const [first] = columns
    const incomplete = table.missing.some(({ property }) => property.primaryKey)
    if (!first || incomplete) return []
    return [
      {
        id: 'primary-key',
        title: `The primary key ${listed(columns.map(({ name }) => name))} is never empty and never the same twice`,
        table,
        columns,
        line: first.lineOf('primaryKey'),
        ...(columns.length === 1 ? { column: first } : {}),
      },
    ]
  },
  measures: ({ columns }) => ({ keys: repeatedKeys(columns) }),
  finish: (rule, { keys }, rows) => finishRepeated(rule, keys, rows, { subject: 'The primary key', emptyFails: true }),
})
