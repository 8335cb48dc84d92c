import type { Approval } from '../../../src/core/record/approvals/approval.ts'
import { modelId } from '../../../src/core/record/model/model-id.ts'
import { Certificate, type CertifiedWaiver } from '../../../src/core/record/statement/certificate.ts'
import {
  CERTIFICATE_EXTENSION,
  REFUSAL,
  STATEMENT_PAYLOAD,
  STATEMENT_TYPE,
  VERIFICATION_SUMMARY,
} from '../../../src/core/record/statement/identifiers.ts'
import { Refusal } from '../../../src/core/record/statement/refusal.ts'
import { sha256 } from '../sha256.ts'
import type { Certifier } from './certifier.ts'

export interface CertificateParts {
  readonly name?: string
  readonly version?: string
  /** Bytes of the model's one file: they make the model id. */
  readonly file?: string
  readonly at: string
  readonly days?: number
  readonly auc?: number
  readonly attested?: readonly string[]
  readonly approvals?: readonly Approval[]
  readonly waivers?: readonly CertifiedWaiver[]
  readonly repository?: string
  readonly predictions?: string
  /** Who signs; nobody unless given. */
  readonly by?: Certifier | undefined
}

/** The file of a model, as gates and statements name it. */
export const fileOf = (file: string) => ({ name: 'model.joblib', digest: { sha256: sha256(file) }, bytes: file.length })

export const idOf = (file: string): string => modelId([fileOf(file)], sha256)

const digest = (text: string) => ({ sha256: sha256(text) })

/** A certificate of a credit model in every part that a page can tell. Signed by nobody it is for what reads the log's word only. */
export function aCertificate(parts: CertificateParts): string {
  const { name = 'credit-default', version = '1', file = 'weights 1', at, days = 90, auc = 0.82, attested = [] } = parts
  const { approvals = [], waivers = [], repository = 'acme/credit', predictions = 'predictions' } = parts
  const id = idOf(file)
  const end = new Date(Date.parse(at) + days * 86_400_000).toISOString().replace('.000', '')
  const claim = (metric: string, title: string, value: number, threshold: number) => ({
    metric,
    title,
    comparator: '>=' as const,
    threshold,
    value,
    interval: [value - 0.02, value + 0.02] as const,
    level: 0.95,
    method: 'delong',
    sampleSize: 1337,
    status: 'pass' as const,
    passed: true,
    assuranceLevel: 'self_attested' as const,
  })
  const material = (role: string, file: string, rows?: number) => ({
    name: file,
    role,
    digest: digest(`${name} ${file}`),
    bytes: 86_320,
    ...(rows === undefined ? {} : { rows }),
  })
  const statement = Certificate.parse({
    _type: STATEMENT_TYPE,
    subject: [
      { name: 'SHA256SUMS', digest: { sha256: id, dirHash1: id } },
      { name: 'model.joblib', digest: digest(file) },
    ],
    predicateType: VERIFICATION_SUMMARY,
    predicate: {
      verifier: { id: 'https://proofmark.dev/verifier/v1', version: { proofmark: '0.1.0' } },
      timeVerified: at,
      resourceUri: `pkg:generic/${encodeURIComponent(name)}@${encodeURIComponent(version)}`,
      policy: { uri: 'proofmark.yml#policy', digest: digest('policy') },
      inputAttestations: attested.map(found => ({ uri: 'evidence.intoto.jsonl#gate', digest: { sha256: found } })),
      verificationResult: 'PASSED',
      verifiedLevels: ['PROOFMARK_CERTIFIED'],
      slsaVersion: '1.2',
      [CERTIFICATE_EXTENSION]: {
        serial: sha256(`${id}${at}`).slice(0, 32),
        supersedes: null,
        model: { name, version, id, omsRoot: sha256('oms'), omsOrder: 'spec-utf8' },
        source: { repository, commit: 'c0ffee', run: `https://github.com/${repository}/actions/runs/7` },
        gates: ['data-validate', 'model-certify', 'security-scan', 'drift-compare'].map(gate => ({
          gate,
          verdict: 'passed',
          checks: 12,
          warnings: 1,
          tool: { name: 'proofmark', version: '0.1.0' },
          finishedAt: at,
        })),
        data: [
          material('contract', 'contract.odcs.yaml'),
          material('data', 'applications.csv', 4454),
          material('predictions', 'predictions.csv', 1337),
          material('reference', 'train.csv', 3117),
          material('current', 'holdout.csv', 1337),
        ],
        claims: [
          claim('auc.floor', 'AUC at least 0.78', auc, 0.78),
          claim('accuracy.floor', 'Accuracy at least 0.75', auc - 0.03, 0.75),
          claim('auc.no-worse-than-champion', 'AUC no worse than champion (margin 0.01)', 0.02, -0.01),
        ],
        holdout: { rows: 1337, ids: '5994a826f274394da746fa27', predictions: sha256(predictions) },
        policy: { 'validity-days': days },
        rules: [
          {
            rule: 'model-certify',
            title: 'model-certify has to pass on this model',
            status: 'passed',
            reason: 'All checks passed',
          },
        ],
        waivers,
        approvals,
        validity: { notBefore: at, notAfter: end, reviewBy: end.slice(0, 10) },
      },
    },
  })
  return bundle(statement, parts.by)
}

/** The refusal of a model, for one rule. */
export const aRefusal = ({
  name = 'credit-default',
  version = '2',
  file = 'weights 2',
  at,
  by,
}: CertificateParts): string =>
  bundle(
    Refusal.parse({
      _type: STATEMENT_TYPE,
      subject: [
        { name: 'SHA256SUMS', digest: { sha256: idOf(file), dirHash1: idOf(file) } },
        { name: 'model.joblib', digest: digest(file) },
      ],
      predicateType: REFUSAL,
      predicate: {
        verifier: { id: 'https://proofmark.dev/verifier/v1', version: { proofmark: '0.1.0' } },
        timeVerified: at,
        resourceUri: 'pkg:generic/credit@2',
        policy: { uri: 'proofmark.yml#policy', digest: digest('policy') },
        inputAttestations: [],
        verdict: 'failed',
        rules: [
          {
            rule: 'model-certify',
            title: 'model-certify has to pass on this model',
            status: 'failed',
            reason: 'Expected AUC of at least 0.78 but found 0.71',
            hint: 'Train longer',
          },
        ],
        model: { name, version, id: idOf(file) },
        source: {},
      },
    }),
    by,
  )

function bundle(statement: object, by?: Certifier): string {
  const payload = Buffer.from(JSON.stringify(statement))
  return JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: { publicKey: { hint: by?.hint ?? sha256('key') } },
    dsseEnvelope: {
      payload: payload.toString('base64'),
      payloadType: STATEMENT_PAYLOAD,
      signatures: [{ sig: by?.sign(payload) ?? Buffer.alloc(71, 7).toString('base64') }],
    },
  })
}
