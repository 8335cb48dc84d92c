import type { Column } from '../column.ts'
import type { CellJudge } from './judged-cells.ts'
import type { PeriodName } from './periods.ts'

type Placed = Pick<Column, 'name' | 'index'>

/** What a measure asks of a table, so that an engine can be asked the same. */
export type Asked =
  | { readonly is: 'rows' }
  | { readonly is: 'empty' | 'categories' | 'distinct'; readonly column: Placed }
  | { readonly is: 'extent' | 'sum'; readonly column: Column }
  | { readonly is: 'powers'; readonly column: Column; readonly highest: 2 | 4 }
  | { readonly is: 'cells'; readonly column: Column; readonly judge: CellJudge }
  | { readonly is: 'keys'; readonly columns: readonly Placed[]; readonly emptyIsValue: boolean }
  | { readonly is: 'periods'; readonly column: Column; readonly period: PeriodName }
  /** Whole rows, or their order: a row counts for itself, and not for what its cells hold. */
  | { readonly is: 'sample'; readonly columns: readonly Placed[]; readonly size: number }
  | { readonly is: 'joint'; readonly columns: readonly Placed[]; readonly size: number }
  | { readonly is: 'order' | 'intervals'; readonly columns: readonly Placed[] }
  | { readonly is: 'drift'; readonly column: Placed; readonly known: readonly string[]; readonly size: number }
