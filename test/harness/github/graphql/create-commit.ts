import { gitStore } from '../git-store.ts'
import type { World } from '../world.ts'
import type { Complaint } from './validate.ts'

export interface CreateCommitInput {
  readonly branch: { readonly id?: string; readonly repositoryNameWithOwner?: string; readonly branchName?: string }
  readonly message: { readonly headline: string; readonly body?: string }
  readonly expectedHeadOid: string
  readonly fileChanges?: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[]
    readonly deletions?: readonly { readonly path: string }[]
  }
}

/** GitHub signs what is committed through it. */
const WEB_FLOW = { name: 'GitHub', email: 'noreply@github.com' }

/**
 * `createCommitOnBranch`: one commit on a branch, only if the branch still points at `expectedHeadOid`. Returns its name, or GitHub's
 * complaint. The comparison and the move are one step, whatever else is under way.
 */
export async function createCommitOnBranch(
  input: CreateCommitInput,
  world: World,
): Promise<{ oid: string } | Complaint> {
  const { branch, message, expectedHeadOid, fileChanges } = input
  const store = gitStore(world)
  const name = branch.branchName?.replace(/^refs\/heads\//, '')
  if (name === undefined || `/repos/${branch.repositoryNameWithOwner}` !== world.repositoryPath) {
    return complaint(
      'NOT_FOUND',
      `Could not resolve to a Repository with the name '${branch.repositoryNameWithOwner}'.`,
    )
  }
  const additions = fileChanges?.additions ?? []
  const deletions = fileChanges?.deletions ?? []
  const paths = [...additions, ...deletions].map(({ path }) => path)
  const twice = paths.find((path, i) => paths.indexOf(path) !== i)
  if (twice !== undefined) return complaint('UNPROCESSABLE', `Path must be unique: ${twice}`)
  const wrong = paths.find(path => path.split('/').some(part => ['', '.', '..', '.git'].includes(part)))
  if (wrong !== undefined) return complaint('UNPROCESSABLE', `invalid path: ${wrong}`)

  return world.oneAtATime(async () => {
    const head = await store.branch(name)
    if (head === undefined) return complaint('NOT_FOUND', `Could not resolve to a node with the name '${name}'.`)
    if (head !== expectedHeadOid) {
      return complaint(
        'STALE_DATA',
        `Expected branch to point to "${expectedHeadOid}" but it did not.  Pull and try again.`,
      )
    }
    const parent = await store.commit(head)
    if (parent === undefined) throw new Error(`Expected the head ${head} to be a commit`)
    const before = new Set((await store.entries(parent.tree.sha)).map(({ path }) => path))
    if (deletions.some(({ path }) => !before.has(path))) {
      return complaint(
        'UNPROCESSABLE',
        `A path was requested for deletion which does not exist as of commit oid \`${expectedHeadOid}\``,
      )
    }
    const entry = { mode: '100644', type: 'blob' }
    const tree: object[] = deletions.map(({ path }) => ({ ...entry, path, sha: null }))
    for (const { path, contents } of additions) {
      tree.push({ ...entry, path, sha: (await store.writeBlob(contents)).sha })
    }
    const { sha: root } = await store.writeTree({ base_tree: parent.tree.sha, tree })
    const text = message.body === undefined ? message.headline : `${message.headline}\n\n${message.body}`
    const { sha: oid } = await store.writeCommit({ message: text, tree: root, parents: [head], committer: WEB_FLOW })
    await store.move(name, oid)
    return { oid }
  })
}

const complaint = (type: string, message: string): Complaint => ({ type, path: ['createCommitOnBranch'], message })
