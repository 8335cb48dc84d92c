import type { MatchedArchive } from '../core/security/dependencies/vulnerabilities/matched-archive.ts'
import type { PackageVersion } from '../core/security/dependencies/vulnerabilities/package-version.ts'
import type { ScanLimits } from '../core/security/limits.ts'
import type { SentContent } from './sent-content.ts'
import type { SentDependencies } from './sent-dependencies.ts'
import type { SentFault } from './sent-fault.ts'

/** What a process is to do with one file. */
export type Task =
  | { readonly what: 'scan'; readonly path: string; readonly absolute: string }
  | {
      readonly what: 'dependencies'
      readonly path: string
      readonly text: string
      readonly as: 'named' | 'included'
    }
  | {
      readonly what: 'advisories'
      readonly path: string
      readonly absolute: string
      readonly packages: readonly PackageVersion[]
    }

/** A task, or the answer to `sizeBeside`; `job` is the number of the task that either is of. */
export type ToScanner = { readonly job: number } & (
  | { readonly task: Task; readonly limits: ScanLimits }
  | { readonly size: number | undefined }
)

/** What a task gave, by what it was. */
export type Done =
  | {
      readonly scanned: SentContent
      readonly sha256: string | undefined
      readonly state: string
      readonly changed: boolean
    }
  | { readonly dependencies: SentDependencies | undefined }
  | { readonly advisories: MatchedArchive; readonly sha256: string }
  /** The file is not what it must be. */
  | { readonly refused: SentFault }

/** What a process says about a task that it has. */
export type Told =
  /** How many bytes has the file that a model names by this path from its own folder? */
  | { readonly sizeBeside: string }
  | Done
  /** The reading threw: an error of ours, or one of the machine. */
  | { readonly threw: string }

/** That it has started, or what it has to say about the task of that number. */
export type FromScanner = 'ready' | { readonly job: number; readonly told: Told }
