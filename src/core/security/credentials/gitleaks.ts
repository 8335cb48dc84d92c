import { z } from 'zod'
import { parseJson } from '../json-value.ts'
import { printable } from '../printable.ts'
import type { FoundSecret } from './found-secret.ts'

const MAX_FINDINGS = 100_000
const text = z.string().max(1024 * 1024)

/** What `gitleaks … --report-format json` writes (gitleaks 8). */
const Finding = z.object({
  RuleID: z.string().min(1).max(200),
  File: z.string().min(1).max(4096),
  StartLine: z.int().nonnegative(),
  Secret: text.default(''),
  Commit: z.string().default(''),
})

const Result = z.object({
  ruleId: z.string().min(1).max(200),
  locations: z
    .array(
      z.object({
        physicalLocation: z.object({
          artifactLocation: z.object({ uri: z.string().min(1).max(4096) }),
          region: z.object({ startLine: z.int().nonnegative(), snippet: z.object({ text }).optional() }),
        }),
      }),
    )
    .min(1),
  partialFingerprints: z.object({ commitSha: z.string().default('') }).optional(),
  suppressions: z.array(z.unknown()).optional(),
})
const Sarif = z.object({
  version: z.literal('2.1.0'),
  runs: z
    .array(
      z.object({
        tool: z.object({ driver: z.object({ name: z.string() }) }),
        results: z.array(Result).max(MAX_FINDINGS),
      }),
    )
    .min(1)
    .max(20),
})

/** What one of gitleaks' findings comes to; `secret` never leaves this file. */
interface Raw {
  readonly rule: string
  readonly path: string
  readonly line: number
  readonly commit: string
  readonly secret: string
}

/** Gitleaks hides the value where it is asked to. */
const HIDDEN = /^(?:REDACTED|)$/

/** The findings of a report of gitleaks, JSON or SARIF, told by its content; undefined for any other text. */
export function readGitleaks(written: string, sha256: (text: string) => string): FoundSecret[] | undefined {
  if (!/^\s*[[{]/.test(written)) return undefined
  const value = parseJson(written)
  const found = Array.isArray(value) ? fromJson(value) : fromSarif(value)
  return found?.map(({ rule, path, line, commit, secret }): FoundSecret => {
    const known = HIDDEN.test(secret) ? `${commit}:${path}:${line}` : secret
    return {
      path: printable(path.replace(/^(?:\.\/)+/, '')) || 'unknown',
      ...(line > 0 && { line }),
      ...(commit !== '' && { within: `commit ${printable(commit.slice(0, 10))}` }),
      rule: `gitleaks/${printable(rule)}`,
      fingerprint: sha256(`gitleaks/${rule}\n${known}`).slice(0, 16),
      tool: 'gitleaks',
    }
  })
}

function fromJson(value: readonly unknown[]): Raw[] | undefined {
  // An empty list could be anything.
  const found = value.length > 0 ? z.array(Finding).max(MAX_FINDINGS).safeParse(value) : undefined
  return found?.data?.map(({ RuleID, File, StartLine, Secret, Commit }) => ({
    rule: RuleID,
    path: File,
    line: StartLine,
    commit: Commit,
    secret: Secret,
  }))
}

function fromSarif(value: unknown): Raw[] | undefined {
  const found = Sarif.safeParse(value)
  if (!found.success || found.data.runs.some(({ tool }) => tool.driver.name !== 'gitleaks')) return undefined
  return found.data.runs
    .flatMap(({ results }) => results)
    .filter(({ suppressions = [] }) => suppressions.length === 0)
    .flatMap(({ ruleId, locations, partialFingerprints }) =>
      locations.slice(0, 1).map(({ physicalLocation: { artifactLocation, region } }) => ({
        rule: ruleId,
        path: artifactLocation.uri,
        line: region.startLine,
        commit: partialFingerprints?.commitSha ?? '',
        secret: region.snippet?.text ?? '',
      })),
    )
}
