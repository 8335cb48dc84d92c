import { z } from 'zod'
import { parseJson } from '../json-value.ts'
import { printable } from '../printable.ts'
import type { FoundSecret } from './found-secret.ts'
import { jsonStrings } from './json-strings.ts'

const MAX_FINDINGS = 100_000
type JsonPath = readonly (string | number)[]
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

/** What one of gitleaks' findings comes to; `secret` never leaves this folder. */
interface Raw {
  /** Where the report has it: keys and places from the top. */
  readonly at: JsonPath
  readonly rule: string
  readonly path: string
  readonly line: number
  readonly commit: string
  readonly secret: string
}

/** Shorter ones are no credential to the search, and taking them out might cut another one in two. */
const MIN_TAKEN_OUT = 8

/** Gitleaks hides the value where it is asked to. */
const HIDDEN = /^(?:REDACTED|)$/

/** A report of gitleaks. */
export interface GitleaksReport {
  readonly secrets: readonly FoundSecret[]
  /** Everything in it but the credentials that it reports, line for line: who calls a file a report may have written anything in it. */
  readonly rest: string
}

/** Reads a report of gitleaks, JSON or SARIF, told by its content; undefined for any other text. */
export function readGitleaks(written: string, sha256: (text: string) => string): GitleaksReport | undefined {
  if (!/^\s*[[{]/.test(written)) return undefined
  const value = parseJson(written)
  const found = Array.isArray(value) ? fromJson(value) : fromSarif(value)
  if (!found) return undefined
  const secrets = found.map(({ rule, path, line, commit, secret }): FoundSecret => {
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
  return { secrets, rest: withoutReported(written, new Map(found.map(({ at, secret }) => [at.join('\0'), secret]))) }
}

/** The document with the credential taken out of each finding, and out of what gitleaks shows around it. */
function withoutReported(written: string, reported: ReadonlyMap<string, string>): string {
  const pieces: string[] = []
  let end = 0
  for (const found of jsonStrings(written)) {
    const secret = found.isKey ? undefined : reported.get(findingOf(found.path)?.join('\0') ?? '')
    if (!secret || secret.length < MIN_TAKEN_OUT || !found.text.includes(secret)) continue
    pieces.push(written.slice(end, found.start), JSON.stringify(found.text.replaceAll(secret, '')))
    end = found.end
  }
  return pieces.join('') + written.slice(end)
}

/** The finding that a text belongs to as its credential or the line around it; undefined where it is any other text. */
function findingOf(path: JsonPath): JsonPath | undefined {
  if (path.length === 2 && (path[1] === 'Secret' || path[1] === 'Match')) return path.slice(0, 1)
  const inResult = path.slice(4).join('.') === 'locations.0.physicalLocation.region.snippet.text'
  return inResult && path[0] === 'runs' && path[2] === 'results' ? path.slice(0, 4) : undefined
}

function fromJson(value: readonly unknown[]): Raw[] | undefined {
  // An empty list could be anything.
  const found = value.length > 0 ? z.array(Finding).max(MAX_FINDINGS).safeParse(value) : undefined
  return found?.data?.map(({ RuleID, File, StartLine, Secret, Commit }, i) => ({
    at: [i],
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
  return found.data.runs.flatMap(({ results }, run) =>
    results.flatMap(({ ruleId, locations, partialFingerprints, suppressions = [] }, i) =>
      // What a report suppresses is no finding of it, and looked for as anywhere else.
      locations.slice(0, suppressions.length > 0 ? 0 : 1).map(({ physicalLocation: { artifactLocation, region } }) => ({
        at: ['runs', run, 'results', i],
        rule: ruleId,
        path: artifactLocation.uri,
        line: region.startLine,
        commit: partialFingerprints?.commitSha ?? '',
        secret: region.snippet?.text ?? '',
      })),
    ),
  )
}
