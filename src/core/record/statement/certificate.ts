import { z } from 'zod'
import { Material, Measured, Required, Sha256 } from '../../evidence.ts'
import { Status } from '../../verdict.ts'
import { Approval } from '../approvals/approval.ts'
import { RuleOutcome } from '../decision/rule-outcome.ts'
import { Policy } from '../policy/policy.ts'
import { CERTIFICATE_EXTENSION, VERIFICATION_SUMMARY } from './identifiers.ts'
import { Serial } from './serial-of.ts'
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
  passed: z.boolean(),
  /** Who vouches for the number: the certifier itself. */
  assuranceLevel: z.literal('self_attested'),
})

export type CertifiedClaim = z.infer<typeof CertifiedClaim>

/** An exception that the certificate rests on. */
export const CertifiedWaiver = z.strictObject({
  rule: z.string().min(1),
  name: z.string().min(1),
  owner: z.string().min(1),
  /** SHA-256 of the waiver's canonical JSON. */
  waiver: Sha256,
  /** The moment from which it no longer holds. */
  expires: z.iso.datetime(),
})
export type CertifiedWaiver = z.infer<typeof CertifiedWaiver>

/** The log's head as the certifier last saw it: whoever holds the certificate can tell that a shorter or other log was rewritten. */
export const LastSeen = z.strictObject({
  origin: z.string().min(1).max(255),
  lastSeen: z
    .strictObject({
      size: z.int().nonnegative(),
      /** Root hash of the Merkle tree of that size, base64. */
      root: z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'Expected 32 bytes in base64'),
    })
    .optional(),
})
export type LastSeen = z.infer<typeof LastSeen>

/** The model, and by which root digest OpenSSF Model Signing knows its files: a root over their bytes alone, whatever their names. */
const CertifiedModel = ModelIdentity.extend({
  omsRoot: Sha256,
  /** Order of the digests under `omsRoot`: by the names' Unicode code points, as the specification has it. */
  omsOrder: z.literal('spec-utf8'),
  /** The root in the order of the reference implementation, by parts of the path, where it is another. */
  omsRootByParts: Sha256.optional(),
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
  /** Follows from everything else in the statement. */
  serial: Serial,
  /** SHA-256 of the bytes of the certificate that this one replaces. */
  supersedes: Sha256.nullable(),
  model: CertifiedModel,
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
  waivers: z.array(CertifiedWaiver),
  approvals: z.array(Approval),
  validity: z.strictObject({ notBefore: z.iso.datetime(), notAfter: z.iso.datetime(), reviewBy: z.iso.date() }),
  log: LastSeen.optional(),
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
