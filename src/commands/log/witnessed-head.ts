import { sameBytes } from '../../core/record/log/bytes.ts'
import { type Cosigned, cosignedBy } from '../../core/record/log/cosignature.ts'
import { type LogFault, logFault } from '../../core/record/log/log-fault.ts'
import { witnessFile } from '../../core/record/log/log-files.ts'
import type { LogTrust } from '../../core/record/log/log-trust.ts'
import { MAX_NOTE_LENGTH } from '../../core/record/log/note.ts'
import { openCheckpoint, type SignedCheckpoint } from '../../core/record/log/open-checkpoint.ts'
import { asOf, cosignersOf, quorumFault } from '../../core/record/log/quorum.ts'
import type { LogBranch } from '../../ports/log-branch.ts'
import type { LogPorts } from './log-ports.ts'
import { rollbackFault } from './prove-consistency.ts'
import type { Heads } from './read-heads.ts'
import { readSmallText } from './read-tree.ts'

/** What the quorum of witnesses stands for. */
export interface WitnessedHead {
  /** Entries: without a quorum to fill, all that are signed. */
  readonly size: number
  /** By when those who make the quorum had seen no more; undefined without any. */
  readonly asOf?: Date
  readonly cosigned: readonly WitnessedCheckpoint[]
}

/** The checkpoint that a witness has cosigned last. */
export interface WitnessedCheckpoint extends Cosigned {
  readonly checkpoint: SignedCheckpoint
}

/**
 * Reads what the trusted witnesses have left in the log's branch. What one of them has seen and the log no longer has, or has otherwise,
 * is a rollback or a fork; what it could not have written counts for nothing. `rootOf` gives the root of the log's first entries.
 */
export async function witnessedHead(
  branch: LogBranch,
  { commit, checkpoint: newest }: Heads,
  trust: LogTrust,
  rootOf: (size: number) => Uint8Array,
  { noteKeys, now }: LogPorts,
): Promise<WitnessedHead | LogFault> {
  const at = now()
  const cosigned: WitnessedCheckpoint[] = []
  for (const witness of trust.witnesses) {
    const content = await readSmallText(branch, commit, witnessFile(witness.name), MAX_NOTE_LENGTH)
    const checkpoint = content === undefined ? '' : openCheckpoint(content, trust.origin, trust.key, noteKeys)
    if (typeof checkpoint === 'string' || cosignedBy(checkpoint.note, witness, noteKeys) === undefined) continue
    const gone = rollbackFault(checkpoint, newest, `${branch.name}, seen by ${witness.name}`)
    if (gone !== undefined) return gone
    if (!sameBytes(rootOf(checkpoint.size), checkpoint.root))
      return logFault('fork', `the log at size ${checkpoint.size} is not the one that ${witness.name} has seen`)
    for (const one of cosignersOf(checkpoint.note, { ...trust, witnesses: [witness] }, at, noteKeys))
      cosigned.push({ ...one, checkpoint })
  }
  const bySize = cosigned.toSorted((a, b) => b.checkpoint.size - a.checkpoint.size || b.at.getTime() - a.at.getTime())
  const chosen = bySize.slice(0, Math.max(trust.quorum, 1)).toSorted((a, b) => b.at.getTime() - a.at.getTime())
  const fault = quorumFault(chosen, trust, at)
  if (fault !== undefined) return fault
  const time = asOf(chosen, trust.quorum)
  const sizes = trust.quorum === 0 ? [newest.size] : chosen.map(one => one.checkpoint.size)
  return { size: Math.min(...sizes), cosigned, ...(time === undefined ? {} : { asOf: time }) }
}
