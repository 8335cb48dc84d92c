import type { z } from 'zod'
import { UserError } from '../core/user-error.ts'
import type { RunContext } from '../ports.ts'
import { type ConnectionOptions, connect } from './connection.ts'
import { MergeGroupEvent, PullRequestEvent, WorkflowRunEvent } from './events.ts'
import { pullRequestOf } from './pull-requests.ts'

/** Where the commit of a finished run came from: the owner of the repository, often a fork, and its branch. */
export interface Origin {
  readonly owner: string
  readonly branch: string
}

/** What a runner's environment says of the run. */
export interface GithubContext extends RunContext {
  /** Set where the pull request must be found through the API; see `completeContext`. */
  readonly origin?: Origin
  /** Address of the page of the finished run that this one answers. */
  readonly answers?: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** What the variables alone tell, for the program: nothing of the event, and empty outside GitHub Actions. */
export const environmentContext = (env: Environment): RunContext => ({
  ...(env.GITHUB_REPOSITORY && { repository: env.GITHUB_REPOSITORY }),
  ...(env.GITHUB_REPOSITORY_ID && { repositoryId: env.GITHUB_REPOSITORY_ID }),
  ...(env.GITHUB_SHA && { commit: env.GITHUB_SHA }),
  ...(env.GITHUB_REF && { ref: env.GITHUB_REF }),
  ...runUrl(env),
  ...startedBy(env),
})

/**
 * Reads the `GITHUB_*` variables and the event's payload; empty outside GitHub Actions. `commit` is the one this run answers:
 * what was checked out, but for a workflow_run the commit that the first run was about.
 */
export async function readContext(
  env: Environment,
  readFile: (path: string) => Promise<string>,
): Promise<GithubContext> {
  const run = environmentContext(env)
  switch (env.GITHUB_EVENT_NAME) {
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_review_comment': {
      const { number, head, base } = (await payload(PullRequestEvent)).pull_request
      const fork = head.repo?.full_name !== base.repo.full_name
      return { ...run, base: base.sha, pullRequest: { number, head: head.sha, base: base.sha, fork } }
    }
    case 'merge_group':
      return { ...run, base: (await payload(MergeGroupEvent)).merge_group.base_sha }
    case 'workflow_run': {
      const { workflow_run: finished } = await payload(WorkflowRunEvent)
      const page = runUrl({ ...env, GITHUB_RUN_ID: `${finished.id}`, GITHUB_RUN_ATTEMPT: undefined })
      return { ...withoutRef(run), ...finishedRun(finished), ...(page && { answers: page.url }) }
    }
    default:
      return run
  }

  async function payload<Schema extends z.ZodType>(schema: Schema): Promise<z.output<Schema>> {
    const path = env.GITHUB_EVENT_PATH
    try {
      return schema.parse(JSON.parse(await readFile(path ?? '')))
    } catch (cause) {
      throw new UserError(
        'github.event',
        `Expected the payload of ${env.GITHUB_EVENT_NAME} in ${path} but found none`,
        {
          hint: 'GITHUB_EVENT_PATH must name the file the runner wrote; leave the variable as it is',
          kind: 'environment',
          cause,
        },
      )
    }
  }
}

/** The context with the pull request of a finished run filled in, which its event does not name where it came from a fork. */
export async function completeContext(context: GithubContext, options: ConnectionOptions): Promise<GithubContext> {
  const { origin, commit } = context
  if (context.pullRequest !== undefined || origin === undefined || commit === undefined) return context
  const pullRequest = await pullRequestOf(connect(options), commit, origin)
  if (pullRequest === undefined) return context
  return { ...context, ...(pullRequest.base !== undefined && { base: pullRequest.base }), pullRequest }
}

function finishedRun(run: z.output<typeof WorkflowRunEvent>['workflow_run']): GithubContext {
  const { head_sha: commit, head_branch: branch, head_repository, pull_requests } = run
  const named = pull_requests.find(({ head }) => head.sha === commit)
  if (named !== undefined) {
    const { number, head, base } = named
    return { commit, base: base.sha, pullRequest: { number, head: head.sha, base: base.sha, fork: false } }
  }
  const owner = head_repository?.owner.login
  return owner === undefined || branch === null ? { commit } : { commit, origin: { owner, branch } }
}

/** GITHUB_REF of a workflow_run is the default branch, which the commit it answers need not be on. */
function withoutRef<Run extends { ref?: string }>({ ref: _, ...run }: Run) {
  return run
}

/** `actor` started the run's first attempt, `triggering_actor` this one. Of a review's run both are the reviewer, who has only reviewed. */
function startedBy(env: Environment): Pick<RunContext, 'triggers'> {
  const { GITHUB_ACTOR: actor, GITHUB_ACTOR_ID: id, GITHUB_TRIGGERING_ACTOR: again, GITHUB_EVENT_NAME: event } = env
  if (!actor || (event === 'pull_request_review' && (again === undefined || again === actor))) return {}
  const first = { login: actor, ...(id && { id }) }
  const later = again && again !== actor ? [{ login: again }] : []
  return { triggers: event === 'pull_request_review' ? later : [first, ...later] }
}

function runUrl(env: Environment): { url: string } | undefined {
  const {
    GITHUB_SERVER_URL: server,
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ID: id,
    GITHUB_RUN_ATTEMPT: attempt,
  } = env
  if (!server || !repository || !id) return undefined
  const again = attempt === undefined || attempt === '1' ? '' : `/attempts/${attempt}`
  return { url: `${server}/${repository}/actions/runs/${id}${again}` }
}
