import type { versionsOf } from '../versions/versions-of.ts'

/** A package that advisories are asked for; without a version, every advisory of its name is meant. */
export interface PackageVersion {
  readonly ecosystem: keyof typeof versionsOf
  /** As the index writes it (PEP 503 for PyPI). */
  readonly name: string
  /** Without a local label. */
  readonly version?: string
}
