import type { Rows } from '../../model/predictions/rows.ts'

/** Faultless predictions of both files; the current ones have labels or not. */
export interface PerformanceSides {
  readonly reference: Rows
  readonly current: Rows
  readonly labelled: boolean
  /** Digests of both files, one after the other. */
  readonly seed: string
}
