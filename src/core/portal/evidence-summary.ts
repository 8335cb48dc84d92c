import { z } from 'zod'
import type { Check, Evidence, GateName, Material } from '../evidence.ts'
import { Evidence as EvidenceShape, GATES } from '../evidence.ts'
import { EVIDENCE_SCHEMA } from '../identifiers.ts'
import { modelId } from '../record/model/model-id.ts'
import { readJson } from '../record/statement/read-json.ts'
import { type Status, Verdict } from '../verdict.ts'

/** Checks that did not pass that are told of one gate; the evidence has them all. */
const TOLD = 20

/** What pages tell of an evidence file. */
export interface EvidenceSummary {
  readonly path: string
  /** SHA-256 of its bytes. */
  readonly sha256: string
  readonly gate: GateName
  readonly verdict: Verdict
  readonly finishedAt: string
  readonly tool: string
  /** The model id; undefined where it was run without a model. */
  readonly model: string | undefined
  readonly repository: string | undefined
  readonly run: string | undefined
  /** Why only its head could be read: it was written in a form that this version does not know. */
  readonly older?: string
  /** Its checks, without its numbers and places; undefined where only its head could be read. */
  readonly document: Evidence | undefined
  readonly counts: Readonly<Record<Status, number>>
  /** The worst first. */
  readonly open: readonly Pick<Check, 'id' | 'title' | 'status' | 'reason' | 'hint'>[]
  readonly materials: readonly Material[]
  readonly tables: readonly TableSummary[]
  readonly columns: readonly ColumnDrift[]
  readonly comparisons: readonly ComparisonSummary[]
}

export interface TableSummary {
  readonly file: string
  readonly rows: number
  readonly columns: number
  /** Columns that the contract classifies as sensitive. */
  readonly sensitive: readonly string[]
}

export interface ColumnDrift {
  readonly column: string
  readonly status: Status
  readonly method: string | undefined
  readonly effect: number
  readonly interval: readonly [number, number] | undefined
  readonly limit: number | undefined
}

export interface ComparisonSummary {
  readonly title: string
  readonly value: number
  readonly interval: readonly [number, number] | undefined
  readonly n: number
}

/** What every version has written at least. */
const Head = z.looseObject({
  schema: z.string().startsWith(EVIDENCE_SCHEMA.replace(/v\d+$/, '')),
  gate: z.enum(GATES),
  verdict: Verdict,
  subject: z.array(z.looseObject({ name: z.string(), digest: z.looseObject({ sha256: z.string() }) })).catch([]),
  tool: z.looseObject({ name: z.string(), version: z.string() }).catch({ name: 'proofmark', version: 'unknown' }),
  run: z.looseObject({ finishedAt: z.iso.datetime() }),
})

/** A file as evidence: whole, or by its head where another version wrote it; a sentence where it is neither. */
export function evidenceSummary(
  path: string,
  bytes: Uint8Array,
  sha256: (content: Uint8Array | string) => string,
): EvidenceSummary | string {
  const value = readJson(bytes)
  const read = EvidenceShape.safeParse(value)
  const digest = sha256(bytes)
  if (read.success) return summaryOf(path, digest, read.data, sha256)
  const head = Head.safeParse(value)
  const [issue] = read.error.issues
  const why = value === undefined ? 'it is no JSON' : `${issue?.path.join('.') || 'its form'}: ${issue?.message}`
  if (!head.success) return why
  const { gate, verdict, subject, tool, run } = head.data
  return {
    ...EMPTY,
    path,
    sha256: digest,
    gate,
    verdict,
    finishedAt: run.finishedAt,
    tool: `${tool.name} ${tool.version}`,
    model: subject.length === 0 ? undefined : modelId(subject, sha256),
    older: why,
  }
}

const EMPTY = {
  document: undefined,
  repository: undefined,
  run: undefined,
  counts: { pass: 0, warn: 0, inconclusive: 0, fail: 0 },
  open: [],
  materials: [],
  tables: [],
  columns: [],
  comparisons: [],
}

const ORDER: readonly Status[] = ['fail', 'inconclusive', 'warn', 'pass']

function summaryOf(
  path: string,
  digest: string,
  evidence: Evidence,
  sha256: (text: string) => string,
): EvidenceSummary {
  const { gate, verdict, subject, materials, checks, tool, run } = evidence
  const of = (wanted: Status) => checks.filter(({ status }) => status === wanted).length
  return {
    ...EMPTY,
    path,
    sha256: digest,
    gate,
    verdict,
    finishedAt: run.finishedAt,
    tool: `${tool.name} ${tool.version}`,
    model: subject.length === 0 ? undefined : modelId(subject, sha256),
    repository: run.repository,
    run: run.url,
    document: {
      ...evidence,
      materials: [],
      checks: checks.map(({ id, title, status, reason }) => ({ id, title, status, reason })),
      result: null,
    },
    counts: { pass: of('pass'), warn: of('warn'), inconclusive: of('inconclusive'), fail: of('fail') },
    open: checks
      .filter(({ status }) => status !== 'pass')
      .toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status))
      .slice(0, TOLD)
      .map(({ id, title, status, reason, hint }) => ({
        id,
        title,
        status,
        reason,
        ...(hint === undefined ? {} : { hint }),
      })),
    materials,
    ...resultsOf(evidence),
  }
}

function resultsOf(evidence: Evidence): Partial<Pick<EvidenceSummary, 'tables' | 'columns' | 'comparisons'>> {
  if (evidence.result === null) return {}
  switch (evidence.gate) {
    case 'data-validate':
      return {
        tables: evidence.result.files.map(({ file, rows, columns }) => ({
          file,
          rows,
          columns: columns.length,
          sensitive: columns.filter(({ sensitive }) => sensitive).map(({ column }) => column),
        })),
      }
    case 'drift-compare':
      return {
        columns: evidence.result.columns.flatMap(({ column, status, method, effect, interval, limit }) =>
          effect === undefined ? [] : [{ column, status, method, effect, interval, limit }],
        ),
      }
    case 'model-certify':
      return {
        comparisons: evidence.result.comparisons.flatMap(({ title, value, interval, n }) =>
          value === null ? [] : [{ title, value, interval, n }],
        ),
      }
    case 'security-scan':
      return {}
  }
}
