import { createHash } from 'node:crypto'
import { checkChange } from '../../../src/core/record/log/check-change.ts'
import type { BranchChange, LogBranch } from '../../../src/ports/log-branch.ts'

type Tree = ReadonlyMap<string, Uint8Array>

/** What goes wrong with the next commit: somebody is faster; the answer is lost, the commit made or not. */
export type Fault = 'conflict' | 'lost-but-landed' | 'lost' | (() => Promise<void>)

/** A log's branch in memory, with everything that others may do to it. */
export interface MemoryBranch extends LogBranch {
  /** Faults of the next commits, first in, first out; a function runs before the commit, as another writer would. */
  readonly faults: Fault[]
  /** Every commit, oldest first. */
  readonly history: string[]
  /** Bytes of all files committed so far. */
  uploaded: number
  /** The branch with its own set of faults, as another process sees it. */
  again(): MemoryBranch
  /** Puts the branch where somebody with the right to force puts it. */
  force(commit: string | undefined): void
  /** Commits as somebody who only has the right to write does: any files, on top. */
  tamper(files: Readonly<Record<string, Uint8Array | string | undefined>>): string
  tree(commit?: string): Map<string, Uint8Array>
}

interface Repository {
  readonly trees: Map<string, Tree>
  readonly history: string[]
  head: string | undefined
}

export function memoryBranch(
  repository: Repository = { trees: new Map(), history: [], head: undefined },
): MemoryBranch {
  const faults: Fault[] = []
  const treeOf = (commit: string | undefined): Tree => repository.trees.get(commit ?? '') ?? new Map()

  function make(parent: string | undefined, change: BranchChange): string {
    const tree = new Map(treeOf(parent))
    for (const path of change.deletions) {
      if (!tree.delete(path)) throw new Error(`${path} is deleted but was not there`)
    }
    for (const { path, content } of change.additions) tree.set(path, Uint8Array.from(content))
    const commit = createHash('sha1').update(`${parent} ${repository.trees.size}`).digest('hex')
    repository.trees.set(commit, tree)
    repository.history.push(commit)
    repository.head = commit
    return commit
  }

  const branch: MemoryBranch = {
    name: 'acme/governance@proofmark-log',
    faults,
    history: repository.history,
    uploaded: 0,
    head: async () => repository.head,
    read: async (commit, path) => treeOf(commit).get(path),
    list: async commit => [...treeOf(commit).keys()],
    async commit(parent, change) {
      checkChange(change)
      const fault = faults.shift()
      if (typeof fault === 'function') await fault()
      if (fault === 'conflict' || repository.head !== parent) return 'conflict'
      if (fault === 'lost') return 'lost'
      const commit = make(parent, change)
      for (const { content } of change.additions) branch.uploaded += content.length
      return fault === 'lost-but-landed' ? 'lost' : { commit }
    },
    again: () => memoryBranch(repository),
    force(commit) {
      repository.head = commit
    },
    tamper(files) {
      const paths = Object.entries(files)
      return make(repository.head, {
        message: 'Something else',
        additions: paths.flatMap(([path, content]) =>
          content === undefined
            ? []
            : [{ path, content: typeof content === 'string' ? new TextEncoder().encode(content) : content }],
        ),
        deletions: paths.filter(([, content]) => content === undefined).map(([path]) => path),
      })
    },
    tree: commit => new Map(treeOf(commit ?? repository.head)),
  }
  return branch
}
