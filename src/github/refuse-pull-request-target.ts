import { UserError } from '../core/user-error.ts'

/** Refuses the event that gives a stranger's pull request the repository's secrets and a token that can write. */
export function refusePullRequestTarget(event: string | undefined): void {
  if (event !== 'pull_request_target') return
  throw new UserError(
    'github.pull-request-target',
    "Expected an event that is safe with untrusted pull requests but found 'pull_request_target'",
    { hint: 'Run on `pull_request`, and publish the results of forks from a second workflow on `workflow_run`' },
  )
}
