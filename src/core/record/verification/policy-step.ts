import type { Certificate } from '../statement/certificate.ts'
import type { Step } from './step.ts'

/** Whether a certificate was decided by a policy that is trusted. */
export function policyStep({ predicate: { policy } }: Certificate, trusted: readonly string[]): Step {
  const step = { id: 'policy', title: 'It was decided by a trusted policy' } as const
  const { sha256 } = policy.digest
  if (trusted.includes(sha256)) return { ...step, status: 'passed', reason: `Decided by ${policy.uri} (${sha256})` }
  return {
    ...step,
    status: 'failed',
    reason: `Expected a policy that is trusted here but found ${policy.uri} (${sha256})`,
    hint: 'Certify the model again by the policy in force, or add the digest to trust.policies',
  }
}
