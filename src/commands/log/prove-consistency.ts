import type { TreeHead } from '../../core/record/log/checkpoint.ts'
import { type LogFault, logFault } from '../../core/record/log/log-fault.ts'
import { rangeHash, tilesOfRange } from '../../core/record/log/range-hash.ts'
import { consistencyRanges } from '../../core/record/log/ranges.ts'
import { verifyConsistency } from '../../core/record/log/verify-consistency.ts'
import type { LogPorts } from './log-ports.ts'
import type { CommittedTiles } from './read-tree.ts'

/**
 * Makes the proof that one head continues another from the tiles of a log of `size` entries, and verifies it: a fork where it does not
 * hold. Tiles that somebody edited make a proof that does not hold either.
 */
export async function proveConsistency(
  first: TreeHead,
  second: TreeHead,
  size: number,
  tiles: CommittedTiles,
  { noteKeys: { hash } }: Pick<LogPorts, 'noteKeys'>,
): Promise<LogFault | undefined> {
  const ranges = consistencyRanges(first.size, second.size)
  const fault = await tiles.load(ranges.flatMap(range => tilesOfRange(range, size)))
  if (fault !== undefined) return fault
  const path = ranges.map(range => rangeHash(range, size, tiles.get, hash))
  if (verifyConsistency(first, second, path, hash)) return undefined
  return logFault('fork', `no consistency proof from size ${first.size} to ${second.size}`)
}

/** A rollback where something larger than the checkpoint was seen of the log. */
export const rollbackFault = (seen: TreeHead, found: TreeHead, where: string): LogFault | undefined =>
  seen.size <= found.size ? undefined : logFault('rollback', `size ${found.size} < last seen ${seen.size} (${where})`)
