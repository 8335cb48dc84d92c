import { UserError } from '../core/user-error.ts'
import { otherFailure, permanentFailure } from './explain-git.ts'
import { withoutSecrets } from './remote-address.ts'
import type { GitEnd } from './run-git.ts'

/** Reasons of a refusal that mean: the branch is not where we thought, or another writer holds it this moment. */
const MOVED =
  /stale info|fetch first|non-fast-forward|needs force|failed to update ref|cannot lock ref|failed to lock|incorrect old value|reference already exists|already exists/i

/** How a push of one branch by `git push --porcelain` ended (git-push(1), "Output"): moved, `conflict`, `lost`, or a `UserError`. */
export function pushResult(doing: string, end: GitEnd): 'moved' | 'conflict' | 'lost' {
  const line = /^([ +*!=])\t\S+\t(.*)$/m.exec(end.output.toString())
  const [, flag, summary = ''] = line ?? []
  if (flag === ' ' || flag === '*') return 'moved'
  // Somebody else's commit, the same to the byte, was there first.
  if (flag === '=') return 'conflict'
  if (flag === '!' && !/remote failure|remote failed to report/.test(summary)) {
    if (MOVED.test(summary)) return 'conflict'
    throw new UserError('git.refused', `Expected to ${doing} but the server refused it: ${reason(summary, end.said)}`, {
      hint: 'A rule or a hook of the server stands against it: let the branch be fast-forwarded by who writes the log',
      kind: 'environment',
    })
  }
  const permanent = permanentFailure(doing, end.said)
  if (permanent !== undefined) throw permanent
  if (flag === '+') throw otherFailure(doing, end)
  return 'lost'
}

/** `pre-receive hook declined: no way` */
function reason(summary: string, said: string): string {
  const declined = /\((.*)\)/.exec(summary)?.[1] ?? summary
  const remote = said.split('\n').flatMap(line => /^remote: (.*\S)/.exec(line)?.[1] ?? [])
  return withoutSecrets([declined, ...remote].join(': ').slice(0, 300))
}
