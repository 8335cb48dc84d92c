import type { Column } from './column.ts'
import { DRAWN } from './drift-job.ts'
import type { Measured } from './measure-columns.ts'
import type { Inference } from './method.ts'
import { type RowsNeeded, rowsNeeded } from './rows-needed.ts'

/** What it would take to settle an undecided check. */
export interface Needed {
  /** Absent where no number of rows would do. */
  readonly rows?: RowsNeeded
  /** Numbers of a column beyond which more are not looked at. */
  readonly most: number
  /** Whether the change found is taken as real, not as chance. */
  readonly drifted: boolean
  readonly found: Inference['rows']
}

/** The rows that an undecided check needs; undefined where it has no interval that rows could narrow. */
export function neededBy({ column, method, measurement, limit, tested }: Measured, alpha: number): Needed | undefined {
  const { inference } = measurement
  if (!inference) return undefined
  const drifted = tested !== undefined && tested.advisoryPValue <= alpha
  const rows = rowsNeeded(inference, limit, drifted)
  return {
    ...(rows ? { rows } : {}),
    most: isDrawn(column) && method.question === 'distribution' ? DRAWN : Number.POSITIVE_INFINITY,
    drifted,
    found: inference.rows,
  }
}

const isDrawn = ({ kind }: Column): boolean => kind === 'numeric' || kind === 'datetime'
