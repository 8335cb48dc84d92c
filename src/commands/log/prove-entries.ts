import { type LogFault, logFault } from '../../core/record/log/log-fault.ts'
import { leafHash } from '../../core/record/log/merkle-hash.ts'
import { writeNote } from '../../core/record/log/note.ts'
import type { SignedCheckpoint } from '../../core/record/log/open-checkpoint.ts'
import { rangeHash, tilesOfRange } from '../../core/record/log/range-hash.ts'
import { inclusionRanges, type Range } from '../../core/record/log/ranges.ts'
import { writeTlogProof } from '../../core/record/log/tlog-proof.ts'
import { verifyInclusion } from '../../core/record/log/verify-inclusion.ts'
import type { CommittedEntry } from './committed-entries.ts'
import type { LogPorts } from './log-ports.ts'
import type { CommittedTiles } from './read-tree.ts'

/** The `.tlog-proof` file of each entry under one checkpoint, made from the tiles of a log of `size` entries, and verified. */
export async function proveEntries(
  entries: readonly CommittedEntry[],
  checkpoint: SignedCheckpoint,
  size: number,
  tiles: CommittedTiles,
  { noteKeys: { hash } }: Pick<LogPorts, 'noteKeys'>,
): Promise<string[] | LogFault> {
  const note = writeNote(checkpoint.note)
  const proofs: string[] = []
  const made = new Map<string, Uint8Array>()
  function hashOf(range: Range): Uint8Array {
    const key = `${range.from}-${range.to}`
    const known = made.get(key) ?? rangeHash(range, size, tiles.get, hash)
    made.set(key, known)
    return known
  }
  for (const { index, entry } of entries) {
    if (index >= checkpoint.size)
      return logFault('unproven', `entry ${index} is not in the checkpoint of ${checkpoint.size} entries`)
    const ranges = inclusionRanges(index, checkpoint.size)
    const fault = await tiles.load(ranges.flatMap(range => tilesOfRange(range, size)))
    if (fault !== undefined) return fault
    const hashes = ranges.map(hashOf)
    if (!verifyInclusion(index, leafHash(hash, entry), hashes, checkpoint, hash))
      return logFault('fork', `entry ${index} is not the one that was written there`)
    proofs.push(writeTlogProof({ index, hashes, checkpoint: note, extra: entry }))
  }
  return proofs
}
