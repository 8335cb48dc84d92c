import type { Checkpoint } from '../log/checkpoint.ts'
import { faultVerdict, isFault, type LogFault } from '../log/log-fault.ts'
import type { Logged } from '../log/verify-proof.ts'
import type { LastSeen } from '../statement/certificate.ts'
import type { Step } from './step.ts'

const STEP = { id: 'logged', title: 'It is in the log' } as const

const HINTS = {
  failed: 'Do not promote: ask who keeps the log',
  inconclusive: 'Run `proofmark witness` where the witnesses are kept, then try again',
} as const

/** Whether a certificate is proved to be in the trusted log, under a checkpoint that enough witnesses have seen. */
export function loggedStep(found: Logged | LogFault, modelId: string): Step {
  if (isFault(found))
    return { ...STEP, status: faultVerdict(found.fault), reason: found.message, hint: HINTS[faultVerdict(found.fault)] }
  const { index, leaf, checkpoint, witnesses, asOf } = found
  if (leaf.id !== `sha256:${modelId}`)
    return {
      ...STEP,
      status: 'failed',
      reason: `Expected the entry to be about model sha256:${modelId} but it is about ${leaf.id ?? 'none'}`,
    }
  const seen = asOf === undefined ? '' : `, which ${witnesses.join(', ')} had seen by ${asOf.toISOString()}`
  return {
    ...STEP,
    status: 'passed',
    reason: `Entry ${index} of ${checkpoint.origin} at size ${checkpoint.size}${seen}`,
  }
}

/** Where the log itself is not believed: whatever it says counts for nothing. */
export const unbelievedStep = ({ fault, message, hint }: LogFault): Step => ({
  id: 'log',
  title: 'The log holds together',
  status: faultVerdict(fault),
  reason: message,
  hint,
})

/** Where the log, read whole, continues what a certificate saw of it; no step where that saw nothing, or another log. */
export const continuedStep = (seen: LastSeen | undefined, { origin, size }: Checkpoint): Step[] =>
  seen?.lastSeen === undefined || seen.origin !== origin
    ? []
    : [
        {
          id: 'log',
          title: 'The log holds together',
          status: 'passed',
          reason: `Its ${size} entries continue the ${seen.lastSeen.size} that the certificate had seen`,
        },
      ]

/** Where there is no proof: nothing is known of it. */
export const unprovenStep = (path: string): Step => ({
  ...STEP,
  status: 'inconclusive',
  reason: `Expected a proof that it is in the log at ${path} but found none`,
  hint: 'Put the .tlog-proof file that was published with the certificate beside it, or make one with `proofmark log prove`',
})
