import { type Evidence, evidenceFile, type GateName, type Subject } from '../../../src/core/evidence.ts'
import { decide } from '../../../src/core/record/decision/decide.ts'
import { type EvidenceDocument, readEvidence } from '../../../src/core/record/decision/evidence-document.ts'
import { Policy } from '../../../src/core/record/policy/policy.ts'
import { VERSION } from '../../../src/core/version.ts'
import { evidence, sha256, subjectOf } from './memory.ts'

export const MODEL_ID = 'd'.repeat(64)
export const subject: Subject[] = subjectOf({ 'model.joblib': 'weights' })

/** Evidence as it is read from a file. */
export function document(gate: GateName, parts: Partial<Omit<Evidence, 'gate'>> & { result?: unknown } = {}) {
  const text = JSON.stringify({ ...evidence(gate, { subject, ...parts } as never), result: parts.result ?? null })
  const read = readEvidence(gate, new TextEncoder().encode(text), sha256(text))
  if ('unreadable' in read) throw new Error(`${evidenceFile(gate)}: ${read.unreadable}`)
  return read
}

interface Row {
  readonly value: number | null
  readonly interval?: [number, number]
  readonly level?: number
  readonly n?: number
  readonly few?: true
}

/** model-certify with metrics over all rows, and f1 by slices of region. */
export function modelDocument(
  metrics: Readonly<Record<string, Row>>,
  slices: Readonly<Record<string, Row>> = {},
  parts: Parameters<typeof document>[1] = {},
) {
  return document('model-certify', {
    ...parts,
    result: {
      task: 'binary',
      n: 1000,
      positives: 100,
      threshold: 0.5,
      confusion: null,
      metrics: Object.entries(metrics).map(([id, row]) => ({ id, title: id, better: 'higher', n: 1000, ...row })),
      comparisons: [],
      claims: [],
      slices: Object.entries(slices).map(([slice, row]) => ({
        by: 'region',
        slice,
        metric: 'f1',
        rows: row.n ?? 100,
        n: 100,
        ...row,
      })),
    },
  })
}

/** drift-compare of columns by a method, with its effect. */
export function driftDocument(columns: readonly { column: string; method?: string; effect?: number; psi?: number }[]) {
  return document('drift-compare', {
    result: {
      rows: { reference: 800, current: 500 },
      alpha: 0.05,
      level: 0.9,
      limits: { effect: 0.1, missingChange: 0.1, unseenShare: 0 },
      tests: 1,
      methods: [],
      columns: columns.map(({ column, method, effect, psi }) => ({
        column,
        kind: 'numeric',
        status: 'pass',
        ...(method && { method, effect, interval: [Math.max(0, (effect ?? 0) - 0.05), (effect ?? 0) + 0.05] }),
        reported: psi === undefined ? {} : { psi },
        missing: { reference: 0, current: 0, effect: 0, interval: [0, 0.01] },
      })),
    },
  })
}

/** Decides by a policy as one would write it. */
export const decideBy = (
  policy: object,
  documents: readonly EvidenceDocument[],
  at = '2026-11-23T06:00:00Z',
  modelId = MODEL_ID,
) =>
  decide({
    documents,
    policy: Policy.parse(policy),
    modelId,
    subject,
    version: VERSION,
    commit: 'c0ffee0000',
    at: new Date(at),
  })

/** The outcome of one rule, alone. */
export function outcomeOf(rule: object, documents: readonly EvidenceDocument[], at?: string) {
  const { rules } = decideBy({ require: [], rules: [{ id: 'it', ...rule }] }, documents, at)
  const outcome = rules.find(each => each.rule === 'it')
  if (!outcome) throw new Error('The rule has no outcome')
  return outcome
}
