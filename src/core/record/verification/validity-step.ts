import { instant } from '../statement/instant.ts'
import type { Step } from './step.ts'

/** Whether `now` is within the certificate's validity, both ends included. */
export function validityStep({ notBefore, notAfter }: { notBefore: string; notAfter: string }, now: Date): Step {
  const step = { id: 'validity', title: 'It is valid today' } as const
  const at = now.getTime()
  if (!(at >= Date.parse(notBefore)))
    return {
      ...step,
      status: 'failed',
      reason: `Expected a certificate valid at ${instant(now)} but this one starts at ${notBefore}`,
      hint: "Check this machine's clock",
    }
  if (!(at <= Date.parse(notAfter)))
    return {
      ...step,
      status: 'failed',
      reason: `Expected a certificate valid at ${instant(now)} but this one ended at ${notAfter}`,
      hint: 'Certify the model again',
    }
  return { ...step, status: 'passed', reason: `Valid from ${notBefore} to ${notAfter}` }
}
