import type { Column } from '../column.ts'
import type { Condition } from '../conditions/condition.ts'
import type { ColumnNamed } from '../conditions/evaluate.ts'
import type { RowFilter } from '../conditions/row-filter.ts'
import type { CellJudge } from './judged-cells.ts'
import type { Measure } from './measure.ts'
import type { PeriodName } from './periods.ts'

type Placed = Pick<Column, 'name' | 'index'>

/** What a measure asks of a table, so that an engine can be asked the same. */
export type Asked =
  | { readonly is: 'rows' }
  | { readonly is: 'empty' | 'categories' | 'distinct'; readonly column: Placed }
  | { readonly is: 'extent'; readonly column: Column }
  | { readonly is: 'sum'; readonly column: Column }
  | { readonly is: 'powers'; readonly column: Column; readonly highest: 2 | 4 }
  | { readonly is: 'cells'; readonly column: Column; readonly judge: CellJudge }
  | { readonly is: 'keys'; readonly columns: readonly Placed[]; readonly emptyIsValue: boolean }
  | { readonly is: 'periods'; readonly column: Column; readonly period: PeriodName }
  | { readonly is: 'filtered'; readonly filter: RowFilter; readonly measure: Measure<unknown> }
  | { readonly is: 'cross'; readonly columns: readonly [Column, Column] }
  /** Rows of which a condition is false are at fault, and those of which it is neither are left out; or, `counts`, those of which it is true. */
  | {
      readonly is: 'truths'
      readonly condition: Condition
      readonly named: ColumnNamed
      readonly counts: boolean
    }
  /** Whole rows, or their order: a row counts for itself, and not for what its cells hold. */
  | { readonly is: 'sample'; readonly columns: readonly Placed[]; readonly size: number }
  | { readonly is: 'joint'; readonly columns: readonly Placed[]; readonly size: number }
  | { readonly is: 'order' | 'intervals'; readonly columns: readonly Placed[] }
  | { readonly is: 'drift'; readonly column: Placed; readonly known: readonly string[]; readonly size: number }
