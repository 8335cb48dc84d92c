import { UserError } from '../../core/user-error.ts'

/** The error for a commit that the repository does not have: the branch showed it before. */
export const commitGone = (repository: string, commit: string) =>
  new UserError('github.commit-gone', `Expected ${repository} to have the commit ${commit} but found none`, {
    hint: 'The branch may have been rewritten: compare it with a clone or a certificate that saw it before',
    kind: 'environment',
  })
