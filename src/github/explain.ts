import { UserError } from '../core/user-error.ts'
import { type Failure, failureOf } from './failure.ts'
import type { Task } from './task.ts'

/** The error a reader can act on, for whatever went wrong while `task` was being done; what is not about a request stays as it is. */
export function explain(error: unknown, task: Task, apiUrl: string, now = Date.now()): unknown {
  const failure = failureOf(error, now)
  if (failure === undefined) return error
  const { code, message, hint } = explanation(failure, task, new URL(apiUrl).host, now)
  return new UserError(code, message, { hint, kind: 'environment', cause: error })
}

type Explanation = { code: `github.${string}`; message: string; hint: string }

function explanation(failure: Failure, task: Task, host: string, now: number): Explanation {
  const { doing, permission, caveat, remedy, instead = 'set `publish: false`, or run the program `proofmark`' } = task
  switch (failure.kind) {
    case 'unreachable':
      return {
        code: 'github.unreachable',
        message: `Expected to reach ${host} to ${doing} but found no connection: ${failure.reason}`,
        hint: `Check the runner's network and proxy; without a way to GitHub ${instead}`,
      }
    case 'limited':
      return {
        code: 'github.rate-limit',
        message: `Expected to ${doing} but the rate limit of this token is used up until ${time(now, failure.seconds)}`,
        hint: 'Run the job again after that time',
      }
    case 'lost':
      return {
        code: 'github.no-answer',
        message: `Expected ${host} to ${doing} but it did not answer, several times: ${failure.reason}`,
        hint: 'See whether GitHub is up (https://www.githubstatus.com), then run the job again',
      }
    case 'refused':
      return refusal(failure.status, failure.reason)
  }

  function refusal(status: number, reason: string): Explanation {
    if (status === 401) {
      return {
        code: 'github.token',
        message: `Expected a valid token to ${doing} but ${host} answered 401 (${reason})`,
        hint: 'Leave the input `token` at its default, or give it a token that has not expired',
      }
    }
    if (status === 403 || status === 404) {
      const forks = permission.endsWith('write')
        ? '; in a pull request from a fork the token can only read: publish there from a workflow_run workflow'
        : ''
      return {
        code: 'github.permission',
        message: `Expected the permission '${permission}' to ${doing} but GitHub answered ${status} (${reason})`,
        hint: `${remedy ?? `Add \`${permission}\` to the job's permissions${forks}`}${caveat === undefined ? '' : `. ${caveat}`}`,
      }
    }
    return {
      code: 'github.rejected',
      message: `Expected GitHub to ${doing} but it answered ${status} (${reason})`,
      hint: /too long|too large|maximum|longer than|more than/i.test(reason)
        ? 'The report is larger than GitHub takes: report this to the authors of Proofmark'
        : 'Check that the commit is in this repository and that nothing else writes there at the same time',
    }
  }
}

const time = (now: number, seconds: number) =>
  new Date(now + seconds * 1000).toISOString().replace('T', ' ').replace(/\..*/, ' UTC')
