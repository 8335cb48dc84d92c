import { defineCheck } from '../define-check.ts'
import { matcher } from '../values/matcher.ts'
import { type CellRule, perCell } from '../verdicts/cell-check.ts'
import { shown } from '../wording/shown.ts'

/** Every value matches the pattern. */
export const pattern = defineCheck({
  id: 'pattern',
  title: 'Every value matches the pattern (ECMA-262, a search unless it has ^ and $)',
  rules: table =>
    table.columns.flatMap((column): CellRule[] => {
      const source = column.options.pattern
      if (source === undefined) return []
      return [
        {
          id: `${column.name}.pattern`,
          title: `Every value of ${shown(column.name)} matches ${shown(source)}`,
          table,
          column,
          line: column.lineOf('logicalTypeOptions', 'pattern'),
          ...matcher(source),
          holding: 'matches',
        },
      ]
    }),
  ...perCell,
})
