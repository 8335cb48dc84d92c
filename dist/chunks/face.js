import { i as info, w as warning, d as setFailed, g as getInput } from './toolkit.js';
import { readFile } from 'node:fs/promises';
import { U as UserError } from './validate.js';
import { j as isAbsent, k as failureOf, p as pause, C as CHECK_RUN_PREFIX, m as connect, n as headOf, r as readContext, o as completeContext } from './context.js';
import { setTimeout } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';

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

/** Largest file that is read, in bytes: longer than any lock file. */
const MAX_BYTES = 32 * 1024 * 1024;

/** A file at a commit as text; undefined where the commit has no such file. */
async function readFileAt(connection            , commit        , path        )                              {
  const { owner, repo } = connection;
  const task = { doing: `read ${path} on the base branch`, permission: 'contents: read' };         
  return connection.attempt(task, async octokit => {
    try {
      const { data } = await octokit.rest.repos.getContent({ owner, repo, path, ref: commit });
      if (Array.isArray(data) || data.type !== 'file' || !('encoding' in data) || data.size > MAX_BYTES) {
        throw unreadable(path, `a file of at most ${MAX_BYTES / 1024 / 1024} MiB`)
      }
      if (data.encoding === 'base64') return decode(path, Buffer.from(data.content, 'base64'))
      // Of a file larger than 1 MB the answer holds no content: it comes by the raw media type only.
      const mediaType = { format: 'raw' };
      const raw          = (await octokit.rest.repos.getContent({ owner, repo, path, ref: commit, mediaType })).data;
      if (raw instanceof ArrayBuffer) return decode(path, new Uint8Array(raw))
      if (typeof raw !== 'string') throw unreadable(path, 'UTF-8 text')
      return raw
    } catch (error) {
      if (!isAbsent(error)) throw error
      // GitHub also answers 404 where the token may not read: a policy must never be missed for want of a permission.
      await octokit.rest.repos.getCommit({ owner, repo, ref: commit });
      return undefined
    }
  })
}

function decode(path        , bytes            )         {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw unreadable(path, 'UTF-8 text')
  }
}

const unreadable = (file        , expected        ) =>
  new UserError('github.base-file', `Expected ${file} on the base branch to be ${expected} but found something else`, {
    file,
    hint: 'Mend the file on the base branch; it is read from there so that a pull request cannot change its own rules',
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

const TRIES = 3;

/** Sends a write that must not be carried out twice: where its answer is lost, `look` tells whether it was, before it is sent again. */
async function sendOnce   (
  second        ,
  send                  ,
  look                              ,
)             {
  for (let tried = 1; ; tried += 1) {
    try {
      return await send()
    } catch (error) {
      const failure = failureOf(error);
      const seconds = failure?.kind === 'lost' ? pause(failure, tried) : undefined;
      if (seconds === undefined) throw error
      await setTimeout(seconds * second);
      const found = await look();
      if (found !== undefined) return found
      if (tried === TRIES) throw error
    }
  }
}

/** Reading needs less, but is only done to write: whoever adds a permission should have to do it once. */
const READ = { doing: 'read the comments of the pull request', permission: 'pull-requests: write' };         
const WRITE = { doing: 'comment on the pull request', permission: 'pull-requests: write' };         

                   
                     
                       
 

/** The oldest comment by us, on any page, whose body starts with `marker`; anyone may plant the marker, but not write as us. */
async function findComment(
  connection            ,
  us          ,
  pullRequest                    ,
  marker        ,
)                               {
  if (pullRequest === undefined) return undefined
  return connection.attempt(READ, octokit =>
    find(octokit, connection, us, pullRequest, body => body.startsWith(marker)),
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
  return connection.attempt(WRITE, octokit =>
    sendOnce(
      second,
      async () => (await octokit.rest.issues.createComment({ owner, repo, issue_number: pullRequest, body })).data.id,
      async () => (await find(octokit, connection, us, pullRequest, found => found === body))?.id,
    ),
  )
}

async function updateComment(connection            , id        , body        )                {
  const { owner, repo } = connection;
  await connection.attempt(WRITE, octokit => octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body }));
}

async function deleteComment(connection            , id        )                {
  const { owner, repo } = connection;
  await connection.attempt(WRITE, async octokit => {
    try {
      await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id });
    } catch (error) {
      if (!isAbsent(error)) throw error
    }
  });
}

async function find(
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

const TASK$2 = { doing: 'create a check run', permission: 'checks: write' };         

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

  return connection.attempt(TASK$2, async octokit => {
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

/** Paths of the files at a commit; of a very large repository only the first (100 000 entries or 7 MB, docs.github.com, Get a tree). */
async function listFilesAt(connection            , commit        )                    {
  const { owner, repo } = connection;
  const task = { doing: 'list the files on the base branch', permission: 'contents: read' };         
  return connection.attempt(task, async octokit => {
    const { data } = await octokit.rest.git.getTree({ owner, repo, tree_sha: commit, recursive: '1' });
    return data.tree.filter(({ type }) => type === 'blob').map(({ path }) => path)
  })
}

/**
 * Uploads an asset to the address that the release itself names: `octokit.rest.repos.uploadReleaseAsset` has the host of
 * github.com built in. A failed upload can leave a stump (state `starter`) that holds the name; it is deleted first.
 */
async function uploadAsset(
  octokit         ,
  { owner, repo, second }            ,
  release                                                      ,
  { name, content }              ,
)                {
  await sendOnce(
    second,
    async () => {
      await octokit.request({
        method: 'POST',
        url: release.upload_url,
        name,
        data: content,
        headers: { 'content-type': 'application/octet-stream', 'content-length': content.byteLength },
      });
      return true
    },
    async () => {
      const assets = await octokit.paginate(octokit.rest.repos.listReleaseAssets, {
        owner,
        repo,
        release_id: release.id,
        per_page: 100,
      });
      const found = assets.find(asset => asset.name === name);
      if (found?.state === 'uploaded' && found.size === content.byteLength) return true
      if (found) await octokit.rest.repos.deleteReleaseAsset({ owner, repo, asset_id: found.id });
      return undefined
    },
  );
}

const TASK$1 = {
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
  return connection.attempt(TASK$1, async octokit => {
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
    listBase: async () => (base === undefined ? [] : listFilesAt(connection, base)),
    createCheckRun: run => createCheckRun(connection, us, head, run),
    standingCheckRuns: () => standingCheckRuns(connection, us, head),
    findComment: marker => findComment(connection, us, pullRequest, marker),
    createComment: body => createComment(connection, us, pullRequest, body),
    updateComment: (id, body) => updateComment(connection, id, body),
    deleteComment: id => deleteComment(connection, id),
    currentHead: async () => (pullRequest === undefined ? head : headOf(connection, pullRequest)),
    release: (tag, notes, assets) => release(connection, head, tag, notes, assets),
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

/** The folder the step works in. */
const workspace = ()         => process.env.GITHUB_WORKSPACE ?? process.cwd();

/** The one boundary of an action: what is thrown becomes a sentence in the log, and an exit code. */
async function atBoundary(act                         )                {
  try {
    process.exitCode = await act();
  } catch (error) {
    process.exitCode = fail(error);
  }
}

/** Says why a step fails; the exit code is that of the program for the same fault. */
function fail(error         )           {
  if (error instanceof UserError) {
    setFailed(error.hint === undefined ? error.message : `${error.message}\n→ ${error.hint}`);
    return error.kind === 'environment' ? 4 : 3
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
