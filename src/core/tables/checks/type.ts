import { z } from 'zod'
import type { Column } from '../column.ts'
import { defineCheck } from '../define-check.ts'
import { ofColumn } from '../expectation.ts'
import { type CellDemand, cellRules } from '../families/define-cells.ts'
import type { LogicalType } from '../types/define-type.ts'
import * as types from '../types/index.ts'
import { logicalTypeOf } from '../types/logical-type-of.ts'
import { type CellRule, perCell } from '../verdicts/cell-check.ts'
import { shown } from '../wording/shown.ts'

const ofType = ofColumn(
  'expect_column_values_to_be_of_type',
  z.strictObject({
    type_: z.enum(
      Object.values(types).map(({ id }) => id),
      { error: 'a logical type of the standard' },
    ),
  }),
)

const ofTypes = ofColumn(
  'expect_column_values_to_be_in_type_list',
  z.strictObject({
    type_list: z
      .array(
        z.enum(
          Object.values(types).map(({ id }) => id),
          { error: 'a logical type of the standard' },
        ),
      )
      .min(1),
  }),
)

/** Every cell is a value of the column's logical type. A text is anything, so a string column has no such check. */
export const type = defineCheck({
  id: 'type',
  title: 'Every value is of the logical type',
  expectations: [ofType, ofTypes],
  rules: table => [
    ...table.columns.flatMap((column): CellRule[] => {
      if (!column.reader) return []
      return [
        {
          id: `${column.name}.type`,
          title: `Every value of ${shown(column.name)} is ${column.type.noun}`,
          table,
          column,
          line: column.lineOf('logicalType'),
          reads: 'value',
          passes: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
          isExact: true,
          judge: (_, value) => (Number.isNaN(value) ? 'fail' : 'pass'),
          ...words(column.type, column),
        },
      ]
    }),
    ...cellRules(table, ofType, (column, { type_ }) => readsAs(column, [type_])),
    ...cellRules(table, ofTypes, (column, { type_list }) => readsAs(column, type_list)),
  ],
  ...perCell,
})

/** Whether each text is of one of some types, none of which need be the column's own. */
function readsAs({ options }: Column, names: readonly string[]): CellDemand {
  const all = names.map(logicalTypeOf)
  const tests = all.map(({ reader: readerOf }) => {
    const reader = readerOf({})
    return reader && 'read' in reader ? reader.read : () => (reader ? Number.NaN : 0)
  })
  const nouns = all.map(({ noun }) => noun).join(' or ')
  return {
    reads: 'text',
    judge: text => (tests.every(read => Number.isNaN(read(text))) ? 'fail' : 'pass'),
    failing: `is not ${nouns}`,
    written: all.map(type => type.written(options)).join(' or '),
    holding: `is ${nouns}`,
  }
}

const words = (type: LogicalType, { options }: Column) => ({
  failing: `is not ${type.noun}`,
  written: type.written(options),
  holding: `is ${type.noun}`,
})
