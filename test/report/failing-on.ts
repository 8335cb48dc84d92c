import type { Check, Evidence } from '../../src/core/evidence.ts'
import { EVIDENCE_SCHEMA } from '../../src/core/identifiers.ts'
import { verdictOf } from '../../src/core/verdict.ts'

/** A run on GitHub that found these. */
export const failingOn = (checks: Check[]): Evidence => ({
  schema: EVIDENCE_SCHEMA,
  gate: 'model-certify',
  verdict: verdictOf(checks.map(({ status }) => status)),
  subject: [],
  materials: [],
  checks,
  result: null,
  tool: { name: 'proofmark', version: '0.0.0' },
  run: {
    repository: 'acme/credit',
    commit: 'c0ffee',
    url: 'https://github.com/acme/credit/actions/runs/7',
    startedAt: '2026-01-01T00:00:00.000Z',
    finishedAt: '2026-01-01T00:00:01.000Z',
  },
})
