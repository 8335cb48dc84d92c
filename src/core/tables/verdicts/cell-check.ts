import type { Check } from '../../evidence.ts'
import type { Column } from '../column.ts'
import type { Rule } from '../define-check.ts'
import { type Failures, namedValues } from '../measures/failures.ts'
import { type CellJudge, type JudgedCells, judgedCells } from '../measures/judged-cells.ts'
import type { ShownRows } from '../shown-rows.ts'
import { count, each } from '../wording/count.ts'
import { linesOf, locations, mendOr } from '../wording/locations.ts'
import { percent } from '../wording/percent.ts'
import { shown } from '../wording/shown.ts'

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
  measures: (rule: CellRule) => ({ cells: judgedCells(rule.id, rule.column, rule) }),
  finish: (rule: CellRule, { cells }: { readonly cells: JudgedCells }, rows: ShownRows) =>
    finishCells(rule, cells, rows),
}

/** What judging cells has found, whatever judged them. */
export interface CellCounts {
  readonly rows: number
  readonly n: number
  readonly low: number
  readonly high: number
  readonly failed: Failures
  readonly undecided: Failures
}

/** The verdict on the cells of a column. */
export function finishCells(rule: Omit<CellRule, 'judge'>, counts: CellCounts, rows: ShownRows): Check {
  const { n, failed, undecided } = counts
  const base = {
    id: rule.id,
    title: rule.title,
    measured: { value: failed.count, unit: 'rows', n, ...(n > 0 ? { share: failed.count / n } : {}) },
    required: { comparator: '=' as const, value: 0, unit: 'rows' },
  }
  if (counts.rows === 0) {
    return { ...base, status: 'inconclusive', reason: `${rule.table.file} has no rows`, locations: locations(rule) }
  }
  if (n === 0) {
    const reason = `${shown(rule.column.name)} is empty in ${each(counts.rows, 'row')}`
    return { ...base, status: 'inconclusive', reason, hint: mendOr(rule, []), locations: locations(rule) }
  }
  const { kept, status, words } =
    failed.count > 0
      ? { kept: failed, status: 'fail' as const, words: rule.failing }
      : { kept: undecided, status: 'inconclusive' as const, words: rule.undecided ?? 'cannot be judged' }
  if (kept.count > 0) {
    const lines = linesOf(kept, rows)
    const share = `${kept.count} of ${count(n, 'cell')} (${percent(kept.count / n)})`
    const reason = `${shown(rule.column.name)} ${words} in ${share}${namedValues(kept)}`
    const hint = `${mendOr(rule, lines)}${rule.written ? `. Expected is ${rule.written}` : ''}`
    return { ...base, status, reason, hint, locations: locations(rule, lines) }
  }
  const near = rule.column.sensitive ? '' : (rule.near?.({ low: counts.low, high: counts.high }) ?? '')
  const reason = `${shown(rule.column.name)} ${rule.holding} in ${each(n, 'cell')}${near}`
  return { ...base, status: 'pass', reason, locations: locations(rule) }
}
