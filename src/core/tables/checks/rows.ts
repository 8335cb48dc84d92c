import { defineCheck, type Rule } from '../define-check.ts'
import { rowCount } from '../measures/row-count.ts'
import { count } from '../wording/count.ts'

/** The file has rows: of an empty table nothing can be said. */
export const rows = defineCheck({
  id: 'rows',
  title: 'The file has rows',
  rules: (table): Rule[] => [{ id: 'rows', title: 'The file has rows', table, line: table.lineOf() }],
  measures: () => ({ counted: rowCount }),
  finish({ id, title, table: { file } }, { counted: { rows } }) {
    const base = {
      id,
      title,
      measured: { value: rows, unit: 'rows', n: rows },
      required: { comparator: '>' as const, value: 0, unit: 'rows' },
      locations: [{ file }],
    }
    if (rows > 0) return { ...base, status: 'pass', reason: `${file} has ${count(rows, 'row')}` }
    return {
      ...base,
      status: 'inconclusive',
      reason: `${file} has a header but no rows`,
      hint: 'Check the step that writes it',
    }
  },
})
