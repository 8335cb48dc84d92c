import { createHash } from 'node:crypto'
import { Leaf } from '../../src/core/record/log/leaf.ts'
import { UserError } from '../../src/core/user-error.ts'
import type { RecordLog } from '../../src/ports/record-log.ts'

/** A log in memory, which fails when it is told to. */
export interface MemoryLog extends RecordLog {
  readonly leaves: Leaf[]
  readonly documents: Map<string, string>
  /** How many of the next appends fail. */
  failing: number
}

export function memoryLog(): MemoryLog {
  const leaves: Leaf[] = []
  const documents = new Map<string, string>()
  return {
    name: 'acme/governance@proofmark-log',
    leaves,
    documents,
    failing: 0,
    read: async () => ({
      leaves: [...leaves],
      documents: new Map(documents),
      witnessed: {
        size: leaves.length,
        witnesses: [],
        checkpoint: { origin: 'acme/governance', size: leaves.length, root: new Uint8Array(32) },
      },
      rootOf: () => new Uint8Array(32),
    }),
    async append(leaf, document) {
      if (this.failing > 0) {
        this.failing -= 1
        throw new UserError('log.unreachable', 'Expected to reach the log but found no connection', {
          kind: 'environment',
        })
      }
      const digest = `sha256:${createHash('sha256').update(document).digest('hex')}`
      if (leaf.document !== digest) throw new Error(`Expected the document ${leaf.document} but found ${digest}`)
      if (documents.has(digest)) return
      documents.set(digest, document)
      leaves.push(Leaf.parse(leaf))
    },
  }
}
