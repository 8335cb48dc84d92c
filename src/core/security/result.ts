import { z } from 'zod'
import { Status } from '../verdict.ts'

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
})
export type ScannedFile = z.infer<typeof ScannedFile>

const FoundSecret = z.strictObject({
  path: z.string(),
  line: z.int().positive(),
  rule: z.string(),
  /** First 16 hexadecimal digits of the SHA-256 of rule and value. */
  fingerprint: z.string(),
})
export type FoundSecret = z.infer<typeof FoundSecret>

const UnpinnedDependency = z.strictObject({
  file: z.string(),
  name: z.string(),
  line: z.int().positive(),
  /** As it is written, without options. */
  requirement: z.string(),
})
export type UnpinnedDependency = z.infer<typeof UnpinnedDependency>

/** What security-scan writes beside its checks: every file it scanned, credentials by place, dependencies without an exact version. */
export const SecurityResult = z.strictObject({
  files: z.array(ScannedFile),
  secrets: z.array(FoundSecret),
  dependencies: z.array(UnpinnedDependency),
})
export type SecurityResult = z.infer<typeof SecurityResult>
