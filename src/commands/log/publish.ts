import { sameBytes, utf8 } from '../../core/record/log/bytes.ts'
import { checkpointText, type TreeHead } from '../../core/record/log/checkpoint.ts'
import { readLeaf } from '../../core/record/log/leaf-bytes.ts'
import { faultError, isFault, logFault } from '../../core/record/log/log-fault.ts'
import { CHECKPOINT_FILE } from '../../core/record/log/log-files.ts'
import { leafHash } from '../../core/record/log/merkle-hash.ts'
import { writeNote } from '../../core/record/log/note.ts'
import { rangeHash, tilesOfRange } from '../../core/record/log/range-hash.ts'
import { yetToCome } from '../../core/record/log/yet-to-come.ts'
import { committedEntries } from './committed-entries.ts'
import type { LogPorts } from './log-ports.ts'
import { type LogWriter, requireHead } from './log-writer.ts'
import { type OpenHead, openHead } from './open-head.ts'
import { untilDone } from './patience.ts'

/**
 * The second phase of an append: signs the state as it stands in the branch, so that a lost race never leaves a second signed tree of the
 * same size. Whoever writes next does it too, which mends a writer that ended between the phases. Returns the head whose checkpoint
 * covers `size` entries.
 */
export async function publish(
  size: number,
  writer: LogWriter,
  seen: readonly TreeHead[],
  ports: LogPorts,
): Promise<OpenHead> {
  const { branch, origin, signer } = writer
  return untilDone(
    branch.name,
    async () => {
      const commit = await requireHead(branch)
      const head = await openHead(branch, commit, { origin, key: signer }, seen, ports)
      if (isFault(head)) throw faultError(head)
      if (head.checkpoint.size >= size) return head
      await requireLeaves(head, branch.name, ports)
      const text = checkpointText(head.state)
      const signature = ports.noteKeys.sign(signer.seed, utf8(text))
      const note = writeNote({ text, signatures: [{ name: signer.name, keyId: signer.keyId, signature }] })
      await branch.commit(commit, {
        message: `Sign the checkpoint of ${head.state.size} entries`,
        additions: [{ path: CHECKPOINT_FILE, content: utf8(note) }],
        deletions: [],
      })
      return 'again'
    },
    ports,
  )
}

/**
 * What is signed for the first time must be leaves that every reader can read, and those that the tree is made of. None may be of a time
 * yet to come: no entry after it could be said to be earlier.
 */
async function requireLeaves(
  { checkpoint, state, tiles }: OpenHead,
  where: string,
  { noteKeys, now }: LogPorts,
): Promise<void> {
  const entries = await committedEntries(checkpoint.size, state.size, tiles)
  if (isFault(entries)) throw faultError(entries)
  const ranges = entries.map(({ index }) => ({ from: index, to: index + 1 }))
  const fault = await tiles.load(ranges.flatMap(range => tilesOfRange(range, state.size)))
  if (fault !== undefined) throw faultError(fault)
  for (const { index, entry } of entries) {
    const range = { from: index, to: index + 1 }
    const hash = rangeHash(range, state.size, tiles.get, noteKeys.hash)
    if (!sameBytes(leafHash(noteKeys.hash, entry), hash))
      throw faultError(logFault('corrupt', `entry ${index} does not match its hash (${where})`))
    const leaf = readLeaf(entry)
    if (leaf === undefined)
      throw faultError(logFault('corrupt', `entry ${index} is not a leaf that Proofmark writes (${where})`))
    if (yetToCome(leaf.at, now()))
      throw faultError(logFault('corrupt', `entry ${index} is dated ${leaf.at}, which is yet to come (${where})`))
  }
}
