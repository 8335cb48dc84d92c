import type { OsvRecord } from './osv-record.ts'

/** What one archive of advisories says of the packages that were asked for. */
export interface MatchedArchive {
  /** Ecosystems that it holds anything of. */
  readonly ecosystems: readonly string[]
  /** The advisories that affect each package, in the packages' order. */
  readonly records: readonly (readonly OsvRecord[])[]
  /** When the newest of all its advisories was written; absent where none says so. */
  readonly newest?: string
}
