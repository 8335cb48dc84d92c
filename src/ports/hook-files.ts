import type { LakefsHook } from '../core/settings/connections/lakefs.ts'

/** Files of hooks in lakeFS. Every failure is a `UserError`. */
export interface HookFiles {
  /** Why the file at a ref is not the one of this SHA-256, in a sentence; undefined where it is. */
  fault(hook: LakefsHook, ref: string, sha256: string): Promise<string | undefined>
}
