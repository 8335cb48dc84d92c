import { Commit, type Commit as CommitOf, Ref } from './answers.ts'
import type { Sender } from './send.ts'
import { wanted } from './wanted.ts'

/** Commits, and the branches and tags that name them. */
export const refs = ({ json }: Sender) => ({
  /** The commit that any ref names: a branch, a tag, an id, `main~1`. */
  commit: async (repository: string, ref: string): Promise<CommitOf> =>
    wanted(
      await json(Commit, {
        path: ['repositories', repository, 'commits', ref],
        doing: `find lakefs://${repository}/${ref}`,
      }),
    ),

  /** The commit at the head of a branch; undefined where there is no such branch. */
  branch: async (repository: string, name: string) =>
    (
      await json(Ref, {
        path: ['repositories', repository, 'branches', name],
        doing: `find the branch ${name} of ${repository}`,
        accepts: [400, 404],
      })
    )?.commit_id,

  /** The commit that a tag names; undefined where there is no such tag. */
  tag: async (repository: string, id: string) =>
    (
      await json(Ref, {
        path: ['repositories', repository, 'tags', id],
        doing: `find the tag ${id} of ${repository}`,
        accepts: [404],
      })
    )?.commit_id,

  /** Sets a tag that is not there yet: whether it was set. It can't be moved. */
  createTag: async (repository: string, id: string, ref: string): Promise<boolean> =>
    (await json(Ref, {
      method: 'POST',
      path: ['repositories', repository, 'tags'],
      body: { id, ref },
      doing: `set the tag ${id} of ${repository}`,
      accepts: [409],
    })) !== undefined,

  /** Adds a commit without changes; only its metadata says something. */
  emptyCommit: async (
    repository: string,
    branch: string,
    message: string,
    metadata: Readonly<Record<string, string>>,
  ): Promise<CommitOf> =>
    wanted(
      await json(Commit, {
        method: 'POST',
        path: ['repositories', repository, 'branches', branch, 'commits'],
        body: { message, metadata, allow_empty: true },
        doing: `add a commit to lakefs://${repository}/${branch}`,
        once: true,
      }),
    ),
})
