import { i as info, w as warning, b as setOutput, a as summary, d as setFailed, g as getInput } from './toolkit.js';
import { readFile } from 'node:fs/promises';
import { a as exitCodeOf } from './exit-code.js';
import { U as UserError } from './user-error.js';
import { h as headOf, r as readContext, c as completeContext } from './context.js';
import { f as failureOf, i as isAbsent, s as sendOnce, c as connect } from './send-once.js';
import { randomUUID } from 'node:crypto';
import { u as uploadAsset } from './upload-asset.js';
import { C as CHECK_RUN_PREFIX } from './identifiers2.js';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ClientRequest } from 'node:http';
import { o as object, u as union, a as string, c as _instanceof, n as number, d as custom } from './schemas2.js';
import { e as escapeText } from './escape.js';

/** How long a step may be silent before it says how far it has come, milliseconds. */
const INTERVAL = 10_000;

/** A step's log: warnings become annotations of the run, progress a line now and then. */
function actionLog()      {
  let last = Date.now();
  return {
    info,
    warn: message => warning(message),
    progress(message) {
      if (Date.now() - last < INTERVAL) return
      last = Date.now();
      info(message);
    },
  }
}

/** Refuses the event that gives a stranger's pull request the repository's secrets and a token that can write. */
function refusePullRequestTarget(event                    )       {
  if (event !== 'pull_request_target') return
  throw new UserError(
    'github.pull-request-target',
    "Expected an event that is safe with untrusted pull requests but found 'pull_request_target'",
    { hint: 'Run on `pull_request`, and publish the results of forks from a second workflow on `workflow_run`' },
  )
}

const TASK$4 = {
  doing: "put the certificate in GitHub's attestation store",
  permission: 'attestations: write',
};         

/**
 * Puts a bundle in the repository's attestation store, for `gh attestation verify` and admission controllers; returns its number
 * there. The store is a copy for others to find: it can be emptied by whoever administers the repository.
 */
async function attest(connection            , bundle        )                  {
  const { owner, repo } = connection;
  return connection.attempt(TASK$4, async octokit => {
    try {
      const { data } = await octokit.rest.repos.createAttestation({ owner, repo, bundle: JSON.parse(bundle) });
      return data.id ?? 0
    } catch (error) {
      const failure = failureOf(error);
      if (failure?.kind === 'refused' && (failure.status === 403 || failure.status === 404)) throw notThere(failure)
      throw error
    }
  })
}

/** GitHub answers the same where the permission is missing and where the plan has no such store. */
const notThere = ({ status, reason }                                                      ) =>
  new UserError(
    'github.attestations',
    `Expected GitHub's attestation store for the certificate but GitHub answered ${status} (${reason})`,
    {
      kind: 'environment',
      hint: 'Private and internal repositories have it with Enterprise Cloud, GitHub Enterprise Server not at all: leave `record.attestations` out there. Elsewhere add `attestations: write` to the job’s permissions',
    },
  );

/** Largest file that is read, in bytes: longer than any lock file. */
const MAX_BYTES = 32 * 1024 * 1024;

/** A file at a commit as text; undefined where the commit has no such file. */
async function readFileAt(
  connection            ,
  commit        ,
  path        ,
  where = 'on the base branch',
)                              {
  const { owner, repo } = connection;
  const task = { doing: `read ${path} ${where}`, permission: 'contents: read' };         
  return connection.attempt(task, async octokit => {
    try {
      const { data } = await octokit.rest.repos.getContent({ owner, repo, path, ref: commit });
      if (Array.isArray(data) || data.type !== 'file' || !('encoding' in data) || data.size > MAX_BYTES) {
        throw unreadable(path, where, `a file of at most ${MAX_BYTES / 1024 / 1024} MiB`)
      }
      if (data.encoding === 'base64') return decode(path, where, Buffer.from(data.content, 'base64'))
      // Of a file larger than 1 MB the answer holds no content: it comes by the raw media type only.
      const mediaType = { format: 'raw' };
      const raw          = (await octokit.rest.repos.getContent({ owner, repo, path, ref: commit, mediaType })).data;
      if (raw instanceof ArrayBuffer) return decode(path, where, new Uint8Array(raw))
      if (typeof raw !== 'string') throw unreadable(path, where, 'UTF-8 text')
      return raw
    } catch (error) {
      if (!isAbsent(error)) throw error
      // GitHub also answers 404 where the token may not read: a policy must never be missed for want of a permission.
      await octokit.rest.repos.getCommit({ owner, repo, ref: commit });
      return undefined
    }
  })
}

function decode(path        , where        , bytes            )         {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw unreadable(path, where, 'UTF-8 text')
  }
}

const unreadable = (file        , where        , expected        ) =>
  new UserError('github.base-file', `Expected ${file} ${where} to be ${expected} but found something else`, {
    file,
    hint: 'Mend the file there; it is read from there so that a pull request cannot change its own rules',
  });

/** Slug of the app behind every `GITHUB_TOKEN`. */
const ACTIONS = 'github-actions';
const BOT = '[bot]';

/**
 * Who our token speaks as. An installation token cannot ask (`GET /user` refuses it), so it is GitHub Actions unless
 * `author` names another, or a check run we created has shown its app. An app writes comments as `slug[bot]`, a login
 * that no user can take.
 */
                           
                                        
                              
                                                                                                           
                                        
                                                    
 

function identity(author                    )           {
  let login = author ?? `${ACTIONS}${BOT}`;
  return {
    login: () => login,
    app: () => (login.endsWith(BOT) ? login.slice(0, -BOT.length) : undefined),
    learn: slug => {
      if (author === undefined && slug !== undefined) login = `${slug}${BOT}`;
    },
  }
}

/** Whether a comment's author is us: the login, and for an app the type that only GitHub gives. */
const isAuthor = (us          , user                                                    )          =>
  user?.login === us.login() && (us.app() === undefined || user.type === 'Bot');

/** Reading needs less, but is only done to write: whoever adds a permission should have to do it once. */
const READ$1 = { doing: 'read the comments of the pull request', permission: 'pull-requests: write' };         
const WRITE$1 = { doing: 'comment on the pull request', permission: 'pull-requests: write' };         

                   
                     
                       
 

/** The oldest comment by us, on any page, whose body starts with `marker`; anyone may plant the marker, but not write as us. */
async function findComment(
  connection            ,
  us          ,
  pullRequest                    ,
  marker        ,
)                               {
  if (pullRequest === undefined) return undefined
  return connection.attempt(READ$1, octokit =>
    find$1(octokit, connection, us, pullRequest, body => body.startsWith(marker)),
  )
}

async function createComment(
  connection            ,
  us          ,
  pullRequest                    ,
  body        ,
)                  {
  if (pullRequest === undefined) {
    throw new UserError('github.no-pull-request', 'Expected a pull request to comment on but this run answers none', {
      hint: 'Set `publish: false`, or run on the event pull_request',
      kind: 'environment',
    })
  }
  const { owner, repo, second } = connection;
  return connection.attempt(WRITE$1, octokit =>
    sendOnce(
      second,
      async () => (await octokit.rest.issues.createComment({ owner, repo, issue_number: pullRequest, body })).data.id,
      async () => (await find$1(octokit, connection, us, pullRequest, found => found === body))?.id,
    ),
  )
}

async function updateComment(connection            , id        , body        )                {
  const { owner, repo } = connection;
  await connection.attempt(WRITE$1, octokit => octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body }));
}

async function deleteComment(connection            , id        )                {
  const { owner, repo } = connection;
  await connection.attempt(WRITE$1, async octokit => {
    try {
      await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id });
    } catch (error) {
      if (!isAbsent(error)) throw error
    }
  });
}

async function find$1(
  octokit         ,
  { owner, repo }            ,
  us          ,
  pullRequest        ,
  matches                           ,
)                               {
  const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, {
    owner,
    repo,
    issue_number: pullRequest,
    per_page: 100,
  });
  for await (const { data } of pages) {
    for (const { id, body = '', user } of data) {
      if (isAuthor(us, user) && matches(body)) return { id, body }
    }
  }
  return undefined
}

/** Annotations that GitHub takes in one request; an update appends (REST reference, "Update a check run"). */
const BATCH = 50;

const TASK$3 = { doing: 'create a check run', permission: 'checks: write' };         

/**
 * Creates a completed check run on a commit, its annotations in as many requests as they need; returns its address.
 * It carries a random `external_id`, by which it is found again where the answer to its creation is lost.
 */
async function createCheckRun(
  connection            ,
  us          ,
  head        ,
  run          ,
)                  {
  const { owner, repo, second } = connection;
  const [first = [], ...rest] = batches(run.annotations.map(annotation));
  const text = run.text === undefined ? {} : { text: run.text };
  const output = { title: run.title, summary: run.summary, ...text };
  const mark = randomUUID();

  return connection.attempt(TASK$3, async octokit => {
    const created = await sendOnce(
      second,
      async () =>
        (
          await octokit.rest.checks.create({
            owner,
            repo,
            name: run.name,
            head_sha: head,
            status: 'completed',
            conclusion: run.conclusion,
            external_id: mark,
            output: { ...output, annotations: first },
          })
        ).data,
      () => findByMark(octokit, connection, head, run.name, mark),
    );
    us.learn(created.app?.slug);

    let sent = first.length;
    for (const annotations of rest) {
      const id = { owner, repo, check_run_id: created.id };
      sent += annotations.length;
      await sendOnce(
        second,
        async () => {
          await octokit.rest.checks.update({ ...id, output: { ...output, annotations }, request: { once: true } });
          return sent
        },
        async () => ((await octokit.rest.checks.get(id)).data.output.annotations_count >= sent ? sent : undefined),
      );
    }
    return created.html_url ?? created.url
  })
}

async function findByMark(
  octokit         ,
  { owner, repo }            ,
  ref        ,
  check_name        ,
  mark        ,
) {
  const runs = await octokit.paginate(octokit.rest.checks.listForRef, {
    owner,
    repo,
    ref,
    check_name,
    filter: 'all',
    per_page: 100,
  });
  return runs.find(({ external_id }) => external_id === mark)
}

const annotation = ({ path, line, level, title, message }            ) => ({
  path,
  start_line: line,
  end_line: line,
  annotation_level: level,
  title,
  message,
});

const batches =    (items              )        =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) => items.slice(index * BATCH, (index + 1) * BATCH));

/** Address of the server whose REST API this is: of github.com at a host of its own, of GitHub Enterprise Server below `/api/v3`. */
function serverOf(apiUrl        )         {
  const url = new URL(apiUrl);
  return `${url.protocol}//${url.host.replace(/^api\./, '')}`
}

const CAVEAT =
  "See that the ref exists; a workflow's own token reads no other private repository, for which it takes the token of an app";

/** A file as it stands on a ref of a repository, which need not be the one of this run, and the commit it was read at. */
async function fileOnRef(connection            , apiUrl        , ref        , path        )                     {
  const { owner, repo } = connection;
  const where = `at ${ref} of ${owner}/${repo}`;
  const task = { doing: `read ${path} ${where}`, permission: 'contents: read', caveat: CAVEAT };         
  const commit = await connection.attempt(task, async octokit => {
    const name = ref.replace(/^refs\//, '');
    // A tag may stand for an object of its own that stands for the commit.
    if (!name.startsWith('heads/')) return (await octokit.rest.repos.getCommit({ owner, repo, ref: name })).data.sha
    return (await octokit.rest.git.getRef({ owner, repo, ref: name })).data.object.sha
  });
  const text = await readFileAt(connection, commit, path, where);
  if (text === undefined)
    throw new UserError('github.no-file', `Expected a file ${path} ${where} but found none`, {
      hint: 'Check the path, or merge the file there first',
    })
  return { text, commit, address: `${serverOf(apiUrl)}/${owner}/${repo}` }
}

/** Reading needs less, but is only done to write: whoever adds a permission should have to do it once. */
const READ = { doing: 'read the issues of the repository', permission: 'issues: write' };         
const WRITE = { doing: 'write an issue', permission: 'issues: write' };         

/** Issues by us whose text begins with `marker`, oldest first; anyone may plant the marker, but not write as us. */
async function findIssues(connection            , us          , marker        )                   {
  return connection.attempt(READ, octokit => find(octokit, connection, us, body => body.startsWith(marker)))
}

async function openIssue(connection            , us          , title        , body        )                 {
  const { owner, repo, second } = connection;
  return connection.attempt(WRITE, octokit =>
    sendOnce(
      second,
      async () => issueOf((await octokit.rest.issues.create({ owner, repo, title, body })).data),
      async () => (await find(octokit, connection, us, found => found === body)).find(({ open }) => open),
    ),
  )
}

async function updateIssue(connection            , number        , title        , body        )                {
  const { owner, repo } = connection;
  await connection.attempt(WRITE, octokit =>
    octokit.rest.issues.update({ owner, repo, issue_number: number, title, body }),
  );
}

async function closeIssue(connection            , number        , why        )                {
  const { owner, repo } = connection;
  const issue = { owner, repo, issue_number: number };
  await connection.attempt(WRITE, async octokit => {
    await octokit.rest.issues.update({ ...issue, state: 'closed', state_reason: 'completed' });
    await octokit.rest.issues.createComment({ ...issue, body: why });
  });
}

/** Pages through all issues: GitHub's search lags behind, and a filter by creator would miss an app's. */
async function find(
  octokit         ,
  { owner, repo }            ,
  us          ,
  matches                           ,
)                   {
  const found          = [];
  const pages = octokit.paginate.iterator(octokit.rest.issues.listForRepo, {
    owner,
    repo,
    state: 'all',
    sort: 'created',
    direction: 'asc',
    per_page: 100,
  });
  for await (const { data } of pages)
    for (const { pull_request, user, ...issue } of data)
      if (pull_request === undefined && isAuthor(us, user) && matches(issue.body ?? '')) found.push(issueOf(issue));
  return found
}

                     
                
               
                                  
               
                  
 

const issueOf = ({ number, title, body, state, html_url }           )        => ({
  number,
  title,
  body: body ?? '',
  open: state === 'open',
  url: html_url,
});

/** Paths of the files at a commit; of a very large repository only the first (100 000 entries or 7 MB, docs.github.com, Get a tree). */
async function listFilesAt(connection            , commit        )                    {
  const { owner, repo } = connection;
  const task = { doing: 'list the files on the base branch', permission: 'contents: read' };         
  return connection.attempt(task, async octokit => {
    const { data } = await octokit.rest.git.getTree({ owner, repo, tree_sha: commit, recursive: '1' });
    return data.tree.filter(({ type }) => type === 'blob').map(({ path }) => path)
  })
}

const FIND = { doing: 'find the pull request of the commit', permission: 'pull-requests: read' };         
const COMPARE = { doing: 'compare the merge with what was reviewed', permission: 'contents: read' };         

/** The pull request whose merge, squash or rebase made a commit, and whether the commit has exactly the files of its head: the same tree. */
async function mergedPullRequest(
  connection            ,
  commit_sha        ,
)                                         {
  const { owner, repo } = connection;
  const pulls = await connection.attempt(FIND, octokit =>
    octokit.paginate(octokit.rest.repos.listPullRequestsAssociatedWithCommit, {
      owner,
      repo,
      commit_sha,
      per_page: 100,
    }),
  );
  const merged = pulls.find(pull => pull.merged_at !== null && pull.merge_commit_sha === commit_sha);
  if (merged === undefined) return undefined
  const { number, head } = merged;
  const [here, there] = await Promise.all([treeOf(connection, commit_sha), treeOf(connection, head.sha)]);
  return { number, head: head.sha, sameFiles: here === there }
}

async function treeOf(connection            , ref        )                  {
  const { owner, repo } = connection;
  const { data } = await connection.attempt(COMPARE, octokit => octokit.rest.repos.getCommit({ owner, repo, ref }));
  return data.commit.tree.sha
}

const REVIEWS = { doing: 'read the reviews of the pull request', permission: 'pull-requests: read' };         
const AUTHORS = { doing: 'read the commits of the pull request', permission: 'pull-requests: read' };         

/** Commits that GitHub lists of a pull request, at most (REST reference, "List commits on a pull request"). */
const MOST_COMMITS = 250;

const STATES                                            = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  DISMISSED: 'dismissed',
  COMMENTED: 'commented',
  PENDING: 'pending',
};

/** Every review of a pull request, in GitHub's order, which is that of time. One by an account that is gone counts for nothing. */
async function reviewsOf(connection            , pull_number        )                    {
  const { owner, repo } = connection;
  const told = await connection.attempt(REVIEWS, octokit =>
    octokit.paginate(octokit.rest.pulls.listReviews, { owner, repo, pull_number, per_page: 100 }),
  );
  return told.flatMap(({ id, user, state, commit_id, submitted_at, html_url })           => {
    const known = STATES[state];
    if (!user || known === undefined) return []
    return [
      {
        id: String(id),
        user: accountOf(user),
        state: known,
        ...(commit_id ? { commit: commit_id } : {}),
        ...(submitted_at ? { submittedAt: submitted_at } : {}),
        url: html_url,
      },
    ]
  })
}

/** Who opened a pull request and who wrote its commits: author and committer of each, as far as their e-mail addresses have accounts. */
async function authorsOf(connection            , pull_number        )                   {
  const { owner, repo } = connection;
  return connection.attempt(AUTHORS, async octokit => {
    const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number });
    const commits = await commitsOf(octokit, connection, pull_number);
    const { known, unknown } = authorsIn(commits);
    const opener = accountIn(data.user);
    if (commits.length >= MOST_COMMITS) unknown.push(`GitHub lists ${MOST_COMMITS} commits at most`);
    return { known: distinct([...(opener ? [opener] : []), ...known]), unknown }
  })
}

const commitsOf = (octokit         , { owner, repo }            , pull_number        ) =>
  octokit.paginate(octokit.rest.pulls.listCommits, { owner, repo, pull_number, per_page: 100 });

                      
                      
                                
                                   
 

function authorsIn(commits                       )                                          {
  const unknown = commits.flatMap(({ sha, author, committer }) => {
    const missing = [...(accountIn(author) ? [] : ['author']), ...(accountIn(committer) ? [] : ['committer'])];
    return missing.length === 0 ? [] : [`the ${missing.join(' and the ')} of commit ${sha.slice(0, 10)} has no account`]
  });
  const known = commits.flatMap(({ author, committer }) => [author, committer].flatMap(user => accountIn(user) ?? []));
  return { known: distinct(known), unknown }
}

const distinct = (accounts                    ) => [...new Map(accounts.map(account => [account.id, account])).values()];

const accountOf = ({ id, login }                               )          => ({ id: String(id), login });

/** Undefined where GitHub knows nobody by the commit's e-mail address: it answers null, or an empty object. */
function accountIn(user                           )                      {
  if (!user || !('id' in user) || !('login' in user)) return undefined
  return typeof user.id === 'number' && typeof user.login === 'string'
    ? accountOf({ id: user.id, login: user.login })
    : undefined
}

/** Author and committer of one commit, where there is no pull request. */
async function authorOf(connection            , ref        )                   {
  const { owner, repo } = connection;
  const task = { doing: 'read who wrote the commit', permission: 'contents: read' };         
  const { data } = await connection.attempt(task, octokit => octokit.rest.repos.getCommit({ owner, repo, ref }));
  return authorsIn([data])
}

const TASK$2 = {
  doing: 'publish the release',
  permission: 'contents: write',
  caveat: 'GitHub also refuses where the commit changes .github/workflows against the default branch',
};         

/**
 * Drafts a release of `commit`, uploads every asset, then publishes, so that nobody ever sees half of it; returns its address.
 * A draft that cannot be finished is taken back.
 */
async function release(
  connection            ,
  commit        ,
  tag        ,
  notes        ,
  assets                         ,
)                  {
  const { owner, repo } = connection;
  return connection.attempt(TASK$2, async octokit => {
    await refuseTaken(octokit, connection, tag);
    const draft = await createDraft(octokit, connection, commit, tag, notes);
    try {
      for (const asset of assets) await uploadAsset(octokit, connection, draft, asset);
      const id = { owner, repo, release_id: draft.id };
      return (await octokit.rest.repos.updateRelease({ ...id, draft: false })).data.html_url
    } catch (error) {
      await takeBack(octokit, connection, draft.id).catch(() => {});
      throw error
    }
  })
}

async function refuseTaken(octokit         , connection            , tag        )                {
  const { owner, repo } = connection;
  const standing = await findRelease(octokit, connection, tag);
  if (standing !== undefined) throw taken(standing.draft ? 'a draft' : 'a release', tag)
  try {
    await octokit.rest.git.getRef({ owner, repo, ref: `tags/${tag}` });
  } catch (error) {
    if (isAbsent(error)) return
    throw error
  }
  throw taken('a tag', tag)
}

const taken = (what        , tag        ) =>
  new UserError('github.release-exists', `Expected no release '${tag}' but found ${what} of that name`, {
    hint: 'Give the release another tag, or delete the one that stands',
  });

async function createDraft(octokit         , connection            , commit        , tag        , notes        ) {
  const { owner, repo, second } = connection;
  return sendOnce(
    second,
    async () =>
      (
        await octokit.rest.repos.createRelease({
          owner,
          repo,
          tag_name: tag,
          target_commitish: commit,
          name: tag,
          body: notes,
          draft: true,
        })
      ).data,
    () => findRelease(octokit, connection, tag),
  )
}

/** A release by its tag; drafts too, which `GET /releases/tags` does not show. */
async function findRelease(octokit         , { owner, repo }            , tag        ) {
  const releases = await octokit.paginate(octokit.rest.repos.listReleases, { owner, repo, per_page: 100 });
  return releases.find(({ tag_name }) => tag_name === tag)
}

/** Looks first: the answer to the publication may have been lost, and what is published stays. */
async function takeBack(octokit         , { owner, repo }            , release_id        )                {
  const { data } = await octokit.rest.repos.getRelease({ owner, repo, release_id });
  if (data.draft) await octokit.rest.repos.deleteRelease({ owner, repo, release_id });
}

const TASK$1 = { doing: 'read the certificates in the releases', permission: 'contents: read' };         

/** Assets of a name in published releases, newest release first; one longer than `maxBytes` is passed over. */
async function releasedAssets(
  connection            ,
  name        ,
  { count, maxBytes }                                                       ,
)                           {
  const { owner, repo } = connection;
  return connection.attempt(TASK$1, async octokit => {
    const found                  = [];
    const pages = octokit.paginate.iterator(octokit.rest.repos.listReleases, { owner, repo, per_page: 100 });
    for await (const { data } of pages)
      for (const { draft, tag_name: tag, html_url: url, assets } of data) {
        const asset = assets.find(each => each.name === name && each.state === 'uploaded' && each.size <= maxBytes);
        if (draft || asset === undefined) continue
        const headers = { accept: 'application/octet-stream' };
        const answer = await octokit.rest.repos.getReleaseAsset({ owner, repo, asset_id: asset.id, headers });
        const data          = answer.data;
        if (!(data instanceof ArrayBuffer)) continue
        found.push({ tag, url, content: new Uint8Array(data) });
        if (found.length === count) return found
      }
    return found
  })
}

const TASK = { doing: 'read the check runs of the commit', permission: 'checks: read' };         

/**
 * Our newest check run per name on a commit, in order of creation. Ours are those of our token's app whose name has the
 * prefix. Every workflow of a repository is the same app: who may run one with `checks: write` can forge such a run, so
 * what stands here is for showing, never for deciding.
 */
async function standingCheckRuns(
  connection            ,
  us          ,
  head        ,
)                              {
  const { owner, repo } = connection;
  const runs = await connection.attempt(TASK, octokit =>
    octokit.paginate(octokit.rest.checks.listForRef, { owner, repo, ref: head, filter: 'latest', per_page: 100 }),
  );
  const ours = runs.filter(({ name, app }) => name.startsWith(CHECK_RUN_PREFIX) && app?.slug === us.app());
  const oldestFirst = ours.toSorted((a, b) => a.id - b.id);
  const newest = new Map(oldestFirst.map(run => [run.name, run]));
  return [...newest.values()].map(({ name, conclusion, output, html_url, url }) => ({
    name,
    conclusion: conclusion === 'success' || conclusion === 'failure' ? conclusion : 'neutral',
    title: output.title ?? '',
    summary: output.summary ?? '',
    url: html_url ?? url,
  }))
}

/** GitHub, or a GitHub Enterprise Server, as the forge. Loads octokit when something is first asked of it. */
function githubForge({ head, base, pullRequest, author, ...options }              )        {
  const connection = connect(options);
  const us = identity(author);
  return {
    readBase: async path => (base === undefined ? undefined : readFileAt(connection, base, path)),
    readFile: (repository, ref, path) => fileOnRef(connect({ ...options, repository }), options.apiUrl, ref, path),
    listBase: async () => (base === undefined ? [] : listFilesAt(connection, base)),
    createCheckRun: run => createCheckRun(connection, us, head, run),
    standingCheckRuns: () => standingCheckRuns(connection, us, head),
    findComment: marker => findComment(connection, us, pullRequest, marker),
    createComment: body => createComment(connection, us, pullRequest, body),
    updateComment: (id, body) => updateComment(connection, id, body),
    deleteComment: id => deleteComment(connection, id),
    currentHead: async () => (pullRequest === undefined ? head : headOf(connection, pullRequest)),
    mergedPullRequest: () => mergedPullRequest(connection, head),
    reviews: number => reviewsOf(connection, number),
    authors: number => (number === undefined ? authorOf(connection, head) : authorsOf(connection, number)),
    findIssues: marker => findIssues(connection, us, marker),
    openIssue: (title, body) => openIssue(connection, us, title, body),
    updateIssue: (number, title, body) => updateIssue(connection, number, title, body),
    closeIssue: (number, why) => closeIssue(connection, number, why),
    releasedAssets: (name, options) => releasedAssets(connection, name, options),
    release: (tag, notes, assets) => release(connection, head, tag, notes, assets),
    attest: bundle => attest(connection, bundle),
  }
}

/** What a run has sent and received by HTTP. */
                          
                                             
                                                                                 
                                                                                                                      
                       
                           
 

                        
                 
              
 

const Counted = object({ bytesRead: number(), bytesWritten: number() });

/** Both of Node's clients tell of themselves: `fetch` (undici) and `node:http`. Nothing is put between them and the network. */
const Fetched = object({ request: object({ origin: union([string(), _instanceof(URL)]) }) });
const Connected = object({ socket: custom        (value => typeof value === 'object' && value !== null) });
const Asked = object({ request: _instanceof(ClientRequest) });

/** Counts the requests of this process from now on, and the bytes of their connections. Programs that are started, such as git, are not seen. */
function startMeter()        {
  const hosts = new Map                ();
  const sockets = new Set        ();
  const count = (host        ) => hosts.set(host, (hosts.get(host) ?? 0) + 1);
  const heard                                                                            = [
    [
      'undici:request:create',
      message => {
        const read = Fetched.safeParse(message);
        if (read.success) count(new URL(read.data.request.origin).hostname);
      },
    ],
    [
      'undici:client:connected',
      message => {
        const read = Connected.safeParse(message);
        if (read.success) sockets.add(read.data.socket);
      },
    ],
    [
      'http.client.request.start',
      message => {
        const read = Asked.safeParse(message);
        if (!read.success) return
        const { request } = read.data;
        count(request.host);
        if (request.socket) sockets.add(request.socket);
        else request.once('socket', socket => sockets.add(socket));
      },
    ],
  ];
  for (const [channel, hear] of heard) subscribe(channel, hear);
  return {
    read() {
      const bytes = [...sockets].flatMap(socket => Counted.safeParse(socket).data ?? []);
      return {
        requests: [...hosts]
          .map(([host, count]) => ({ host, count }))
          .toSorted((a, b) => b.count - a.count || (a.host < b.host ? -1 : 1)),
        sent: bytes.reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
        received: bytes.reduce((sum, { bytesRead }) => sum + bytesRead, 0),
      }
    },
    stop() {
      for (const [channel, hear] of heard) unsubscribe(channel, hear);
    },
  }
}

/** What a step took. Not part of the evidence, which is the same for the same inputs. */
                        
                          
                                                
                       
                                                                                 
                       
                           
 

/** Hosts that are named. */
const NAMED = 3;

/** `Took 4.2 s · read 1.3 MB · 12 requests (10 to api.github.com, 2 to osv.dev) · sent 34 kB · received 56 kB`. */
function spentLine({ seconds, read, requests, sent, received }       )         {
  const count = requests.reduce((sum, each) => sum + each.count, 0);
  const named = requests.slice(0, NAMED).map(each => `${each.count} to ${each.host}`);
  const hosts = requests.length > NAMED ? [...named, `${requests.length - NAMED} more hosts`] : named;
  return [
    `Took ${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`,
    ...(read > 0 ? [`read ${size(read)}`] : []),
    count === 0 ? 'no request' : `${count} ${count === 1 ? 'request' : 'requests'} (${hosts.join(', ')})`,
    ...(count === 0 ? [] : [`sent ${size(sent)}`, `received ${size(received)}`]),
  ].join(' · ')
}

/** The same as a line of the job summary. */
const spentMarkdown = (spent       )         => `\n${escapeText(spentLine(spent), 1000)}\n`;

/** Bytes in SI units: `1.3 MB`. */
function size(bytes        )         {
  const unit = ['B', 'kB', 'MB', 'GB', 'TB'].findLast((_, power) => bytes >= 1000 ** power || power === 0) ?? 'B';
  const value = bytes / 1000 ** ['B', 'kB', 'MB', 'GB', 'TB'].indexOf(unit);
  return `${unit === 'B' || value >= 100 ? Math.round(value) : value.toFixed(1)} ${unit}`
}

/** The folder the step works in. */
const workspace = ()         => process.env.GITHUB_WORKSPACE ?? process.cwd();

/** What an action tells of what it took, besides its time and its traffic. */
                       
                                           
               
                                         
                  
 

/** The one boundary of an action: what is thrown becomes a sentence in the log, and an exit code. Last of all it says what the step took. */
async function atBoundary(act                                   )                {
  const meter = startMeter();
  const told       = {};
  try {
    process.exitCode = await act(told);
  } catch (error) {
    process.exitCode = fail(error);
  }
  meter.stop();
  const spent        = { seconds: performance.now() / 1000, read: told.read ?? 0, ...meter.read() };
  if (told.output) setOutput('cost', JSON.stringify(spent));
  if (process.env.GITHUB_STEP_SUMMARY) await summary.addRaw(spentMarkdown(spent)).write();
}

/** Says why a step fails; the exit code is that of the program for the same fault. */
function fail(error         )           {
  if (error instanceof UserError) {
    setFailed(error.hint === undefined ? error.message : `${error.message}\n→ ${error.hint}`);
    return exitCodeOf(error)
  }
  setFailed(`Proofmark itself failed; please report this:\n${error instanceof Error ? error.stack : String(error)}`);
  return 2
}

/** Inputs as a document whose places are `input NAME`; an empty input is one that was not given. */
function inputDocument(values                                   )           {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  return { name: 'the inputs', value: given, place: path => ({ text: `input ${String(path[0] ?? '')}` }) }
}

                         
                                 
                                                                             
                                   
 

/** The run's event and the forge it may write to. Refuses pull_request_target. */
async function connectGithub()                  {
  refusePullRequestTarget(process.env.GITHUB_EVENT_NAME);
  const read = await readContext(process.env, path => readFile(path, 'utf8'));
  const token = getInput('token');
  const apiUrl = process.env.GITHUB_API_URL;
  if (token === '' || !apiUrl || read.repository === undefined) return { context: read, forge: undefined }
  const connection = { token, apiUrl, repository: read.repository };
  const context = await completeContext(read, connection);
  const head = context.pullRequest?.head ?? context.commit;
  if (head === undefined) return { context, forge: undefined }
  return {
    context,
    forge: githubForge({ ...connection, head, base: context.base, pullRequest: context.pullRequest?.number }),
  }
}

export { atBoundary as a, actionLog as b, connectGithub as c, fail as f, inputDocument as i, refusePullRequestTarget as r, workspace as w };
