import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { w as withoutSecrets, r as runGit, o as otherFailure } from './run-git.js';
import { C as pushResult } from './exit-code.js';
import { t as takeTurns } from './take-turns.js';

const SECONDS = 60;
const DOING = 'lock the target by a ref of the remote origin';

/** A ref of the remote `origin` of the git repository one is in, pushed only where there is none; undefined where there is no such remote. It names a blob that says who holds it. */
async function gitLock(name        , { root, environment }             )                                     {
  const env = Object.fromEntries([
    ...Object.entries(environment).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]         ])),
    ['LC_ALL', 'C'],
    ['GIT_TERMINAL_PROMPT', '0'],
  ]);
  const git = (words                   , input = '') => runGit(words, env, { folder: root, seconds: SECONDS, input });
  const said = async (words                   , input = '') => {
    const end = await git(words, input);
    if (end.code !== 0) throw otherFailure(DOING, end)
    return end.output.toString().trim()
  };
  const origin = await git(['remote', 'get-url', 'origin']);
  if (origin.code !== 0) return undefined
  const ref = `refs/proofmark/locks/${name}`;
  let mine = '';

  return {
    among: `promotes from clones of ${withoutSecrets(origin.output.toString().trim())}`,
    hold: act => takeTurns({ take, holder, release, remove: `git push origin :${ref}` }, 1000, act),
  }

  async function take()                   {
    if (mine === '') {
      const who = `process ${process.pid} on ${hostname()} since ${new Date().toISOString()}\n${randomUUID()}\n`;
      mine = await said(['hash-object', '-w', '--stdin'], who);
    }
    const end = await git([
      'push',
      '--porcelain',
      '--no-verify',
      `--force-with-lease=${ref}:`,
      'origin',
      `${mine}:${ref}`,
    ]);
    const result = pushResult(DOING, end);
    if (result === 'moved') return true
    const found = await standing();
    if (result === 'lost' && found === undefined) throw otherFailure(DOING, end)
    return found === mine
  }

  async function standing()                              {
    return /^[0-9a-f]+/.exec(await said(['ls-remote', '--refs', 'origin', ref]))?.[0]
  }

  async function holder()                  {
    const found = await standing();
    if (found === undefined) return `the ref ${ref}, which was given back this moment`
    const end = await git(['fetch', '--quiet', '--no-tags', 'origin', ref]);
    const who = end.code === 0 ? await said(['cat-file', 'blob', found]) : 'somebody';
    return `the ref ${ref} by ${who.split('\n')[0]?.slice(0, 200) ?? 'somebody'}`
  }

  async function release()                {
    await said(['push', '--no-verify', `--force-with-lease=${ref}:${mine}`, 'origin', `:${ref}`]);
  }
}

export { gitLock };
