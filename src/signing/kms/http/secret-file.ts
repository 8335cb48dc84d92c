import { readFile, stat } from 'node:fs/promises'
import { UserError } from '../../../core/user-error.ts'

/** Most that a file of credentials may hold, in bytes. */
const LARGEST = 64 * 1024

/** The text of a file of credentials. @param name the environment variable that names it, for messages; its content is never told */
export async function secretFile(path: string, name: string): Promise<string> {
  const wrong = (found: string, cause?: unknown) =>
    new UserError('kms.credentials-file', `Expected ${name} to name a file of credentials but found ${found}`, {
      kind: 'environment',
      hint: 'Check that the step before has written it, and that this step may read it',
      cause,
    })
  const found = await stat(path).catch((cause: unknown) => {
    throw wrong('none that can be read', cause)
  })
  if (!found.isFile()) throw wrong('no file')
  if (found.size > LARGEST) throw wrong(`one of ${found.size} bytes`)
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw wrong('one that cannot be read', cause)
  })
  if (text.trim() === '') throw wrong('an empty one')
  return text.trim()
}
