import { fromUtf8, hex, utf8 } from '../../core/record/log/bytes.ts'
import type { TreeHead } from '../../core/record/log/checkpoint.ts'
import { faultError, isFault } from '../../core/record/log/log-fault.ts'
import { documentFile, MAX_DOCUMENT_BYTES } from '../../core/record/log/log-files.ts'
import type { LogTrust } from '../../core/record/log/log-trust.ts'
import type { NoteSigner } from '../../core/record/log/note-key.ts'
import { rangeHash } from '../../core/record/log/range-hash.ts'
import { UserError } from '../../core/user-error.ts'
import type { LogBranch } from '../../ports/log-branch.ts'
import type { RecordLog } from '../../ports/record-log.ts'
import { appendToLog } from './append-to-log.ts'
import type { LogPorts } from './log-ports.ts'
import { readLog } from './read-log.ts'

/** Documents that are asked for in one turn: a forge is asked for many in one request. */
const AT_ONCE = 100

export interface RecordLogOptions {
  readonly branch: LogBranch
  readonly trust: LogTrust
  /** Absent where the log is only read. */
  readonly signer?: NoteSigner | undefined
  /** Heads of the log that were seen before. */
  readonly seen?: readonly TreeHead[]
  /** Is told each checkpoint that was verified, so that nobody can take it back unseen. */
  readonly remember?: (note: string) => Promise<void>
}

/** A log by its branch and its keys: read whole and verified each time, appended to by whoever holds its key. */
export function recordLog(
  { branch, trust, signer, seen = [], remember = async () => {} }: RecordLogOptions,
  ports: LogPorts,
): RecordLog {
  return {
    name: branch.name,

    async read(documentsOf) {
      const log = await readLog(branch, trust, seen, ports)
      if (isFault(log)) throw faultError(log)
      await remember(log.note)
      const leaves = log.leaves.map(({ leaf }) => leaf)
      const wanted = [
        ...new Set(leaves.flatMap(({ type, document }) => (documentsOf.includes(type) ? [document] : []))),
      ]
      const documents = new Map<string, string>()
      for (let from = 0; from < wanted.length; from += AT_ONCE) {
        const batch = wanted.slice(from, from + AT_ONCE)
        const contents = await Promise.all(batch.map(digest => branch.read(log.commit, documentFile(digest))))
        for (const [n, digest] of batch.entries()) {
          const content = contents[n]
          // Whoever writes to the branch can put anything there: only what has the digest is the document.
          if (content === undefined || content.length > MAX_DOCUMENT_BYTES) continue
          if (`sha256:${hex(ports.noteKeys.hash(content))}` !== digest) continue
          const text = fromUtf8(content)
          if (text !== undefined) documents.set(digest, text)
        }
      }
      const { size, asOf, cosigned } = log.witnessed
      const { origin, root } = log.checkpoint
      return {
        leaves,
        documents,
        witnessed: {
          size,
          witnesses: cosigned.map(({ name }) => name),
          checkpoint: { origin, size: log.checkpoint.size, root },
          ...(asOf === undefined ? {} : { asOf }),
        },
        rootOf: size => rangeHash({ from: 0, to: size }, log.state.size, log.tiles.get, ports.noteKeys.hash),
      }
    },

    async append(leaf, document) {
      if (!signer)
        throw new UserError(
          'log.key-missing',
          `Expected the private key of ${branch.name}, to log what was done, but found none`,
          {
            hint: 'Put the text of the file that `proofmark log init` wrote into the secret PROOFMARK_LOG_KEY',
          },
        )
      const writer = { branch, origin: trust.origin, signer, seen }
      await remember((await appendToLog([{ leaf, document: utf8(document) }], writer, ports)).note)
    },
  }
}
