import type { MetricFamily } from './metric-family.ts'

/** Whether the last certificate of a model counts for nothing any more; the next one makes it 0 again. */
export const certificateRevoked = (labels: Readonly<Record<string, string>>, revoked: boolean): MetricFamily => ({
  name: 'proofmark_certificate_revoked',
  help: 'Whether the last certificate of the model was revoked: 1 if so.',
  samples: [{ labels, value: revoked ? 1 : 0 }],
})
