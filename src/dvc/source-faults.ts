import type { DvcOutput } from '../core/dvc/output.ts'
import { UserError } from '../core/user-error.ts'
import type { DvcRemote } from './remotes/remote.ts'

/** What lies in the workspace is not what its pointer names. */
export const changed = ({ pointer, line, path }: DvcOutput, message: string) =>
  new UserError('dvc.changed', message, {
    file: pointer,
    line,
    hint: `For the committed data run dvc checkout ${path}; to accept what is there run dvc add ${path} (of a stage: dvc commit) and commit ${pointer}`,
  })

/** A file below a tracked folder that the pointer does not name. */
export const untracked = ({ pointer, line, path }: DvcOutput, inside: string) =>
  new UserError(
    'dvc.untracked',
    `Expected ${inside} to be among the files of ${path} that ${pointer} names but it is not`,
    {
      file: pointer,
      line,
      hint: `Run dvc add ${path} and commit ${pointer}, or name another file`,
    },
  )

/** What a pointer names is nowhere to be had. */
export function notFound(
  { pointer, line, importedFrom }: DvcOutput,
  what: string,
  remote: DvcRemote | undefined,
): UserError {
  const where = remote === undefined ? 'and no remote is configured' : `nor in the remote ${remote.name}`
  return new UserError(
    'dvc.missing',
    `Expected ${what} but it is neither in the workspace nor in the DVC cache ${where}`,
    {
      file: pointer,
      line,
      hint:
        importedFrom !== undefined
          ? `It is imported from ${importedFrom}: run dvc pull first`
          : remote === undefined
            ? 'Name a default remote: dvc remote default NAME'
            : 'Push it from where the data is: dvc push',
    },
  )
}
