import type { RunContext } from '../ports.ts'
import type { CiKind, Environment } from './ci-kind.ts'
import { numbered } from './numbered.ts'
import { repositoryAt } from './repository-at.ts'

/** GitLab CI/CD, by its predefined variables (docs.gitlab.com, "Predefined CI/CD variables reference"). */
export const gitlab: CiKind = {
  id: 'gitlab',
  recognises: env => env.GITLAB_CI === 'true',
  run: async ({ env }) => ({
    context: {
      ...repositoryAt(env.CI_PROJECT_URL || undefined, env),
      ...(env.CI_COMMIT_SHA && { commit: env.CI_COMMIT_SHA }),
      ...refOf(env),
      ...(env.CI_JOB_URL && { url: env.CI_JOB_URL }),
      ...mergeRequestOf(env),
    },
    workspace: env.CI_PROJECT_DIR,
  }),
}

function refOf(env: Environment): Pick<RunContext, 'ref'> {
  const { CI_COMMIT_TAG: tag, CI_MERGE_REQUEST_REF_PATH: merge, CI_COMMIT_BRANCH: branch } = env
  if (tag) return { ref: `refs/tags/${tag}` }
  if (merge) return { ref: merge }
  return branch ? { ref: `refs/heads/${branch}` } : {}
}

/**
 * The target branch's head is told in pipelines for merged results only; elsewhere the commit that the merge request branched off at, and
 * the target by name, which is newer where the clone has it.
 */
function mergeRequestOf(env: Environment): Pick<RunContext, 'base' | 'targetBranch' | 'pullRequest'> {
  const number = numbered(env.CI_MERGE_REQUEST_IID)
  if (number === undefined) return {}
  const head = env.CI_MERGE_REQUEST_SOURCE_BRANCH_SHA || env.CI_COMMIT_SHA
  const known = env.CI_MERGE_REQUEST_TARGET_BRANCH_SHA
  const base = known || env.CI_MERGE_REQUEST_DIFF_BASE_SHA
  const target = env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME
  const fork = env.CI_MERGE_REQUEST_SOURCE_PROJECT_ID !== env.CI_MERGE_REQUEST_PROJECT_ID
  return {
    ...(base && { base }),
    ...(!known && target && { targetBranch: target }),
    pullRequest: { number, head: head ?? '', ...(base && { base }), fork },
  }
}
