import { certificateRevoked } from './certificate-revoked.ts'
import type { Decided } from './decided.ts'
import type { MetricFamily } from './metric-family.ts'

/** What was decided on a model, and the certificate where one was signed. `labels` are those of its group: repo, model. */
export function certificationFamilies(
  { verdict, model, certificate, notAfter, policy, evidence, at }: Decided,
  labels: Readonly<Record<string, string>>,
): MetricFamily[] {
  const one = (
    name: string,
    help: string,
    value: number,
    more: Readonly<Record<string, string>> = {},
  ): MetricFamily => ({
    name,
    help,
    samples: [{ labels: { ...labels, ...more }, value }],
  })
  const seconds = at.getTime() / 1000
  const decision = [
    one(
      'proofmark_certification_passed',
      'Whether the last decision on the model was a certificate: 1 if so, 0 if it was refused.',
      verdict === 'passed' && certificate !== undefined ? 1 : 0,
    ),
    one('proofmark_last_decision_timestamp_seconds', 'When the model was last decided on.', seconds),
  ]
  if (verdict !== 'passed' || certificate === undefined) return decision
  const expiry = notAfter === undefined ? Number.NaN : Date.parse(notAfter) / 1000
  return [
    ...decision,
    one('proofmark_certification_info', 'The last certificate of the model; always 1.', 1, {
      version: model.version ?? '',
      digest: model.id ?? '',
      certificate,
      policy: policy ?? '',
      commit: evidence.find(({ run }) => run.commit !== undefined)?.run.commit ?? '',
    }),
    one('proofmark_last_certified_timestamp_seconds', 'When the model was last certified.', seconds),
    certificateRevoked(labels, false),
    ...(Number.isNaN(expiry)
      ? []
      : [
          one(
            'proofmark_certificate_expiry_timestamp_seconds',
            'Until when the last certificate of the model holds.',
            expiry,
          ),
        ]),
  ]
}
