import { z } from 'zod'
import { Status } from '../verdict.ts'
import { FoundSecret } from './credentials/found-secret.ts'
import { Severity } from './dependencies/vulnerabilities/severity.ts'
import { LIMITS } from './limits.ts'
import { SensitiveTable } from './sensitive/result.ts'
import { Waiver } from './waivers/waiver.ts'
import { ScannedWorkflow } from './workflows/result.ts'

/** One thing a loader of a file would do that nothing allows. */
const Finding = z.strictObject({
  /** Byte of the file, or of what it decompresses to. */
  offset: z.int().nonnegative(),
  /** Dotted name of what is imported, or the instruction. */
  name: z.string(),
  reason: z.string(),
})

const ScannedFile = z.strictObject({
  path: z.string(),
  /** Told by the content; of several formats at once, divided by `+`. */
  format: z.string(),
  bytes: z.int().nonnegative(),
  sha256: z.string(),
  status: Status,
  /** Different objects it imports that the allow list names. */
  globals: z.int().nonnegative(),
  /** At most 100. */
  findings: z.array(Finding),
  /** Why one cannot tell what is in it; absent where one can. */
  reason: z.string().optional(),
  /** The limit that ended the reading of it. */
  limit: z.enum(LIMITS).optional(),
})
export type ScannedFile = z.infer<typeof ScannedFile>

const UnpinnedDependency = z.strictObject({
  file: z.string(),
  name: z.string(),
  line: z.int().positive(),
  /** As it is written, without options. */
  requirement: z.string(),
  /** Known vulnerabilities of versions it allows, at most 10. */
  allows: z.array(z.string()).optional(),
})
export type UnpinnedDependency = z.infer<typeof UnpinnedDependency>

const PinnedPackage = z.strictObject({
  /** The first file that names this version. */
  file: z.string(),
  line: z.int().positive(),
  /** As OSV spells it, or conda's. */
  ecosystem: z.string(),
  name: z.string(),
  version: z.string(),
})

const VulnerableDependency = z.strictObject({
  file: z.string(),
  /** Absent where another tool's report says it. */
  line: z.int().positive().optional(),
  /** As OSV spells it. */
  ecosystem: z.string(),
  name: z.string(),
  version: z.string(),
  /** Who knows of them: `OSV`, or the tool whose report it is. */
  source: z.string(),
  /** First version in which all of them are mended. */
  update: z.string().optional(),
  /** Those that nothing excepts first, the worst of them in front. */
  vulnerabilities: z.array(
    z.strictObject({
      ids: z.array(z.string()),
      severity: Severity,
      fixed: z.string().optional(),
      waiver: Waiver.optional(),
      /** The base branch of the pull request has it too. */
      onBase: z.literal(true).optional(),
    }),
  ),
})
export type VulnerableDependency = z.infer<typeof VulnerableDependency>

/** Packages that the result lists: several times what the largest project installs. */
export const MAX_PACKAGES = 50_000

/** What was found under the paths and left out. */
const Skipped = z.strictObject({ path: z.string(), reason: z.string() })
export type Skipped = z.infer<typeof Skipped>

/** What security-scan writes beside its checks: every file it scanned, credentials by place, dependencies without an exact version, and with known vulnerabilities. */
export const SecurityResult = z.strictObject({
  files: z.array(ScannedFile),
  secrets: z.array(FoundSecret),
  /** Absent where nothing was. */
  skipped: z.array(Skipped).optional(),
  dependencies: z.array(UnpinnedDependency),
  /** Every package with an exact version that the scanned files name; absent where they name none. */
  packages: z.array(PinnedPackage).max(MAX_PACKAGES).optional(),
  vulnerabilities: z.array(VulnerableDependency),
  /** Where all of the packages were looked up; absent where some of them could not be, or nobody asked. */
  advisories: z
    .strictObject({
      source: z.string(),
      packages: z.int().positive(),
      /** When the newest advisory of an archive was written; a server is asked as it stands. */
      updatedAt: z.iso.datetime().optional(),
    })
    .optional(),
  /** Tables read for sensitive data; absent where the settings name none. */
  tables: z.array(SensitiveTable).optional(),
  /** Workflows, and other tools' reports on them; absent where none was among the files. */
  workflows: z.array(ScannedWorkflow).optional(),
})
export type SecurityResult = z.infer<typeof SecurityResult>
