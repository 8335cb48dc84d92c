import type { GateName, Measured } from '../../../evidence.ts'
import type { Status } from '../../../verdict.ts'

/** One thing that the evidence of a gate says, in the words that rules use: the answer to a check, or the value of a metric. */
export interface Fact {
  readonly gate: GateName
  /** Id of the check that says it. */
  readonly check?: string
  readonly status?: Status
  /** Id of the metric, or of the method. */
  readonly metric?: string
  readonly slice?: string
  /** Columns that make the slices. */
  readonly by?: string
  readonly feature?: string
  /** Null where it is undefined on these rows; absent where nothing was measured. */
  readonly value?: Measured['value']
  readonly interval?: readonly [number, number]
  readonly level?: number
  /** Rows it rests on. */
  readonly n?: number
  /** The gate itself calls them too few to decide anything. */
  readonly few?: true
}
