import type { Evidence, GateName } from '../../evidence.ts'
import type { Waiver } from '../../security/waivers/waiver.ts'
import { waiverEnd } from '../../security/waivers/waiver-end.ts'
import type { Approval } from '../approvals/approval.ts'
import type { Decision } from '../decision/decide.ts'
import { isReadable } from '../decision/evidence-document.ts'
import { withoutConfidential } from '../decision/without-confidential.ts'
import { omsRoots } from '../model-signing/oms-roots.ts'
import type { RuleWaiver } from '../policy/rule-waiver.ts'
import { canonicalJson } from './canonical-json.ts'
import { Certificate, type CertifiedWaiver, type LastSeen } from './certificate.ts'
import { certifiedClaims } from './certified-claims.ts'
import { CERTIFICATE_EXTENSION, VERIFICATION_SUMMARY } from './identifiers.ts'
import { instant, validityOf } from './instant.ts'
import { serialOf } from './serial-of.ts'
import { predicateHead, type StatementInput, statementHead } from './statement-head.ts'

/** What a passed gate adds to the verification summary's levels. */
const LEVELS: Record<GateName, string> = {
  'data-validate': 'PROOFMARK_DATA_VALIDATED',
  'model-certify': 'PROOFMARK_MODEL_CERTIFIED',
  'security-scan': 'PROOFMARK_SECURITY_SCANNED',
  'drift-compare': 'PROOFMARK_DRIFT_COMPARED',
}

/** What a certificate says beyond what was decided, on which evidence. */
export interface CertificateInput extends StatementInput {
  /** It must have passed; the certificate ends with the first of the exceptions that it rests on. */
  readonly decision: Decision
  /** SHA-256 of the bytes of the certificate that this one replaces. */
  readonly supersedes?: string | undefined
  /** Every consent that was given; which of it counts, the rule on approvals says. */
  readonly approvals?: readonly Approval[] | undefined
  readonly log?: LastSeen | undefined
  /** Gates whose evidence is confidential: what they claim is left out, and why rules about them hold. */
  readonly confidential?: ReadonlySet<GateName> | undefined
}

/** The certificate of a certification that was decided `passed`; anything else in its evidence is our bug and throws. */
export function certificateOf(input: CertificateInput): Certificate {
  const { documents, model, modelId, subject, source, policy, at, sha256, approvals = [], decision } = input
  const standing = (gate: GateName | 'approvals') => decision.rules.find(({ rule }) => rule === gate)?.status
  const evidence = documents.filter(isReadable).map(document => document.evidence)
  const statement = (named: { serial?: string }) => ({
    ...statementHead(input),
    predicateType: VERIFICATION_SUMMARY,
    predicate: {
      ...predicateHead(input),
      verificationResult: 'PASSED',
      verifiedLevels: [
        'PROOFMARK_CERTIFIED',
        ...evidence.flatMap(({ gate }) => (standing(gate) === 'passed' ? LEVELS[gate] : [])),
        ...(standing('approvals') === 'passed' ? ['PROOFMARK_APPROVED'] : []),
      ],
      slsaVersion: '1.2',
      [CERTIFICATE_EXTENSION]: {
        ...named,
        supersedes: input.supersedes ?? null,
        model: { ...model, id: modelId, ...omsRoots(subject, sha256) },
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
        claims: evidence.filter(({ gate }) => !input.confidential?.has(gate)).flatMap(certifiedClaims),
        ...holdoutOf(evidence),
        policy,
        rules: withoutConfidential(decision.rules, policy, input.confidential ?? new Set()),
        waivers: decision.waivers.map(waiver => certified(waiver, sha256)),
        approvals,
        validity: validityOf(
          at,
          policy['validity-days'],
          decision.waivers.map(waiverEnd),
          policy['review-days-before'],
        ),
        log: input.log,
      },
    },
  })
  return Certificate.parse(statement({ serial: serialOf(statement({}), sha256) }))
}

function certified(waiver: Waiver | RuleWaiver, sha256: (text: string) => string): CertifiedWaiver {
  const { rule, owner } = waiver
  const name = 'name' in waiver ? waiver.name : rule
  return { rule, name, owner, waiver: sha256(canonicalJson(waiver)), expires: instant(waiverEnd(waiver)) }
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
