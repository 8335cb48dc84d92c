import { z } from 'zod'
import { Material, Measured, Required, Sha256 } from '../../evidence.ts'
import { Waiver } from '../../security/waivers/waiver.ts'
import { Status } from '../../verdict.ts'
import { RuleOutcome } from '../decision/rule-outcome.ts'
import { Policy } from '../policy/policy.ts'
import { RuleWaiver } from '../policy/rule-waiver.ts'
import { CERTIFICATE_EXTENSION, VERIFICATION_SUMMARY } from './identifiers.ts'
import { ModelIdentity, predicateShape, Source, statementShape } from './statement-shape.ts'

/** A requirement on the model's quality and what was measured, under the names of in-toto's proposed evaluation result. */
export const CertifiedClaim = z.strictObject({
  metric: z.string(),
  title: z.string(),
  comparator: Required.shape.comparator,
  threshold: Required.shape.value,
  value: Measured.shape.value,
  interval: Measured.shape.interval,
  level: Measured.shape.level,
  method: Measured.shape.method,
  sampleSize: Measured.shape.n,
  status: Status,
})

const GateSummary = z.strictObject({
  gate: z.string(),
  /** `waived`: but for checks that the policy excepts. */
  verdict: z.enum(['passed', 'waived']),
  checks: z.int().positive(),
  warnings: z.int().nonnegative(),
  tool: z.strictObject({ name: z.literal('proofmark'), version: z.string() }),
  finishedAt: z.iso.datetime(),
})

/** What a certificate says beyond SLSA's verification summary. */
export const CertificateExtension = z.strictObject({
  model: ModelIdentity,
  source: Source,
  gates: z.array(GateSummary).min(1),
  /** What the gates read, other than model files. */
  data: z.array(Material),
  claims: z.array(CertifiedClaim),
  /** The rows that the claims rest on, and the digest of the predictions of them: for whoever counts how often a hold-out was used. */
  holdout: z.strictObject({ rows: z.int().nonnegative(), ids: z.string(), predictions: Sha256 }).optional(),
  policy: Policy,
  /** Every rule of the policy and how it stands: all passed or waived. */
  rules: z
    .array(RuleOutcome)
    .min(1)
    .refine(rules => rules.every(({ status }) => status === 'passed' || status === 'waived'), {
      error: 'Expected every rule to be passed or waived',
    }),
  /** The exceptions that were applied, to rules and to findings. */
  waivers: z.array(z.union([Waiver, RuleWaiver])),
  validity: z.strictObject({ notBefore: z.iso.datetime(), notAfter: z.iso.datetime() }),
})

/**
 * A certificate: this model met this policy on this data. in-toto Statement v1 with SLSA's Verification Summary v1 as predicate
 * (https://slsa.dev/spec/v1.2/verification_summary), whose unknown fields are passed over as that specification wants; our own
 * part, named by URI, is strict.
 */
export const Certificate = z.object({
  ...statementShape,
  predicateType: z.literal(VERIFICATION_SUMMARY),
  predicate: z.object({
    ...predicateShape,
    verificationResult: z.enum(['PASSED', 'FAILED']),
    verifiedLevels: z.array(z.string()),
    slsaVersion: z.string(),
    [CERTIFICATE_EXTENSION]: CertificateExtension,
  }),
})
export type Certificate = z.infer<typeof Certificate>
