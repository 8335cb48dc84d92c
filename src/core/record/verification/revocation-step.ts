import type { Revocation } from '../promotion/revocation.ts'
import type { Step } from './step.ts'

const STEP = { id: 'not-revoked', title: 'Nobody has revoked it' } as const

/** Whether the whole log, up to its end, revokes a certificate or the key that signed it. */
export function revocationStep(
  found: Revocation | 'unreadable' | undefined,
  log: { name: string; entries: number },
): Step {
  if (found === undefined)
    return {
      ...STEP,
      status: 'passed',
      reason: `None of the ${log.entries} entries of ${log.name} revokes it or its key`,
    }
  if (found === 'unreadable')
    return {
      ...STEP,
      status: 'inconclusive',
      reason: `${log.name} holds a revocation that may be of this certificate, and its document is not kept`,
      hint: 'Ask who keeps the log for the document, or certify the model again',
    }
  const what = found.key === undefined ? 'certificate' : 'key'
  return {
    ...STEP,
    status: 'failed',
    reason: `The ${what} was revoked at ${found.at}: ${found.reason}`,
    hint: 'Do not promote: certify the model again',
  }
}

/** Where a log is trusted and not there to be read: a proof that it is in the log says nothing of what came after. */
export const unreadLogStep: Step = {
  ...STEP,
  status: 'inconclusive',
  reason: 'Expected the log itself, which alone can say what was revoked, but it was not given',
  hint: 'Name it in record.log, or with --repository; where there is no network, give the folder of a clone with --remote',
}
