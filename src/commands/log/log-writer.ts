import type { TreeHead } from '../../core/record/log/checkpoint.ts'
import type { Leaf } from '../../core/record/log/leaf.ts'
import type { NoteSigner } from '../../core/record/log/note-key.ts'
import { UserError } from '../../core/user-error.ts'
import type { LogBranch } from '../../ports/log-branch.ts'

/** A log that is to be written to. */
export interface LogWriter {
  readonly branch: LogBranch
  readonly origin: string
  /** Signs its checkpoints; called like the origin. */
  readonly signer: NoteSigner
  /** Heads of the log that were seen before, wherever: the log must continue each of them. */
  readonly seen?: readonly TreeHead[]
}

/** Something to log: a leaf and, where it is to be kept in the log's branch, the document it is about. */
export interface LogWrite {
  readonly leaf: Leaf
  readonly document?: Uint8Array
}

/** The branch's newest commit; whoever has no log yet is told how to make one. */
export async function requireHead(branch: LogBranch): Promise<string> {
  const commit = await branch.head()
  if (commit !== undefined) return commit
  throw new UserError('log.missing', `Expected a log at ${branch.name} but found no such branch`, {
    hint: 'Make it with `proofmark log init`; if there was one, it has been deleted: restore the branch from a clone',
  })
}
