import type { Column } from '../column.ts'
import { addRows, distinctRows, mergeRows } from '../counts/distinct-rows.ts'
import { finishDistinct } from '../counts/finish-distinct.ts'
import { defineCheck, type Rule } from '../define-check.ts'
import { primaryKeyOf } from '../rules/primary-key-of.ts'
import { shown } from '../wording/shown.ts'

/** No value occurs twice. Empty cells repeat nothing. A column that is the primary key by itself is left to that check. */
export const unique = defineCheck({
  id: 'unique',
  title: 'No value of a unique column occurs twice',
  rules: table => {
    const [key, ...others] = primaryKeyOf(table)
    return table.columns
      .filter(column => column.property.unique && (column !== key || others.length > 0))
      .map((column): Rule & { column: Column } => ({
        id: `${column.name}.unique`,
        title: `No value of ${shown(column.name)} occurs twice`,
        table,
        column,
        line: column.lineOf('unique'),
      }))
  },
  init: distinctRows,
  add: (state, batch, { column }) => addRows(state, batch, [column]),
  merge: (state, later, { column }) => mergeRows(state, later, [column]),
  finish: (state, rule) => finishDistinct(state, rule, { subject: shown(rule.column.name), emptyFails: false }),
})
