import type { Event } from '../../events.ts'
import type { Permissions } from '../../github.ts'
import type { Artifacts } from '../artifacts.ts'

/** What one of GitHub's own actions, emulated, sees of the job. */
export interface Surroundings {
  readonly workspace: string
  readonly event: Event
  readonly permissions: Permissions
  readonly token: string
  readonly isPublic: boolean
  readonly runId: number
  readonly artifacts: Artifacts
  /** Folder, or content by path, that a checkout brings. */
  readonly checkout: string | Readonly<Record<string, string | Uint8Array>>
}

export interface Done {
  readonly log: string
  readonly outputs?: Readonly<Record<string, string>>
  readonly failed?: boolean
}

/** One of GitHub's own actions, as far as our examples use it. */
export interface BuiltIn {
  /** Inputs it takes here; any other is an error, so that nothing is silently left out. */
  readonly inputs: readonly string[]
  run(inputs: Readonly<Record<string, string>>, surroundings: Surroundings): Done
}

export const failed = (message: string): Done => ({ log: `::error::${message}\n`, failed: true })
