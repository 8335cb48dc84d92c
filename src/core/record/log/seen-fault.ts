import type { LastSeen } from '../statement/certificate.ts'
import { encodeBase64 } from './base64.ts'
import type { Checkpoint } from './checkpoint.ts'
import { type LogFault, logFault } from './log-fault.ts'

/** A log, as far as it is known. */
export interface KnownLog {
  readonly checkpoint: Checkpoint
  /** Root of the tree of its first entries; absent where there is only a proof under the checkpoint. */
  readonly rootOf?: (size: number) => Uint8Array
}

/**
 * Why a log is not the one that a certificate saw when it was made: it has lost entries since, or has others in their place. Whoever holds
 * a certificate finds out so, who never looked at the log before. Undefined where it continues what was seen, and of another log.
 */
export function seenFault({ origin, lastSeen }: LastSeen, { checkpoint, rootOf }: KnownLog): LogFault | undefined {
  if (lastSeen === undefined || origin !== checkpoint.origin) return undefined
  const { size, root } = lastSeen
  if (checkpoint.size < size)
    return logFault('rollback', `size ${checkpoint.size} < ${size}, which the certificate has seen (${origin})`)
  return rootOf === undefined || encodeBase64(rootOf(size)) === root
    ? undefined
    : logFault('fork', `the log at size ${size} is not the one that the certificate has seen (${origin})`)
}
