import type { Measure } from '../tables/measures/measure.ts'
import type { ColumnState } from './measures/column-state.ts'
import { driftColumn } from './measures/drift-column.ts'
import { type JointRows, jointRows } from './measures/joint-rows.ts'

/** Numbers of a column that are compared; of more, as many are drawn by lot. */
export const DRAWN = 100_000

/** What to measure of a table, as plain data: every worker makes its own run of it. */
export interface DriftJob {
  readonly columns: readonly { readonly name: string; readonly known?: readonly string[] }[]
  /** Numbers of a column that are kept; `DRAWN` unless given. */
  readonly size?: number
  /** Whole rows of these columns, a sample of so many; none unless given. */
  readonly joint?: { readonly columns: readonly string[]; readonly rows: number }
}

/** The measures of a job over rows under a header. */
export interface DriftMeasures {
  /** In the job's order. */
  readonly columns: readonly Measure<ColumnState>[]
  readonly joint?: Measure<JointRows>
}

export function driftMeasures({ columns, size = DRAWN, joint }: DriftJob, header: readonly string[]): DriftMeasures {
  const placed = (name: string) => ({ name, index: header.indexOf(name) })
  return {
    columns: columns.map(({ name, known = [] }) => driftColumn({ ...placed(name), known, size })),
    ...(joint ? { joint: jointRows(joint.columns.map(placed), joint.rows) } : {}),
  }
}

/** All measures of a job, as a run takes them. */
export function allMeasures(job: DriftJob, header: readonly string[]): Measure<unknown>[] {
  const { columns, joint } = driftMeasures(job, header)
  return [...columns, ...(joint ? [joint] : [])]
}
