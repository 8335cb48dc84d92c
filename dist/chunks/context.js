import { U as UserError } from './user-error.js';
import { c as connect } from './send-once.js';
import { a as string, o as object, i as int, e as array } from './schemas2.js';

/** What we read of an event's payload; GitHub sends far more. */
const sha = string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
const repository = object({ full_name: string() });

const PullRequestEvent = object({
  pull_request: object({
    number: int().positive(),
    /** `repo` is null once the fork is deleted. */
    head: object({ sha, repo: repository.nullable() }),
    base: object({ sha, repo: repository }),
  }),
});

const MergeGroupEvent = object({ merge_group: object({ head_sha: sha, base_sha: sha }) });

const WorkflowRunEvent = object({
  workflow_run: object({
    id: int().positive(),
    head_sha: sha,
    head_branch: string().nullable(),
    head_repository: object({ owner: object({ login: string() }) }).nullable(),
    /** Empty for a run of a fork's pull request. */
    pull_requests: array(object({ number: int().positive(), head: object({ sha }), base: object({ sha }) })),
  }),
});

const TASK = { doing: 'read the pull request', permission: 'pull-requests: write' };         

/** Head commit of a pull request as it stands now. */
async function headOf(connection            , pull_number        )                  {
  const { owner, repo } = connection;
  const { data } = await connection.attempt(TASK, octokit => octokit.rest.pulls.get({ owner, repo, pull_number }));
  return data.head.sha
}

/**
 * The newest open pull request from a branch, fork or not, whose head is still `commit`; undefined where it has moved on.
 * The commit decides, and it comes from the event: nothing that the fork's run wrote is asked.
 */
async function pullRequestOf(
  connection            ,
  commit        ,
  origin        ,
)                                     {
  const { owner, repo } = connection;
  const open = await connection.attempt(TASK, octokit =>
    octokit.paginate(octokit.rest.pulls.list, {
      owner,
      repo,
      state: 'open',
      head: `${origin.owner}:${origin.branch}`,
      per_page: 100,
    }),
  );
  const found = open.find(({ head }) => head.sha === commit);
  if (found === undefined) return undefined
  const { number, head, base } = found;
  return { number, head: head.sha, base: base.sha, fork: head.repo?.full_name !== base.repo.full_name }
}

/** Where the commit of a finished run came from: the owner of the repository, often a fork, and its branch. */
                         
                        
                         
 

/** What a runner's environment says of the run. */
                                                   
                                                                                         
                          
                                                                       
                           
 

                                                               

/** What the variables alone tell, for the program: nothing of the event, and empty outside GitHub Actions. */
const environmentContext = (env             )             => ({
  ...(env.GITHUB_REPOSITORY && { repository: env.GITHUB_REPOSITORY }),
  ...(env.GITHUB_REPOSITORY_ID && { repositoryId: env.GITHUB_REPOSITORY_ID }),
  ...(env.GITHUB_SHA && { commit: env.GITHUB_SHA }),
  ...(env.GITHUB_REF && { ref: env.GITHUB_REF }),
  ...runUrl(env),
  ...startedBy(env),
});

/**
 * Reads the `GITHUB_*` variables and the event's payload; empty outside GitHub Actions. `commit` is the one this run answers:
 * what was checked out, but for a workflow_run the commit that the first run was about.
 */
async function readContext(
  env             ,
  readFile                                   ,
)                         {
  const run = environmentContext(env);
  switch (env.GITHUB_EVENT_NAME) {
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_review_comment': {
      const { number, head, base } = (await payload(PullRequestEvent)).pull_request;
      const fork = head.repo?.full_name !== base.repo.full_name;
      return { ...run, base: base.sha, pullRequest: { number, head: head.sha, base: base.sha, fork } }
    }
    case 'merge_group':
      return { ...run, base: (await payload(MergeGroupEvent)).merge_group.base_sha }
    case 'workflow_run': {
      const { workflow_run: finished } = await payload(WorkflowRunEvent);
      const page = runUrl({ ...env, GITHUB_RUN_ID: `${finished.id}`, GITHUB_RUN_ATTEMPT: undefined });
      return { ...withoutRef(run), ...finishedRun(finished), ...(page && { answers: page.url }) }
    }
    default:
      return run
  }

  async function payload                          (schema        )                            {
    const path = env.GITHUB_EVENT_PATH;
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
async function completeContext(context               , options                   )                         {
  const { origin, commit } = context;
  if (context.pullRequest !== undefined || origin === undefined || commit === undefined) return context
  const pullRequest = await pullRequestOf(connect(options), commit, origin);
  if (pullRequest === undefined) return context
  return { ...context, ...(pullRequest.base !== undefined && { base: pullRequest.base }), pullRequest }
}

function finishedRun(run                                                   )                {
  const { head_sha: commit, head_branch: branch, head_repository, pull_requests } = run;
  const named = pull_requests.find(({ head }) => head.sha === commit);
  if (named !== undefined) {
    const { number, head, base } = named;
    return { commit, base: base.sha, pullRequest: { number, head: head.sha, base: base.sha, fork: false } }
  }
  const owner = head_repository?.owner.login;
  return owner === undefined || branch === null ? { commit } : { commit, origin: { owner, branch } }
}

/** GITHUB_REF of a workflow_run is the default branch, which the commit it answers need not be on. */
function withoutRef                              ({ ref: _, ...run }     ) {
  return run
}

/** `actor` started the run's first attempt, `triggering_actor` this one. Of a review's run both are the reviewer, who has only reviewed. */
function startedBy(env             )                               {
  const { GITHUB_ACTOR: actor, GITHUB_ACTOR_ID: id, GITHUB_TRIGGERING_ACTOR: again, GITHUB_EVENT_NAME: event } = env;
  if (!actor || (event === 'pull_request_review' && (again === undefined || again === actor))) return {}
  const first = { login: actor, ...(id && { id }) };
  const later = again && again !== actor ? [{ login: again }] : [];
  return { triggers: event === 'pull_request_review' ? later : [first, ...later] }
}

function runUrl(env             )                              {
  const {
    GITHUB_SERVER_URL: server,
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ID: id,
    GITHUB_RUN_ATTEMPT: attempt,
  } = env;
  if (!server || !repository || !id) return undefined
  const again = attempt === undefined || attempt === '1' ? '' : `/attempts/${attempt}`;
  return { url: `${server}/${repository}/actions/runs/${id}${again}` }
}

export { completeContext as c, environmentContext as e, headOf as h, readContext as r };
