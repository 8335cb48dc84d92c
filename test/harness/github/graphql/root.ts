import { gitStore } from '../git-store.ts'
import type { World } from '../world.ts'
import { type CreateCommitInput, createCommitOnBranch } from './create-commit.ts'
import type { Node } from './execute.ts'
import type { Complaint } from './validate.ts'

/** Longest text that GitHub gives of a blob, in bytes. */
const LONGEST_TEXT = 512 * 1024

/** The objects that GraphQL answers from; complaints go to `complain`. */
export function graphqlRoot(world: World, complain: (complaint: Complaint) => void): { query: Node; mutation: Node } {
  const store = gitStore(world)

  async function blobNode(sha: string): Promise<Node | null> {
    const content = await store.blob(sha)
    if (content === undefined) return null
    const isBinary = content.subarray(0, 8000).includes(0)
    const shown = content.subarray(0, LONGEST_TEXT)
    return {
      __typename: 'Blob',
      oid: sha,
      byteSize: content.byteLength,
      isBinary,
      isTruncated: content.byteLength > LONGEST_TEXT,
      text: isBinary ? null : shown.toString(),
    }
  }

  /** `COMMIT`, or `COMMIT:PATH`. */
  async function objectOf(expression: string): Promise<Node | null> {
    const colon = expression.indexOf(':')
    const commit = await store.commit(colon < 0 ? expression : expression.slice(0, colon))
    if (commit === undefined) return colon < 0 ? blobNode(expression) : null
    if (colon < 0) return { __typename: 'Commit', oid: commit.sha, message: commit.message }
    const path = expression.slice(colon + 1)
    const entry = (await store.entries(commit.tree.sha)).find(found => found.path === path)
    if (entry === undefined) return null
    return entry.type === 'blob' ? blobNode(entry.sha) : { __typename: 'Tree', oid: entry.sha }
  }

  const repository = {
    __typename: 'Repository',
    nameWithOwner: world.repositoryPath.slice('/repos/'.length),
    object: ({ oid, expression }: { oid?: string; expression?: string }) => objectOf(oid ?? expression ?? ''),
  }
  return {
    query: {
      __typename: 'Query',
      repository: ({ owner, name }: { owner: string; name: string }) => {
        if (`/repos/${owner}/${name}` === world.repositoryPath) return repository
        const message = `Could not resolve to a Repository with the name '${owner}/${name}'.`
        complain({ type: 'NOT_FOUND', path: ['repository'], message })
        return null
      },
    },
    mutation: {
      __typename: 'Mutation',
      createCommitOnBranch: async ({ input }: { input: CreateCommitInput }) => {
        const made = await createCommitOnBranch(input, world)
        if ('oid' in made) {
          return { __typename: 'CreateCommitOnBranchPayload', commit: { __typename: 'Commit', oid: made.oid } }
        }
        complain(made)
        return null
      },
    },
  }
}
