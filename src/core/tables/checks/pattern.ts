import { z } from 'zod'
import { defineCheck } from '../define-check.ts'
import { ofColumn } from '../expectation.ts'
import { cellRules } from '../families/define-cells.ts'
import { matcher } from '../values/matcher.ts'
import { Pattern } from '../values/pattern.ts'
import { type CellRule, perCell } from '../verdicts/cell-check.ts'
import { shown } from '../wording/shown.ts'

const matches = ofColumn('expect_column_values_to_match_regex', z.strictObject({ regex: Pattern }))

/** Every value matches the pattern. */
export const pattern = defineCheck({
  id: 'pattern',
  title: 'Every value matches the pattern (ECMA-262, a search unless it has ^ and $)',
  expectations: [matches],
  rules: table => [
    ...table.columns.flatMap((column): CellRule[] => {
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
    ...cellRules(table, matches, (_, { regex }) => ({ ...matcher(regex), holding: `matches ${shown(regex)}` })),
  ],
  ...perCell,
})
