import { sameBytes } from '../../core/record/log/bytes.ts'
import type { TreeHead } from '../../core/record/log/checkpoint.ts'
import { grow } from '../../core/record/log/grow.ts'
import type { Leaf } from '../../core/record/log/leaf.ts'
import { readLeaf } from '../../core/record/log/leaf-bytes.ts'
import { isFault, type LogFault, logFault } from '../../core/record/log/log-fault.ts'
import type { LogTrust } from '../../core/record/log/log-trust.ts'
import { writeNote } from '../../core/record/log/note.ts'
import type { SignedCheckpoint } from '../../core/record/log/open-checkpoint.ts'
import { rangeHash } from '../../core/record/log/range-hash.ts'
import { tilesOf } from '../../core/record/log/tile.ts'
import { tilePath } from '../../core/record/log/tile-path.ts'
import type { LogBranch } from '../../ports/log-branch.ts'
import { committedEntries } from './committed-entries.ts'
import { fileFault } from './file-fault.ts'
import type { LogPorts } from './log-ports.ts'
import { requireHead } from './log-writer.ts'
import { rollbackFault } from './prove-consistency.ts'
import { type Heads, readHeads } from './read-heads.ts'
import { type CommittedTiles, committedTiles } from './read-tree.ts'
import { tileFault } from './tile-fault.ts'
import { type WitnessedHead, witnessedHead } from './witnessed-head.ts'

/** A log that was read whole, and of which every entry, tile and head holds together. */
export interface VerifiedLog {
  readonly commit: string
  /** The newest that the log has signed. */
  readonly checkpoint: SignedCheckpoint
  /** The same as a note: what was last seen of the log from now on. */
  readonly note: string
  /** Every leaf under the checkpoint, in order. */
  readonly leaves: readonly { readonly index: number; readonly leaf: Leaf }[]
  /** How much of it the quorum of witnesses stands for, and by when: entries before `size`, complete as of `asOf`. */
  readonly witnessed: WitnessedHead
  /** Entries that were brought in but are not signed yet. */
  readonly unsigned: number
}

/** What readers need besides: tiles to make proofs from. */
export interface ReadLog extends VerifiedLog, Pick<Heads, 'state'> {
  readonly tiles: CommittedTiles
  readonly entries: readonly Uint8Array[]
}

/**
 * Reads a whole log and believes nothing: the tree is made anew from the entries, every tile and head is compared with it, the checkpoint
 * must continue all that was seen of the log before (`seen`) and all that its witnesses saw, and the quorum must have cosigned, not
 * too long ago. Throws only where the branch cannot be read.
 */
export async function readLog(
  branch: LogBranch,
  trust: LogTrust,
  seen: readonly TreeHead[],
  ports: LogPorts,
): Promise<ReadLog | LogFault> {
  const lost = seen.find(({ size }) => size > 0)
  const commit = lost === undefined ? await requireHead(branch) : await branch.head()
  if (commit === undefined) return logFault('rollback', `no branch < last seen ${lost?.size} (${branch.name})`)
  const heads = await readHeads(branch, commit, trust, ports)
  if (isFault(heads)) return heads
  const { checkpoint, state } = heads
  for (const head of seen) {
    const fault = rollbackFault(head, checkpoint, branch.name)
    if (fault !== undefined) return fault
  }
  const misplaced = fileFault(branch.name, await branch.list(commit), state.size)
  if (misplaced !== undefined) return misplaced

  const { hash } = ports.noteKeys
  const tiles = committedTiles(branch, commit)
  const missing = await tiles.load(tilesOf(state.size))
  if (missing !== undefined) return missing
  const committed = await committedEntries(0, state.size, tiles)
  if (isFault(committed)) return committed
  const entries = committed.map(({ entry }) => entry)
  const { written } = grow(0, () => new Uint8Array(), entries, hash)
  const remade = (size: number) =>
    rangeHash({ from: 0, to: size }, state.size, tile => written.get(tilePath(tile)) ?? new Uint8Array(), hash)
  const edited = tileFault(branch.name, state.size, tiles.get, written)
  if (edited !== undefined) return edited
  if (!sameBytes(remade(state.size), state.root))
    return logFault('corrupt', `the entries of ${branch.name} do not make the root of its state`)
  for (const { size, root } of [checkpoint, ...seen])
    if (!sameBytes(remade(size), root))
      return logFault('fork', `no consistency proof from size ${size} to ${state.size}`)

  const leaves: { index: number; leaf: Leaf }[] = []
  for (const [index, entry] of entries.slice(0, checkpoint.size).entries()) {
    const leaf = readLeaf(entry)
    if (leaf === undefined)
      return logFault('corrupt', `entry ${index} is not a leaf that Proofmark writes (${branch.name})`)
    leaves.push({ index, leaf })
  }
  const witnessed = await witnessedHead(branch, heads, trust, remade, ports)
  if (isFault(witnessed)) return witnessed
  const note = writeNote(checkpoint.note)
  return { ...heads, tiles, entries, note, leaves, witnessed, unsigned: state.size - checkpoint.size }
}
