import type { z } from 'zod'
import { UserError } from '../../user-error.ts'
import { printable } from '../printable.ts'

/** What a file is told that is well-formed but not what its kind of file looks like. */
export function refuseShape(path: string, { issues: [issue] }: z.ZodError): UserError {
  const where = printable(issue?.path.join('.') ?? '')
  return new UserError(
    'dependencies.syntax',
    `Expected ${path} to list dependencies as its format does but '${where}' is something else`,
    { file: path, line: 1, hint: 'Correct the entry, or write the file again with its tool' },
  )
}
