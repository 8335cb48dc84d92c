import { randomUUID } from 'node:crypto';
import { s as sendOnce, f as failureOf, i as isAbsent } from './send-once.js';
import { r as requireGithub, a as requireCommit } from './require-github.js';
import { t as takeTurns, l as leaseText } from './take-turns.js';

/** For how long a tag that was made for a lock is used for it, in seconds. */
const FRESH_S = 60;
const TASK = { doing: 'lock the target by a ref of the repository', permission: 'contents: write' };         

/** A ref of the repository on GitHub, which can be created once (`POST /git/refs`; 422 where it is there). It names an annotated tag, which says who holds it. */
function githubLock(target        , name        , world             )                {
  const github = requireGithub(target, world);
  const { owner, repo, second } = github;
  const ref = `proofmark/locks/${name}`;
  let mine = '';
  let made = 0;

  return {
    among: `promotes through ${owner}/${repo} on GitHub`,
    hold: act =>
      takeTurns(
        {
          take: () => github.attempt(TASK, take),
          holder: () => github.attempt(TASK, holder),
          release: () => github.attempt(TASK, octokit => removeIf(octokit, mine)),
          breakOff: held => github.attempt(TASK, octokit => breakOff(octokit, held)),
          remove: `gh api -X DELETE repos/${owner}/${repo}/git/refs/${ref}`,
        },
        second,
        act,
      ),
  }

  async function take(octokit         )                   {
    // A lease begins when it is taken: a tag that was made minutes ago would end too early.
    if (mine === '' || Date.now() - made > FRESH_S * second) mine = await tagOfOurs(octokit);
    try {
      const create = async () =>
        (await octokit.rest.git.createRef({ owner, repo, ref: `refs/${ref}`, sha: mine })).data.object.sha;
      return (await sendOnce(second, create, () => standing(octokit))) === mine
    } catch (error) {
      const failure = failureOf(error);
      const taken = failure?.kind === 'refused' && failure.status === 422 && /already exists/i.test(failure.reason);
      if (!taken) throw error
      return (await standing(octokit)) === mine
    }
  }

  async function tagOfOurs(octokit         )                  {
    const { environment } = world;
    made = Date.now();
    const run = environment.GITHUB_RUN_ID ? `run ${environment.GITHUB_RUN_ID}` : `process ${process.pid}`;
    const { data } = await octokit.rest.git.createTag({
      owner,
      repo,
      tag: name,
      message: `${leaseText(run, second)} ${randomUUID()}`,
      object: requireCommit(target, github.commit),
      type: 'commit',
    });
    return data.sha
  }

  async function standing(octokit         )                              {
    try {
      return (await octokit.rest.git.getRef({ owner, repo, ref })).data.object.sha
    } catch (error) {
      if (isAbsent(error)) return undefined
      throw error
    }
  }

  async function holder(octokit         )                                {
    const mark = await standing(octokit);
    if (mark === undefined) return undefined
    const { message } = (await octokit.rest.git.getTag({ owner, repo, tag_sha: mark })).data;
    return { mark, words: `the ref ${ref} by ${message.split(' ').slice(0, -1).join(' ')}` }
  }

  async function removeIf(octokit         , mark        )                {
    if ((await standing(octokit)) === mark) await octokit.rest.git.deleteRef({ owner, repo, ref });
  }

  /** GitHub deletes without comparing: only one may, by a ref of this very lock's, which can be created once and stays. */
  async function breakOff(octokit         , { mark }          )                {
    try {
      await octokit.rest.git.createRef({ owner, repo, ref: `refs/${ref}-ended-${mark.slice(0, 12)}`, sha: mark });
    } catch (error) {
      const failure = failureOf(error);
      if (failure?.kind === 'refused' && failure.status === 422 && /already exists/i.test(failure.reason)) return
      throw error
    }
    await removeIf(octokit, mark);
  }
}

export { githubLock };
