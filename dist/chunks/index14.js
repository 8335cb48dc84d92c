import { r as readContext, e as environmentContext } from './context.js';
import { U as UserError } from './user-error.js';
import { r as runInClone } from './compose.js';

/** GitHub Actions, by its variables and the payload of the event. */
const github         = {
  id: 'github',
  recognises: env => env.GITHUB_ACTIONS === 'true',
  run: async ({ env, readFile }) => ({ context: await readContext(env, readFile), workspace: env.GITHUB_WORKSPACE }),
};

/** The number that a variable holds; undefined where it holds none. */
const numbered = (text                    )                     =>
  text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;

/**
 * What evidence calls the repository behind an address of git's: `owner/name` on GitHub, `host/path` elsewhere, never with the
 * credentials that an address may hold; nothing of a folder. `GITHUB_SERVER_URL` names a GitHub Enterprise Server.
 */
function repositoryAt(
  address                    ,
  env             ,
)                                               {
  const [host, path] = partsOf(address ?? '');
  if (host === undefined || path === undefined || path === '') return {}
  if (githubHosts(env).includes(host) && /^[\w.-]+\/[\w.-]+$/.test(path)) return { repository: path }
  return { repository: `${host}/${path}`, elsewhere: true }
}

function partsOf(address        )                                          {
  const [, server, place] = /^(?:[^@/\s]+@)?([\w.-]{2,}):(?!\/)(\S+)$/.exec(address) ?? [];
  if (server !== undefined && place !== undefined) return [server.toLowerCase(), trimmed(place)]
  if (!/^(?:https?|ssh|git|git\+ssh):\/\//.test(address) || !URL.canParse(address)) return []
  const { host, hostname, protocol, pathname } = new URL(address);
  return [protocol.startsWith('http') ? host : hostname, trimmed(pathname)]
}

const trimmed = (path        ) => path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');

function githubHosts({ GITHUB_SERVER_URL: server }             )                    {
  return server && URL.canParse(server) ? ['github.com', new URL(server).host] : ['github.com']
}

/** GitLab CI/CD, by its predefined variables (docs.gitlab.com, "Predefined CI/CD variables reference"). */
const gitlab         = {
  id: 'gitlab',
  recognises: env => env.GITLAB_CI === 'true',
  run: async ({ env }) => ({
    context: {
      ...repositoryAt(env.CI_PROJECT_URL || undefined, env),
      ...(env.CI_COMMIT_SHA && { commit: env.CI_COMMIT_SHA }),
      ...refOf$1(env),
      ...(env.CI_JOB_URL && { url: env.CI_JOB_URL }),
      ...mergeRequestOf(env),
    },
    workspace: env.CI_PROJECT_DIR,
  }),
};

function refOf$1(env             )                          {
  const { CI_COMMIT_TAG: tag, CI_MERGE_REQUEST_REF_PATH: merge, CI_COMMIT_BRANCH: branch } = env;
  if (tag) return { ref: `refs/tags/${tag}` }
  if (merge) return { ref: merge }
  return branch ? { ref: `refs/heads/${branch}` } : {}
}

/**
 * The target branch's head is told in pipelines for merged results only; elsewhere the commit that the merge request branched off at, and
 * the target by name, which is newer where the clone has it.
 */
function mergeRequestOf(env             )                                                            {
  const number = numbered(env.CI_MERGE_REQUEST_IID);
  if (number === undefined) return {}
  const head = env.CI_MERGE_REQUEST_SOURCE_BRANCH_SHA || env.CI_COMMIT_SHA;
  const known = env.CI_MERGE_REQUEST_TARGET_BRANCH_SHA;
  const base = known || env.CI_MERGE_REQUEST_DIFF_BASE_SHA;
  const target = env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME;
  const fork = env.CI_MERGE_REQUEST_SOURCE_PROJECT_ID !== env.CI_MERGE_REQUEST_PROJECT_ID;
  return {
    ...(base && { base }),
    ...(!known && target && { targetBranch: target }),
    pullRequest: { number, head: head ?? '', ...(base && { base }), fork },
  }
}

/** What is checked out in a folder, as far as git tells; empty of a folder that no repository holds, and where there is no git. */
                             
                          
                                                          
                       
                                                                                          
                          
                                                                                                            
                            
 

/** Asks git what is checked out. Nothing that it cannot tell is an error: it is display. */
async function checkedOut(
  folder        ,
  env                                              ,
  { changes = false }                                 = {},
)                      {
  const said = async (...words          ) => {
    const { code, output } = await runInClone(folder, env, words);
    return code === 0 ? output.toString().trim() : undefined
  };
  try {
    const [commit, ref, remote, changed] = await Promise.all([
      said('rev-parse', '--verify', '--quiet', 'HEAD^{commit}'),
      said('symbolic-ref', '--quiet', 'HEAD'),
      said('config', '--get', 'remote.origin.url'),
      changes ? said('status', '--porcelain', '--untracked-files=no', '--ignore-submodules=dirty') : undefined,
    ]);
    return {
      ...(commit && { commit }),
      ...(ref && { ref }),
      ...(remote && { remote }),
      ...(changes && { changed: changed !== '' }),
    }
  } catch (error) {
    if (error instanceof UserError) return {}
    throw error
  }
}

/**
 * Jenkins, by the variables of its core, of the git plugin and of multibranch jobs. `JENKINS_URL` and `BUILD_URL` are missing where nobody
 * has set the server's address, and `GIT_*` in a scripted pipeline: what was checked out is then asked of git.
 */
const jenkins         = {
  id: 'jenkins',
  recognises: env => Boolean(env.JENKINS_URL || (env.BUILD_TAG && env.JOB_NAME)),
  async run({ env, cwd }) {
    const { GIT_COMMIT, GIT_URL, GIT_URL_1, BUILD_URL: url } = env;
    const address = GIT_URL || GIT_URL_1;
    const found = GIT_COMMIT && address ? undefined : await checkedOut(cwd, env);
    const commit = GIT_COMMIT || found?.commit;
    const ref = refOf(env) ?? found?.ref;
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
};

/** A change's ref is named as the server of its page names it; elsewhere it is its branch. */
function refOf(env             )                     {
  const { TAG_NAME: tag, CHANGE_ID: change, CHANGE_URL: page = '', CHANGE_BRANCH, BRANCH_NAME, GIT_BRANCH } = env;
  if (tag) return `refs/tags/${tag}`
  if (change && /\/pull\/\d+$/.test(page)) return `refs/pull/${change}/head`
  if (change && /\/merge_requests\/\d+$/.test(page)) return `refs/merge-requests/${change}/head`
  const branch = (change ? CHANGE_BRANCH : BRANCH_NAME) || GIT_BRANCH?.replace(/^origin\//, '');
  return branch && branch !== 'detached' ? `refs/heads/${branch}` : undefined
}

/** The change of a multibranch job. Its target is known by name only; a change that names none is still one. */
function changeOf(env             , head                    )                                                   {
  const { CHANGE_ID: change, CHANGE_TARGET: target, CHANGE_FORK: fork } = env;
  if (!change) return {}
  return {
    targetBranch: target ?? '',
    pullRequest: { number: numbered(change) ?? 0, head: head ?? '', fork: Boolean(fork) },
  }
}

/**
 * No CI that is known: what git says of the working directory. A commit that the files are not as of is left out. Variables of GitHub's
 * that somebody has set by hand go before.
 */
const shell         = {
  id: 'shell',
  recognises: () => true,
  async run({ env, cwd }) {
    const given = environmentContext(env);
    if (given.repository !== undefined && given.commit !== undefined) return { context: given }
    const { remote, commit, ref, changed } = await checkedOut(cwd, env, { changes: true });
    const at = { ...(ref && { ref }), ...(commit && !changed && { commit }) };
    return { context: { ...repositoryAt(remote, env), ...at, ...given } }
  },
};

/** The CIs that are known, in the order in which they are asked: the shell recognises everything. */
const ciKinds                    = [github, gitlab, jenkins, shell];

export { ciKinds as c };
