import type { Column } from '../column.ts'
import { defineCheck, type TableCheck } from '../define-check.ts'
import { type Expectation, ofColumn } from '../expectation.ts'
import { expectedOf } from '../rules/expected.ts'
import { type CellRule, perCell } from '../verdicts/cell-check.ts'
import { shown } from '../wording/shown.ts'

/** What a rule on single cells says and how it judges; the rest of the rule comes with the expectation. */
export type CellDemand = Pick<
  CellRule,
  | 'judge'
  | 'reads'
  | 'passes'
  | 'isExact'
  | 'characters'
  | 'extent'
  | 'near'
  | 'failing'
  | 'holding'
  | 'undecided'
  | 'written'
>

/** A demand on every filled cell of a column, asked for by an expectation alone. */
export interface CellExpectation<Options> {
  readonly id: string
  /** Of the check as a whole. */
  readonly title: string
  readonly expectation: string
  readonly options: Expectation<Options>['options']
  demand(column: Column, options: Options): CellDemand
}

/** A check of single cells. */
export function defineCells<Options>(cells: CellExpectation<Options>): TableCheck {
  const expectation = ofColumn(cells.expectation, cells.options)
  return defineCheck({
    id: cells.id,
    title: cells.title,
    expectations: [expectation],
    rules: table => cellRules(table, expectation, cells.demand),
    ...perCell,
  })
}

/** The rules that an expectation on single cells makes. */
export const cellRules = <Options>(
  table: Parameters<TableCheck['plan']>[0],
  expectation: Expectation<Options>,
  demand: (column: Column, options: Options) => CellDemand,
): CellRule[] =>
  expectedOf(table, expectation).map(({ options, columns: _, ...rule }) => {
    const demanded = demand(rule.column, options)
    return { ...rule, ...demanded, title: `Every value of ${shown(rule.column.name)} ${demanded.holding}` }
  })
