import { hex } from '../../core/record/log/bytes.ts'
import { isFault, type LogFault, logFault } from '../../core/record/log/log-fault.ts'
import type { LogTrust } from '../../core/record/log/log-trust.ts'
import type { SignedCheckpoint } from '../../core/record/log/open-checkpoint.ts'
import { UserError } from '../../core/user-error.ts'
import type { LogPorts } from './log-ports.ts'
import { proveEntries } from './prove-entries.ts'
import type { ReadLog } from './read-log.ts'

/** The entry to prove: by its place, or the newest that is about a document (`sha256:` and digits). */
export type ProvedEntry = { readonly index: number } | { readonly document: string }

/**
 * The `.tlog-proof` file of an entry under the best checkpoint there is: the largest that as many trusted witnesses as the quorum have
 * cosigned alike, else the newest that is signed. Its cosignatures are in it.
 */
export async function proveLogged(
  log: ReadLog,
  which: ProvedEntry,
  trust: LogTrust,
  ports: LogPorts,
): Promise<{ readonly index: number; readonly proof: string } | LogFault> {
  const found =
    'index' in which ? log.leaves[which.index] : log.leaves.findLast(({ leaf }) => leaf.document === which.document)
  if (found === undefined)
    throw new UserError(
      'log.no-entry',
      `Expected an entry ${'index' in which ? `at ${which.index}` : `about ${which.document}`} but the log of ${log.leaves.length} entries has none`,
      { hint: 'See what it holds with `proofmark log entries`' },
    )
  const { index } = found
  const entry = log.entries[index] ?? new Uint8Array()
  const candidates = cosignedAlike(log, trust).filter(({ checkpoint }) => checkpoint.size > index)
  const best = candidates.find(({ cosigners }) => cosigners >= trust.quorum)?.checkpoint
  if (best === undefined)
    return logFault(
      'unwitnessed',
      `expected ${trust.quorum} witnesses to have cosigned one checkpoint that has entry ${index} but found ${Math.max(0, ...candidates.map(one => one.cosigners))}`,
    )
  const proofs = await proveEntries([{ index, entry }], best, log.state.size, log.tiles, ports)
  return isFault(proofs) ? proofs : { index, proof: proofs[0] ?? '' }
}

/** Each signed checkpoint with all cosignatures of its text, by how many those are, and then by size, largest first. */
function cosignedAlike(log: ReadLog, trust: LogTrust): { checkpoint: SignedCheckpoint; cosigners: number }[] {
  const texts = new Map<
    string,
    { checkpoint: SignedCheckpoint; lines: Map<string, SignedCheckpoint['note']['signatures'][number]> }
  >()
  for (const checkpoint of [log.checkpoint, ...log.witnessed.cosigned.map(one => one.checkpoint)]) {
    const { note } = checkpoint
    const known = texts.get(note.text) ?? { checkpoint, lines: new Map() }
    texts.set(note.text, known)
    for (const line of note.signatures) known.lines.set(`${line.name} ${line.keyId} ${hex(line.signature)}`, line)
  }
  return [...texts.values()]
    .map(({ checkpoint, lines }) => {
      const signatures = [...lines.values()]
      const cosigners = trust.witnesses.filter(({ name, keyId }) =>
        signatures.some(line => line.name === name && line.keyId === keyId),
      ).length
      return { checkpoint: { ...checkpoint, note: { text: checkpoint.note.text, signatures } }, cosigners }
    })
    .toSorted((a, b) => b.cosigners - a.cosigners || b.checkpoint.size - a.checkpoint.size)
}
