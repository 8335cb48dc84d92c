import type { Check } from '../../evidence.ts'
import type { Column } from '../column.ts'
import type { Rule } from '../define-check.ts'
import { type CellJudge, type JudgedCells, judgedCells } from '../measures/judged-cells.ts'
import type { ShownRows } from '../shown-rows.ts'
import { shown } from '../wording/shown.ts'
import { finishRows } from './finish-rows.ts'

/** A demand on every filled cell of a column, one by one. */
export interface CellRule extends Rule, CellJudge {
  readonly column: Column
  /** What is true of a failing cell: `is below 0`. */
  readonly failing: string
  /** How a cell is written that passes. */
  readonly written?: string
  /** What is true of an undecided cell. */
  readonly undecided?: string
  /** What is true of a passing cell: `is at most 100`. */
  readonly holding: string
  /** How near the limit, to end the sentence; asked only where values of the column may be shown. */
  near?(extent: { readonly low: number; readonly high: number }): string
}

/** The measure and the verdict that all checks of single cells share. */
export const perCell = {
  measures: (rule: CellRule) => ({ cells: judgedCells(`${rule.id}:${rule.line}`, rule.column, rule) }),
  finish: (rule: CellRule, { cells }: { readonly cells: JudgedCells }, rows: ShownRows) =>
    finishCells(rule, cells, rows),
}

/** The verdict on the cells of a column. */
export function finishCells(
  rule: Omit<CellRule, 'judge'>,
  { rows, n, failed, undecided, low, high }: JudgedCells,
  shownRows: ShownRows,
): Check {
  const near = rule.column.sensitive || n === 0 ? undefined : rule.near?.({ low, high })
  const { failing, holding, written, undecided: open } = rule
  return finishRows(
    rule,
    { rows, n, failed, undecided },
    {
      subject: shown(rule.column.name),
      noun: 'cell',
      failing,
      holding,
      ...(open === undefined ? {} : { undecided: open }),
      ...(written === undefined ? {} : { written }),
      ...(near === undefined ? {} : { near }),
    },
    shownRows,
  )
}
