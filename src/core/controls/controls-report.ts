import type { Evidence, GateName } from '../evidence.ts'
import type { ControlStatus } from './control-status.ts'

/** A gate's evidence, as a report on controls names it. */
export interface NamedEvidence {
  readonly gate: GateName
  /** Path inside the output folder. */
  readonly file: string
  readonly sha256?: string
  /** Absent where it cannot be read. */
  readonly evidence?: Evidence
}

/** Everything that a report on controls tells. */
export interface ControlsReport {
  /** The time that freshness is told at, RFC 3339. */
  readonly at: string
  readonly model: { readonly name?: string; readonly version?: string; readonly id?: string }
  readonly repository?: string
  readonly statuses: readonly ControlStatus[]
  readonly evidence: readonly NamedEvidence[]
  /** What could not be read or asked, one sentence each. */
  readonly notes: readonly string[]
}
