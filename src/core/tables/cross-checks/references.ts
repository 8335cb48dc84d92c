import { defineCrossCheck } from '../define-cross-check.ts'
import { compareKeys } from '../measures/compare-keys.ts'
import { keysIn } from '../measures/key-log.ts'
import { repeatedKeys } from '../measures/repeated-keys.ts'
import { relationshipsOf, resolve } from '../rules/relationship-rules.ts'
import { finishRows } from '../verdicts/finish-rows.ts'
import { listed } from '../wording/listed.ts'

/** Every key that a relationship of the contract refers to is there: referential integrity. Rows with an empty cell in the key refer to nothing. */
export const references = defineCrossCheck({
  id: 'references',
  title: 'Every key that a relationship refers to is there',
  rules: (table, all) =>
    relationshipsOf(table).flatMap(placed => {
      const resolved = resolve(placed, table, all)
      if (typeof resolved === 'string') return []
      const { columns, words, line, column } = resolved
      const names = listed(columns.map(({ name }) => name))
      return resolved.parents.map(parent => ({
        id: `${column?.name ?? columns.map(({ name }) => name).join('-')}.references`,
        title: `Every ${names} is among ${words}`,
        table,
        line,
        ...(column ? { column } : {}),
        columns,
        other: parent.table,
        keys: parent.columns,
      }))
    }),
  measures: ({ columns }) => ({ own: repeatedKeys(columns) }),
  measuresOfOther: ({ keys }) => ({ parent: repeatedKeys(keys) }),
  finish(rule, { own }, { parent }, rows) {
    const missing = compareKeys(own.keys, parent.keys, 'missing', rows.read)
    return finishRows(
      rule,
      { rows: own.rows, n: keysIn(own.keys), failed: { ...missing, values: new Map() } },
      {
        subject: listed(rule.columns.map(({ name }) => name)),
        noun: 'row',
        failing: `is not in ${rule.other.file}`,
        holding: `is in ${rule.other.file}`,
      },
      rows,
    )
  },
})
