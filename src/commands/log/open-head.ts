import { sameBytes } from '../../core/record/log/bytes.ts'
import type { TreeHead } from '../../core/record/log/checkpoint.ts'
import { readEntries } from '../../core/record/log/entry-bundle.ts'
import { isFault, type LogFault, logFault } from '../../core/record/log/log-fault.ts'
import { HASH_BYTES, leafHash } from '../../core/record/log/merkle-hash.ts'
import { rangeHash } from '../../core/record/log/range-hash.ts'
import { edgeTiles, TILE_WIDTH, tileAt } from '../../core/record/log/tile.ts'
import type { LogBranch } from '../../ports/log-branch.ts'
import type { LogPorts } from './log-ports.ts'
import { proveConsistency, rollbackFault } from './prove-consistency.ts'
import { type Heads, type LogIdentity, readHeads } from './read-heads.ts'
import { type CommittedTiles, committedTiles } from './read-tree.ts'

/** A log as of a commit whose edge holds together: enough to append to it, or to sign what was appended. */
export interface OpenHead extends Heads {
  readonly tiles: CommittedTiles
}

/**
 * Checks all that an append rests on, from the few files at the edge: the checkpoint's signature, that the tiles make the state, that the
 * state continues the checkpoint, and the checkpoint everything that was seen of this log.
 */
export async function openHead(
  branch: LogBranch,
  commit: string,
  log: LogIdentity,
  seen: readonly TreeHead[],
  ports: LogPorts,
): Promise<OpenHead | LogFault> {
  const heads = await readHeads(branch, commit, log, ports)
  if (isFault(heads)) return heads
  const { checkpoint, state } = heads
  for (const head of seen) {
    const fault = rollbackFault(head, checkpoint, branch.name)
    if (fault !== undefined) return fault
  }
  const tiles = committedTiles(branch, commit)
  const fault = (await tiles.load(edgeTiles(state.size))) ?? edgeFault(branch.name, state, tiles, ports)
  if (fault !== undefined) return fault
  for (const [first, second] of [[checkpoint, state] as const, ...seen.map(head => [head, checkpoint] as const)]) {
    const forked = await proveConsistency(first, second, state.size, tiles, ports)
    if (forked !== undefined) return forked
  }
  return { ...heads, tiles }
}

function edgeFault(
  where: string,
  { size, root }: TreeHead,
  tiles: CommittedTiles,
  { noteKeys: { hash } }: LogPorts,
): LogFault | undefined {
  if (!sameBytes(rangeHash({ from: 0, to: size }, size, tiles.get, hash), root))
    return logFault('corrupt', `the tiles of ${where} do not make the root of its state`)
  const index = Math.floor(size / TILE_WIDTH)
  const bundle = tileAt('entries', index, size)
  if (bundle.width === 0) return undefined
  const hashes = tiles.get(tileAt(0, index, size))
  const entries = readEntries(tiles.get(bundle), bundle.width)
  if (entries === undefined) return logFault('corrupt', `expected ${bundle.width} entries at the end of ${where}`)
  const wrong = entries.findIndex(
    (entry, n) => !sameBytes(leafHash(hash, entry), hashes.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES)),
  )
  return wrong === -1
    ? undefined
    : logFault('corrupt', `entry ${index * TILE_WIDTH + wrong} does not match its hash (${where})`)
}
