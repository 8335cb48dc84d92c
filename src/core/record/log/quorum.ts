import { type Cosigned, cosignedBy } from './cosignature.ts'
import type { LogCrypto } from './log-crypto.ts'
import { type LogFault, logFault } from './log-fault.ts'
import type { LogTrust } from './log-trust.ts'
import type { Note } from './note.ts'

const HOUR_MS = 3_600_000

/** A witness's clock may be that far ahead of ours, in milliseconds. */
const SKEW_MS = 5 * 60_000

/** The trusted witnesses that have cosigned a note, newest first. A time that is yet to come counts for nothing. */
export const cosignersOf = (note: Note, { witnesses }: LogTrust, now: Date, crypto: LogCrypto): Cosigned[] =>
  witnesses
    .flatMap(witness => cosignedBy(note, witness, crypto) ?? [])
    .filter(({ at }) => at.getTime() <= now.getTime() + SKEW_MS)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())

/** What is wrong with the cosigners of a checkpoint, as many as the quorum and the freshest of them; undefined where nothing is. */
export function quorumFault(cosigners: readonly Cosigned[], trust: LogTrust, now: Date): LogFault | undefined {
  const { quorum, maxAgeHours } = trust
  if (cosigners.length < quorum)
    return logFault(
      'unwitnessed',
      `expected ${quorum} of ${trust.witnesses.length} witnesses to have cosigned ${trust.origin} but found ${cosigners.length}`,
    )
  const at = asOf(cosigners, quorum)
  if (maxAgeHours === undefined || at === undefined) return undefined
  if (now.getTime() - at.getTime() <= maxAgeHours * HOUR_MS) return undefined
  return logFault(
    'stale',
    `expected a checkpoint of ${trust.origin} cosigned in the last ${maxAgeHours} hours but found ${at.toISOString()}`,
  )
}

/** Since when nothing is known: the time by which as many as the quorum have cosigned, the freshest of them; undefined without any. */
export const asOf = (cosigners: readonly Cosigned[], quorum: number): Date | undefined =>
  cosigners[Math.max(quorum, 1) - 1]?.at
