import type { Check, Evidence, GateName } from '../../evidence.ts'
import { waiverEnd } from '../../security/waivers/waiver-end.ts'
import type { Decision } from '../decision/decide.ts'
import { isReadable } from '../decision/evidence-document.ts'
import { Certificate } from './certificate.ts'
import { CERTIFICATE_EXTENSION, VERIFICATION_SUMMARY } from './identifiers.ts'
import { validityOf } from './instant.ts'
import { predicateHead, type StatementInput, statementHead } from './statement-head.ts'

/** What a passed gate adds to the verification summary's levels. */
const LEVELS: Record<GateName, string> = {
  'data-validate': 'PROOFMARK_DATA_VALIDATED',
  'model-certify': 'PROOFMARK_MODEL_CERTIFIED',
  'security-scan': 'PROOFMARK_SECURITY_SCANNED',
  'drift-compare': 'PROOFMARK_DRIFT_COMPARED',
}

/** The certificate of a certification that was decided `passed`; anything else in its evidence is our bug and throws. */
export function certificateOf(input: StatementInput, { rules, waivers }: Decision): Certificate {
  const { documents, model, modelId, source, policy, at } = input
  const standing = (gate: GateName) => rules.find(({ rule }) => rule === gate)?.status
  const evidence = documents.filter(isReadable).map(document => document.evidence)
  return Certificate.parse({
    ...statementHead(input),
    predicateType: VERIFICATION_SUMMARY,
    predicate: {
      ...predicateHead(input),
      verificationResult: 'PASSED',
      verifiedLevels: [
        'PROOFMARK_CERTIFIED',
        ...evidence.flatMap(({ gate }) => (standing(gate) === 'passed' ? LEVELS[gate] : [])),
      ],
      slsaVersion: '1.2',
      [CERTIFICATE_EXTENSION]: {
        model: { ...model, id: modelId },
        source,
        gates: evidence.map(({ gate, checks, tool, run }) => ({
          gate,
          verdict: standing(gate),
          checks: checks.length,
          warnings: checks.filter(check => check.status === 'warn').length,
          tool,
          finishedAt: run.finishedAt,
        })),
        data: distinct(evidence.flatMap(({ materials }) => materials.filter(({ role }) => role !== 'artefact'))),
        claims: evidence.flatMap(({ gate, checks }) => (gate === 'model-certify' ? checks.flatMap(claimOf) : [])),
        ...holdoutOf(evidence),
        policy,
        rules,
        waivers,
        validity: validityOf(at, policy['validity-days'], waivers.map(waiverEnd)),
      },
    },
  })
}

function claimOf({ id, title, measured, required, status }: Check) {
  if (!measured || !required) return []
  const { value, interval, level, method, n } = measured
  const { comparator, value: threshold } = required
  return [{ metric: id, title, comparator, threshold, value, interval, level, method, sampleSize: n, status }]
}

function holdoutOf(evidence: readonly Evidence[]) {
  const judged = evidence.find(one => one.gate === 'model-certify')
  const predictions = judged?.materials.find(({ role }) => role === 'predictions')
  if (!judged?.result?.holdout || !predictions) return {}
  return { holdout: { ...judged.result.holdout, predictions: predictions.digest.sha256 } }
}

const distinct = <T>(values: readonly T[]): T[] => [
  ...new Map(values.map(value => [JSON.stringify(value), value])).values(),
]
