import { utf8 } from '../../core/record/log/bytes.ts'
import { cosign } from '../../core/record/log/cosignature.ts'
import { isFault, type LogFault } from '../../core/record/log/log-fault.ts'
import { witnessFile } from '../../core/record/log/log-files.ts'
import type { LogTrust } from '../../core/record/log/log-trust.ts'
import { writeNote } from '../../core/record/log/note.ts'
import type { NoteSigner } from '../../core/record/log/note-key.ts'
import { openCheckpoint } from '../../core/record/log/open-checkpoint.ts'
import { UserError } from '../../core/user-error.ts'
import type { LogBranch } from '../../ports/log-branch.ts'
import type { LogPorts } from './log-ports.ts'
import { requireHead } from './log-writer.ts'
import { untilDone } from './patience.ts'
import { readLog } from './read-log.ts'

/** A witness and what it remembers. */
export interface Witness {
  /** Its key, of type 4. */
  readonly signer: NoteSigner
  /** The note it cosigned last, as it was kept; undefined on its first run, which believes the log as it is. */
  readonly stored: string | undefined
}

/** What a witness has seen and signed. */
export interface Witnessed {
  /** The cosigned checkpoint: what the witness must keep before anybody is shown it. */
  readonly note: string
  readonly size: number
  readonly at: Date
  /** Size it had seen before; undefined on its first run. */
  readonly before?: number
}

/**
 * Reads the whole log, holds it against what the witness saw before, and cosigns its newest checkpoint at this time: also where nothing is
 * new, for that is what tells a quiet log from one that somebody keeps from its readers.
 */
export async function witnessLog(
  branch: LogBranch,
  trust: LogTrust,
  { signer, stored }: Witness,
  ports: LogPorts,
): Promise<Witnessed | LogFault> {
  const before = stored === undefined ? undefined : openCheckpoint(stored, trust.origin, trust.key, ports.noteKeys)
  if (typeof before === 'string')
    throw new UserError('witness.memory', `${before}, in what the witness has kept`, {
      hint: `Restore the file that it wrote last for ${trust.origin}`,
    })
  const log = await readLog(branch, { ...trust, quorum: 0, maxAgeHours: undefined }, before ? [before] : [], ports)
  if (isFault(log)) return log
  const { text, signatures } = log.checkpoint.note
  const at = ports.now()
  const own = signatures.filter(({ name, keyId }) => name === trust.key.name && keyId === trust.key.keyId)
  const cosignature = cosign(text, at, signer, ports.noteKeys.sign)
  return {
    note: writeNote({ text, signatures: [...own, cosignature] }),
    size: log.checkpoint.size,
    at: new Date(Math.floor(at.getTime() / 1000) * 1000),
    ...(before === undefined ? {} : { before: before.size }),
  }
}

/** Puts a cosigned checkpoint where readers of the log look for it, in the log's own branch. Never over one of a larger tree. */
export async function mirrorCosignature(
  branch: LogBranch,
  trust: LogTrust,
  signer: NoteSigner,
  { note, size }: Witnessed,
  ports: LogPorts,
): Promise<void> {
  const path = witnessFile(signer.name)
  await untilDone(
    branch.name,
    async () => {
      const commit = await requireHead(branch)
      const there = await branch.read(commit, path)
      const known =
        there === undefined
          ? ''
          : openCheckpoint(new TextDecoder().decode(there), trust.origin, trust.key, ports.noteKeys)
      if (typeof known !== 'string' && (known.size > size || writeNote(known.note) === note)) return 'done'
      await branch.commit(commit, {
        message: `Cosign the checkpoint of ${size} entries`,
        additions: [{ path, content: utf8(note) }],
        deletions: [],
      })
      return 'again'
    },
    ports,
  )
}
