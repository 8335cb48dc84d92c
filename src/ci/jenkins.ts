import { checkedOut } from '../git/checked-out.ts'
import type { RunContext } from '../ports.ts'
import type { CiKind, Environment } from './ci-kind.ts'
import { numbered } from './numbered.ts'
import { repositoryAt } from './repository-at.ts'

/**
 * Jenkins, by the variables of its core, of the git plugin and of multibranch jobs. `JENKINS_URL` and `BUILD_URL` are missing where nobody
 * has set the server's address, and `GIT_*` in a scripted pipeline: what was checked out is then asked of git.
 */
export const jenkins: CiKind = {
  id: 'jenkins',
  recognises: env => Boolean(env.JENKINS_URL || (env.BUILD_TAG && env.JOB_NAME)),
  async run({ env, cwd }) {
    const { GIT_COMMIT, GIT_URL, GIT_URL_1, BUILD_URL: url } = env
    const address = GIT_URL || GIT_URL_1
    const found = GIT_COMMIT && address ? undefined : await checkedOut(cwd, env)
    const commit = GIT_COMMIT || found?.commit
    const ref = refOf(env) ?? found?.ref
    return {
      context: {
        ...repositoryAt(address || found?.remote, env),
        ...(commit && { commit }),
        ...(ref && { ref }),
        ...(url && { url }),
        ...changeOf(env, commit),
      },
      workspace: env.WORKSPACE,
    }
  },
}

/** A change's ref is named as the server of its page names it; elsewhere it is its branch. */
function refOf(env: Environment): string | undefined {
  const { TAG_NAME: tag, CHANGE_ID: change, CHANGE_URL: page = '', CHANGE_BRANCH, BRANCH_NAME, GIT_BRANCH } = env
  if (tag) return `refs/tags/${tag}`
  if (change && /\/pull\/\d+$/.test(page)) return `refs/pull/${change}/head`
  if (change && /\/merge_requests\/\d+$/.test(page)) return `refs/merge-requests/${change}/head`
  const branch = (change ? CHANGE_BRANCH : BRANCH_NAME) || GIT_BRANCH?.replace(/^origin\//, '')
  return branch && branch !== 'detached' ? `refs/heads/${branch}` : undefined
}

/** The change of a multibranch job. Its target is known by name only; a change that names none is still one. */
function changeOf(env: Environment, head: string | undefined): Pick<RunContext, 'targetBranch' | 'pullRequest'> {
  const { CHANGE_ID: change, CHANGE_TARGET: target, CHANGE_FORK: fork } = env
  if (!change) return {}
  return {
    targetBranch: target ?? '',
    pullRequest: { number: numbered(change) ?? 0, head: head ?? '', fork: Boolean(fork) },
  }
}
