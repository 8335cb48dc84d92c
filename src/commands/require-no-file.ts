import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'

/** Keys are never overwritten: a lost private key cannot be made again, and a public one may be trusted by somebody. */
export async function requireNoFile(path: string, files: Ports['files']): Promise<void> {
  if (await files.exists(path))
    throw new UserError('keygen.exists', `Expected no file at ${path} but found one`, {
      file: path,
      hint: 'Move it away, or write the new pair somewhere else: keys are never overwritten',
    })
}
