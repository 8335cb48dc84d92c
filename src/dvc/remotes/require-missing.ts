import { UserError } from '../../core/user-error.ts'
import type { RemoteObject } from './remote.ts'

/** No content has this md5 that anybody knows of. */
const NO_OBJECT: RemoteObject = { key: `files/md5/00/${'0'.repeat(30)}` }

/**
 * Asks for an object that no one has: a login page, or whatever else answers every address, would pass for every object. A server that
 * refuses to tell of this one may tell of others.
 */
export async function requireMissing(
  sizeOf: (object: RemoteObject) => Promise<number | null | undefined>,
  remote: string,
): Promise<void> {
  const found = await sizeOf(NO_OBJECT).catch((error: unknown) => {
    if (error instanceof UserError && REFUSALS.has(error.code)) return undefined
    throw error
  })
  if (found === undefined) return
  throw new UserError(
    'dvc.any-answer',
    `Expected the DVC remote ${remote} to say that an object which no one has is not there but it has it: whatever is asked for is answered`,
    {
      hint: 'A login page or a single-page app may stand there: correct the url of the remote, or its credentials',
      kind: 'environment',
    },
  )
}

const REFUSALS: ReadonlySet<string> = new Set(['dvc.refused', 's3.refused', 's3.denied'])
