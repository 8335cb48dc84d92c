import type { Check } from '../../evidence.ts'
import type { Batch } from '../batch.ts'
import type { Column } from '../column.ts'
import type { Rule } from '../define-check.ts'
import { count, each } from '../wording/count.ts'
import { locations, mendOr } from '../wording/locations.ts'
import { percent } from '../wording/percent.ts'
import { shown } from '../wording/shown.ts'
import { addFailure, type Failures, mergeFailures, namedValues, noFailures } from './failures.ts'

/** `undecided`: the cell cannot be judged, and so cannot pass. */
export type Judgement = 'pass' | 'fail' | 'undecided'

/** A demand on every cell of a column, one by one. */
export interface CellRule extends Rule {
  readonly column: Column
  /** Whether empty cells are judged too; otherwise they are left out. */
  readonly judgesEmpty?: boolean
  /** `value` is the cell as its type reads it, NaN where it does not. */
  judge(text: string, value: number): Judgement
  /** What is true of a failing cell: `is below 0`. */
  readonly failing: string
  /** How a cell is written that passes. */
  readonly written?: string
  /** What is true of an undecided cell. */
  readonly undecided?: string
  /** What is true of a passing cell: `is at most 100`. */
  readonly holding: string
  /** What is measured of a cell whose smallest and greatest say how near the limit the column is. */
  extent?(text: string, value: number): number
  /** How near the limit, to end the sentence; asked only where values of the column may be shown. */
  near?(extent: Extent): string
}

/** The smallest and the greatest of what was measured of the cells. */
export interface Extent {
  readonly low: number
  readonly high: number
}

interface State {
  rows: number
  n: number
  low: number
  high: number
  readonly failed: Failures
  readonly undecided: Failures
}

/** The state and the verdict that all checks of single cells share. */
export const perCell = {
  init: (): State => ({
    rows: 0,
    n: 0,
    low: Number.POSITIVE_INFINITY,
    high: Number.NEGATIVE_INFINITY,
    failed: noFailures(),
    undecided: noFailures(),
  }),

  add(state: State, batch: Batch, rule: CellRule): void {
    const { index, sensitive } = rule.column
    const values = batch.values(rule.column)
    state.rows += batch.rows.length
    for (const [i, row] of batch.rows.entries()) {
      const text = row.cells[index] ?? ''
      if (text === '' && !rule.judgesEmpty) continue
      const value = values[i] ?? Number.NaN
      state.n += 1
      const judgement = rule.judge(text, value)
      if (judgement !== 'pass') {
        const kept = judgement === 'fail' ? state.failed : state.undecided
        addFailure(kept, row.line, sensitive || text === '' ? undefined : text)
      }
      if (rule.extent && judgement !== 'undecided') {
        const measure = rule.extent(text, value)
        if (measure < state.low) state.low = measure
        if (measure > state.high) state.high = measure
      }
    }
  },

  merge(state: State, later: State): void {
    state.rows += later.rows
    state.n += later.n
    state.low = Math.min(state.low, later.low)
    state.high = Math.max(state.high, later.high)
    mergeFailures(state.failed, later.failed)
    mergeFailures(state.undecided, later.undecided)
  },

  finish(state: State, rule: CellRule): Check {
    const { n, failed, undecided } = state
    const base = {
      id: rule.id,
      title: rule.title,
      measured: { value: failed.count, unit: 'rows', n, ...(n > 0 ? { share: failed.count / n } : {}) },
      required: { comparator: '=' as const, value: 0, unit: 'rows' },
    }
    if (state.rows === 0) {
      return { ...base, status: 'inconclusive', reason: `${rule.table.file} has no rows`, locations: locations(rule) }
    }
    if (n === 0) {
      const reason = `${shown(rule.column.name)} is empty in ${each(state.rows, 'row')}`
      return { ...base, status: 'inconclusive', reason, hint: mendOr(rule, []), locations: locations(rule) }
    }
    const { kept, status, words } =
      failed.count > 0
        ? { kept: failed, status: 'fail' as const, words: rule.failing }
        : { kept: undecided, status: 'inconclusive' as const, words: rule.undecided ?? 'cannot be judged' }
    if (kept.count > 0) {
      const share = `${kept.count} of ${count(n, 'cell')} (${percent(kept.count / n)})`
      const reason = `${shown(rule.column.name)} ${words} in ${share}${namedValues(kept)}`
      const hint = `${mendOr(rule, kept.lines)}${rule.written ? `. Expected is ${rule.written}` : ''}`
      return { ...base, status, reason, hint, locations: locations(rule, kept.lines) }
    }
    const near = rule.column.sensitive ? '' : (rule.near?.({ low: state.low, high: state.high }) ?? '')
    const reason = `${shown(rule.column.name)} ${rule.holding} in ${each(n, 'cell')}${near}`
    return { ...base, status: 'pass', reason, locations: locations(rule) }
  },
}
