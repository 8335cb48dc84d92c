import { type Check, Evidence } from '../../src/core/evidence.ts'
import { EVIDENCE_SCHEMA } from '../../src/core/identifiers.ts'
import { verdictOf } from '../../src/core/verdict.ts'

const digest = (digit: string) => ({ sha256: digit.repeat(64) })

/** Security evidence of one model and one table of requirements, with these checks. */
export const scanned = (checks: readonly Check[], result: object = {}): Evidence =>
  Evidence.parse({
    schema: EVIDENCE_SCHEMA,
    gate: 'security-scan',
    verdict: verdictOf(checks.map(({ status }) => status)),
    subject: [{ name: 'models/credit.joblib', digest: digest('a'), bytes: 10 }],
    materials: [
      { name: 'models/credit.joblib', role: 'artefact', digest: digest('a'), bytes: 10 },
      { name: 'requirements.txt', role: 'artefact', digest: digest('b'), bytes: 20 },
    ],
    checks,
    result: { files: [], secrets: [], dependencies: [], vulnerabilities: [], ...result },
    tool: { name: 'proofmark', version: '0.1.0' },
    run: { startedAt: '2026-01-02T03:04:05.000Z', finishedAt: '2026-01-02T03:04:06.000Z' },
  })

/** Evidence of model-certify on two metrics, one of them undefined on these rows. */
export const certified = (checks: readonly Check[] = [], result: object = {}): Evidence =>
  Evidence.parse({
    schema: EVIDENCE_SCHEMA,
    gate: 'model-certify',
    verdict: verdictOf(checks.map(({ status }) => status)),
    subject: [{ name: 'models/credit.joblib', digest: digest('a'), bytes: 10 }],
    materials: [{ name: 'predictions.csv', role: 'predictions', digest: digest('c'), bytes: 30, rows: 100 }],
    checks,
    result: {
      task: 'binary',
      n: 100,
      positives: 30,
      threshold: 0.5,
      confusion: null,
      metrics: [
        { id: 'auc', title: 'AUC', better: 'higher', value: 0.75, interval: [0.625, 0.875], level: 0.95, n: 100 },
        { id: 'brier', title: 'Brier score', better: 'lower', value: 0.125, n: 100 },
        { id: 'precision', title: 'Precision', better: 'higher', value: null, n: 0 },
      ],
      comparisons: [],
      claims: [],
      ...result,
    },
    tool: { name: 'proofmark', version: '0.1.0' },
    run: { startedAt: '2026-01-02T03:04:06.000Z', finishedAt: '2026-01-02T03:04:07.000Z' },
  })
