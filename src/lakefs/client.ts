import { BranchProtection, ServerVersion, User } from './answers.ts'
import type { Connection } from './connection.ts'
import { objects } from './objects.ts'
import { refs } from './refs.ts'
import { sender } from './send.ts'
import { wanted } from './wanted.ts'

/** The calls of lakeFS's API that are needed (swagger 1.84). Every failure is a `UserError`. */
export type LakefsClient = ReturnType<typeof lakefsClient>

/** Speaks to one server; `second` is how many milliseconds count as one while it waits. */
export function lakefsClient(connection: Connection, second?: number) {
  const sending = sender(connection, second)
  const { server, json } = sending
  return {
    server,
    ...refs(sending),
    ...objects(sending),

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
}
