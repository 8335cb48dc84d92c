import { UserError } from '../core/user-error.ts'
import { firstWords } from './explain-git.ts'
import { runInClone } from './run-in-clone.ts'

/** What a CI tells of where a change is to be merged. */
export interface MergeTarget {
  /** The commit that it is, or that the change branched off at. */
  readonly base?: string | undefined
  /** The branch, by name. */
  readonly targetBranch?: string | undefined
}

/**
 * The commit of a clone that a change is to be merged into: the branch as the clone last saw it, unless that is older than the commit
 * which the CI names, and else that commit. Nothing is fetched; a clone that has neither is a `UserError` that says what to fetch.
 */
export async function baseCommit(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
  { base, targetBranch }: MergeTarget,
): Promise<string> {
  const ask = (...words: string[]) => runInClone(folder, env, words)
  const commitOf = async (name: string) => {
    const { code, output } = await ask('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`)
    return code === 0 ? output.toString().trim() : undefined
  }
  const inside = await ask('rev-parse', '--git-dir')
  if (inside.code !== 0) throw unreadable(`found no clone of git here: ${firstWords(inside.said)}`)
  const named = base !== undefined && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(base) ? await commitOf(base) : undefined
  const branch = targetBranch ? await commitOf(`refs/remotes/origin/${targetBranch}`) : undefined
  if (branch !== undefined && (base === undefined || branch === named)) return branch
  if (branch !== undefined && named !== undefined) {
    const { code } = await ask('merge-base', '--is-ancestor', named, branch)
    return code === 0 ? branch : named
  }
  if (named !== undefined) return named
  throw missing(base, targetBranch)
}

function missing(base: string | undefined, targetBranch: string | undefined): UserError {
  if (base === undefined && !targetBranch)
    return unreadable('the CI names no branch that the change is to be merged into')
  const what = base === undefined ? `refs/remotes/origin/${targetBranch}` : `the commit ${base}`
  const fetch = targetBranch
    ? `git fetch --no-tags origin "+refs/heads/${targetBranch}:refs/remotes/origin/${targetBranch}"`
    : `git fetch --no-tags origin ${base}`
  return unreadable(
    `this clone lacks ${what}`,
    `Fetch it before the gate${base === undefined ? '' : ', and clone with more depth'}: ${fetch}`,
  )
}

const unreadable = (found: string, hint = 'Run in a clone of the repository, in a job that knows the target branch') =>
  new UserError('git.no-base', `The bar is that of the branch this change is to be merged into, but ${found}`, {
    hint,
    kind: 'environment',
  })
