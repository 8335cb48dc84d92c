import type { Check, Evidence } from '../../evidence.ts'
import type { CertifiedClaim } from './certificate.ts'

/** Requirements of model-certify's evidence with what was measured, as a certificate names them; nothing of other gates. */
export const certifiedClaims = ({ gate, checks }: Evidence): CertifiedClaim[] =>
  gate === 'model-certify' ? checks.flatMap(claimOf) : []

function claimOf({ id, title, measured, required, status }: Check): CertifiedClaim[] {
  if (!measured || !required) return []
  const { value, interval, level, method, n } = measured
  const { comparator, value: threshold } = required
  return [
    {
      metric: id,
      title,
      comparator,
      threshold,
      value,
      interval,
      level,
      method,
      sampleSize: n,
      status,
      passed: status === 'pass' || status === 'warn',
      assuranceLevel: 'self_attested',
    },
  ]
}
