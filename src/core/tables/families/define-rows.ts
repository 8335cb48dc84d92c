import type { BoundTable } from '../bind-table.ts'
import type { Column } from '../column.ts'
import { defineCheck, type TableCheck } from '../define-check.ts'
import { type Expectation, ofTable } from '../expectation.ts'
import { judgedRows, type RowTruths } from '../measures/judged-rows.ts'
import { expected } from '../rules/expected.ts'
import { finishRows } from '../verdicts/finish-rows.ts'

/** A demand on every row, of several columns, asked for by an expectation. */
export interface RowExpectation<Options> {
  readonly id: string
  readonly title: string
  readonly expectation: string
  readonly options: Expectation<Options>['options']
  columns(options: Options): readonly string[]
  /** What must be true of a row: `has a before b`. */
  words(options: Options): string
  /** For each row 1 where it holds, 0 where it does not, 2 where nothing can be said for want of a value. */
  truths(options: Options, columns: readonly Column[], table: BoundTable): RowTruths
}

/** A check of whole rows. */
export function defineRows<Options>(rows: RowExpectation<Options>): TableCheck {
  const expectation = ofTable(rows.expectation, rows.options, options => rows.columns(options))
  return defineCheck({
    id: rows.id,
    title: rows.title,
    expectations: [expectation],
    rules: table =>
      expected(table, expectation).map(rule => ({ ...rule, title: `Every row ${rows.words(rule.options)}` })),
    measures: ({ id, line, options, columns, table }) => ({
      rows: judgedRows(`${id}:${line}`, rows.truths(options, columns, table)),
    }),
    finish: (rule, { rows: { rows: all, n, failed } }, shown) => {
      const words = {
        subject: `The rule that a row ${rows.words(rule.options)}`,
        noun: 'row',
        failing: 'is broken',
        holding: 'is kept',
        none: 'No row has the values that the rule speaks of',
      }
      return finishRows(rule, { rows: all, n, failed }, words, shown)
    },
  })
}
