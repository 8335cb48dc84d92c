import type { Settings } from '../core/settings/schema.ts'
import type { Recipient, RunContext } from '../ports.ts'

type Connections = Settings['connections']

/** What recipients may ask of the machine they are opened on. */
export interface RecipientWorld {
  /** Folder that paths are relative to, absolute. */
  readonly root: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly context: RunContext
}

/** One kind of recipient. */
export interface RecipientKind<Key extends keyof Connections = keyof Connections> {
  /** Its key in `connections`. */
  readonly key: Key
  /** Loads it. */
  open(settings: NonNullable<Connections[Key]>, world: RecipientWorld): Promise<Recipient>
}
