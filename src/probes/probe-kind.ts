import type { Settings } from '../core/settings/schema.ts'
import type { Probe, RunContext } from '../ports.ts'

/** What probes may ask of the machine they are opened on. */
export interface ProbeWorld {
  /** Folder that paths are relative to, absolute. */
  readonly root: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly context: RunContext
  /** Undefined where they could not be read, or there are none. */
  readonly settings: Settings | undefined
}

/** One kind of probe. */
export interface ProbeKind {
  /** Those there are to ask: none where nothing of this kind is configured. */
  open(world: ProbeWorld): Promise<readonly Probe[]>
}
