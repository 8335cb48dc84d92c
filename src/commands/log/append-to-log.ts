import { hex } from '../../core/record/log/bytes.ts'
import { Leaf } from '../../core/record/log/leaf.ts'
import { readLeaf } from '../../core/record/log/leaf-bytes.ts'
import { faultError, isFault } from '../../core/record/log/log-fault.ts'
import { MAX_DOCUMENT_BYTES } from '../../core/record/log/log-files.ts'
import { writeNote } from '../../core/record/log/note.ts'
import type { SignedCheckpoint } from '../../core/record/log/open-checkpoint.ts'
import { yetToCome } from '../../core/record/log/yet-to-come.ts'
import { UserError } from '../../core/user-error.ts'
import type { LogPorts } from './log-ports.ts'
import type { LogWrite, LogWriter } from './log-writer.ts'
import { proveEntries } from './prove-entries.ts'
import { publish } from './publish.ts'
import { sayingOf, sequence } from './sequence.ts'

/** What an append leaves behind. */
export interface Appended {
  /** Commit of the branch that holds all of it. */
  readonly commit: string
  readonly checkpoint: SignedCheckpoint
  /** The checkpoint as a note: what was last seen of the log from now on. */
  readonly note: string
  /** The writes, in their order. */
  readonly entries: readonly {
    readonly index: number
    /** As it stands in the log: where another writer was faster to say the same, at its time. */
    readonly leaf: Leaf
    /** Content of its `.tlog-proof` file. */
    readonly proof: string
    /** Whether the document is kept in the log's branch. */
    readonly kept: boolean
  }[]
}

/**
 * Appends leaves to a log, all in one commit, signs the tree that has them, and proves each of them in it. Safe beside any number of other
 * writers, and to be run again after any failure. Throws a `UserError`: `log.corrupt`, `log.fork`, `log.rollback`, `log.unsigned` where the
 * log is not to be believed, `log.missing` without a branch, `log.busy` where others were faster too often, `log.time` for what is dated in
 * the future.
 */
export async function appendToLog(writes: readonly LogWrite[], writer: LogWriter, ports: LogPorts): Promise<Appended> {
  if (writes.length === 0) throw new RangeError('Nothing to log')
  for (const { leaf, document } of writes) {
    Leaf.parse(leaf)
    if (yetToCome(leaf.at, ports.now()))
      throw new UserError('log.time', `Expected to log what has happened but found a ${leaf.type} dated ${leaf.at}`, {
        hint: "Check this machine's clock, and who wrote that time",
      })
    if (document !== undefined && `sha256:${hex(ports.noteKeys.hash(document))}` !== leaf.document)
      throw new RangeError(`The document of a ${leaf.type} is not the one that its leaf names`)
  }
  if (writer.signer.name !== writer.origin) throw new RangeError('A log is signed by the key that is called like it')
  const distinct = new Map(writes.map(write => [sayingOf(write.leaf), write]))
  const { entries, seen } = await sequence([...distinct.values()], writer, ports)
  const size = Math.max(...entries.map(({ index }) => index)) + 1
  const head = await publish(size, writer, seen, ports)
  const proofs = await proveEntries(entries, head.checkpoint, head.state.size, head.tiles, ports)
  if (isFault(proofs)) throw faultError(proofs)
  const placed = new Map([...distinct.keys()].map((saying, n) => [saying, { at: entries[n], proof: proofs[n] }]))
  return {
    commit: head.commit,
    checkpoint: head.checkpoint,
    note: writeNote(head.checkpoint.note),
    entries: writes.flatMap(({ leaf, document }) => {
      const { at, proof } = placed.get(sayingOf(leaf)) ?? {}
      if (at === undefined || proof === undefined) return []
      const kept = document !== undefined && document.length <= MAX_DOCUMENT_BYTES
      return [{ index: at.index, leaf: readLeaf(at.entry) ?? leaf, proof, kept }]
    }),
  }
}
