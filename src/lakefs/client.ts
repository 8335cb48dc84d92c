import type { z } from 'zod'
import { UserError } from '../core/user-error.ts'
import {
  BranchProtection,
  Commit,
  type Commit as CommitOf,
  Difference,
  type Difference as DifferenceOf,
  pageOf,
  Ref,
  ServerVersion,
  StoredObject,
  type StoredObject as StoredObjectOf,
  User,
} from './answers.ts'
import type { Connection } from './connection.ts'
import { connectionFault } from './faults.ts'
import { type Sent, sender } from './send.ts'

/** Objects that are listed below one prefix. */
const MOST_OBJECTS = 100_000

/** The calls of lakeFS's API that are needed (swagger 1.84). Every failure is a `UserError`. */
export type LakefsClient = ReturnType<typeof lakefsClient>

export function lakefsClient(connection: Connection, second?: number) {
  const { send, json } = sender(connection, second)
  const at = (repository: string, ref: string, path = '') => `lakefs://${repository}/${ref}/${path}`

  return {
    server: connection.server,

    /** The commit that any ref names: a branch, a tag, an id, `main~1`. */
    commit: async (repository: string, ref: string): Promise<CommitOf> =>
      wanted(
        await json(Commit, {
          path: ['repositories', repository, 'commits', ref],
          doing: `find ${at(repository, ref)}`,
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
          doing: `add a commit to ${at(repository, branch)}`,
          once: true,
        }),
      ),

    /** An object by its path; undefined where there is none. */
    stat: (repository: string, ref: string, path: string): Promise<StoredObjectOf | undefined> =>
      json(StoredObject, {
        path: ['repositories', repository, 'refs', ref, 'objects', 'stat'],
        query: { path, user_metadata: 'false' },
        doing: `find ${at(repository, ref, path)}`,
        accepts: [404],
      }),

    /** Every object below a prefix, in the order of their paths. */
    async list(repository: string, ref: string, prefix: string): Promise<StoredObjectOf[]> {
      const objects: StoredObjectOf[] = []
      for await (const object of pages(StoredObject, {
        path: ['repositories', repository, 'refs', ref, 'objects', 'ls'],
        query: { prefix, user_metadata: 'false' },
        doing: `list ${at(repository, ref, prefix)}`,
      })) {
        if (objects.length === MOST_OBJECTS)
          throw new UserError(
            'lakefs.too-many',
            `Expected at most ${MOST_OBJECTS} objects in ${at(repository, ref, prefix)} but found more`,
            {
              hint: 'Name a folder that holds less',
            },
          )
        if (object.path_type === 'object') objects.push(object)
      }
      return objects
    },

    /** What differs between two refs. */
    async diff(repository: string, left: string, right: string): Promise<DifferenceOf[]> {
      const found: DifferenceOf[] = []
      for await (const difference of pages(Difference, {
        path: ['repositories', repository, 'refs', left, 'diff', right],
        query: { type: 'two_dot' },
        doing: `compare ${left} and ${right} of ${repository}`,
      }))
        if (found.push(difference) >= MOST_OBJECTS) break
      return found
    },

    /** The bytes of an object from one on. */
    async read(repository: string, ref: string, path: string, from = 0) {
      const doing = `read ${at(repository, ref, path)}`
      const response = await send({
        path: ['repositories', repository, 'refs', ref, 'objects'],
        query: { path },
        headers: from === 0 ? {} : { range: `bytes=${from}-` },
        doing,
        long: true,
      })
      const begins = Number(/^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1] ?? 0)
      return { from: response.status === 206 ? begins : 0, bytes: bytesOf(response, doing) }
    },

    /** Patterns of the branches that nobody can write to directly. */
    protectedBranches: async (repository: string): Promise<readonly string[]> =>
      wanted(
        await json(BranchProtection, {
          path: ['repositories', repository, 'settings', 'branch_protection'],
          doing: `read which branches of ${repository} are protected`,
        }),
      ).map(({ pattern }) => pattern),

    /** Whose key it is. */
    user: async () => wanted(await json(User, { path: ['user'], doing: 'ask whose key it is' })).user.id,

    version: async () =>
      wanted(await json(ServerVersion, { path: ['config', 'version'], doing: 'ask for its version' })).version,
  }

  async function* pages<Item>(item: z.ZodType<Item>, sent: Sent) {
    let after = ''
    do {
      const query = { ...sent.query, amount: '1000', ...(after === '' ? {} : { after }) }
      const page = wanted(await json(pageOf(item), { ...sent, query }))
      yield* page.results
      const { has_more, next_offset } = page.pagination
      if (has_more && (next_offset === '' || next_offset === after))
        throw new UserError(
          'lakefs.answer',
          `Expected the next page to ${sent.doing} but lakeFS gives the same again`,
          {
            kind: 'environment',
          },
        )
      after = has_more ? next_offset : ''
    } while (after !== '')
  }

  async function* bytesOf(response: Response, doing: string): AsyncGenerator<Uint8Array> {
    try {
      if (response.body) yield* response.body
    } catch (error) {
      throw connectionFault({ server: connection.server, doing }, error).fault
    }
  }
}

function wanted<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('an answer that was not asked for')
  return value
}
