import { instant } from '../statement/instant.ts'
import { type KeyWindow, outsideWindow } from '../trust/key-window.ts'
import type { Step } from './step.ts'

/** Whether a signature without a time of its own was in the log while its key counted. The log's clock is not the signer's. */
export function windowStep(window: KeyWindow, loggedAt: Date | undefined): Step {
  const step = { id: 'key-window', title: 'Its key counted when it was logged' } as const
  if (!loggedAt)
    return {
      ...step,
      status: 'failed',
      reason:
        'Expected a time that somebody else than the signer vouches for, because the key counts for some time only, but found none',
      hint: 'Sign with a time-stamp authority, or give the proof that it is in the log',
    }
  const fault = outsideWindow(window, loggedAt)
  return fault === undefined
    ? { ...step, status: 'passed', reason: `Logged at ${instant(loggedAt)}` }
    : { ...step, status: 'failed', reason: fault, hint: 'Certify the model again with a key that counts now' }
}
