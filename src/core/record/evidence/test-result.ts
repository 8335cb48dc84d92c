import { z } from 'zod'
import { type Evidence, evidenceFile, GATES, Sha256 } from '../../evidence.ts'
import { EVIDENCE_SCHEMA } from '../../identifiers.ts'
import { Verdict } from '../../verdict.ts'

/** Predicate type of a gate's statement: in-toto Test Result v0.1. */
export const TEST_RESULT = 'https://in-toto.io/attestation/test-result/v0.1'

/** The evidence file: by its digest or, where it is confidential, by a commitment that nobody can guess it from. */
const EvidenceReference = z.strictObject({
  gate: z.enum(GATES),
  verdict: Verdict,
  /** A name of ours, never a path. */
  name: z.string().regex(/^[a-z-]+\.evidence\.json$/),
  digest: z.strictObject({ sha256: Sha256 }).optional(),
  /** SHA-256 over 32 secret random bytes and then the file's. */
  commitment: z.strictObject({ sha256: Sha256 }).optional(),
  finishedAt: z.iso.datetime(),
})
export type EvidenceReference = z.infer<typeof EvidenceReference>

/** in-toto Test Result v0.1 (spec/predicates/test-result.md); of its unknown fields, ours is named by URI. */
export const TestResult = z.object({
  result: z.enum(['PASSED', 'WARNED', 'FAILED']),
  configuration: z.array(z.object({ name: z.string(), digest: z.object({ sha256: Sha256 }) })),
  url: z.string().optional(),
  passedTests: z.array(z.string()).optional(),
  warnedTests: z.array(z.string()).optional(),
  failedTests: z.array(z.string()).optional(),
  [EVIDENCE_SCHEMA]: EvidenceReference,
})
export type TestResult = z.infer<typeof TestResult>

/** What the gate's materials say it was told to do, rather than what it looked at. */
const CONFIGURATION: ReadonlySet<string> = new Set(['contract', 'settings'])

/**
 * What a gate found, as a test result. What is inconclusive counts as failed there: the format knows no third answer. Of confidential
 * evidence only the outcome is told, not the names of its checks, which may hold names of columns and of files.
 */
export function testResultOf(
  { gate, verdict, checks, materials, run }: Evidence,
  file: { readonly sha256: string } | { readonly commitment: string },
): TestResult {
  const confidential = 'commitment' in file
  const named = (...statuses: string[]) => [
    ...new Set(checks.filter(({ status }) => statuses.includes(status)).map(({ id }) => id)),
  ]
  return {
    result: verdict !== 'passed' ? 'FAILED' : checks.some(({ status }) => status === 'warn') ? 'WARNED' : 'PASSED',
    configuration: materials
      .filter(({ role }) => CONFIGURATION.has(role))
      .map(({ name, digest }) => ({ name, digest })),
    ...(run.url === undefined ? {} : { url: run.url }),
    ...(confidential
      ? {}
      : {
          passedTests: named('pass'),
          warnedTests: named('warn'),
          failedTests: named('fail', 'inconclusive'),
        }),
    [EVIDENCE_SCHEMA]: {
      gate,
      verdict,
      name: evidenceFile(gate),
      ...(confidential ? { commitment: { sha256: file.commitment } } : { digest: { sha256: file.sha256 } }),
      finishedAt: run.finishedAt,
    },
  }
}
