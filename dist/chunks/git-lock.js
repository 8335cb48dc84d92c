import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { g as gitOrigin } from './origin.js';
import { w as withoutSecrets } from './cache-folder.js';
import { t as takeTurns, l as leaseText } from './take-turns.js';

const SECONDS = 60;
/** For how long a blob that was made for a lock is used for it: a lease begins when it is taken. */
const FRESH_MS = 60_000;
const DOING = 'lock the target by a ref of the remote origin';

/** A ref of the remote `origin` of the git repository one is in, pushed only where there is none; undefined where there is no such remote. It names a blob that says who holds it. */
async function gitLock(name        , { root, environment }             )                                     {
  const origin = gitOrigin(root, environment, SECONDS);
  const address = await origin.run(['remote', 'get-url', 'origin']);
  if (address.code !== 0) return undefined
  const ref = `refs/proofmark/locks/${name}`;
  let mine = '';
  let made = 0;

  return {
    among: `promotes from clones of ${withoutSecrets(address.output.toString().trim())}`,
    hold: act => takeTurns({ take, holder, release, breakOff, remove: `git push origin :${ref}` }, 1000, act),
  }

  async function take()                   {
    if (mine === '' || Date.now() - made > FRESH_MS) {
      const who = `${leaseText(`process ${process.pid} on ${hostname()}`)}\n${randomUUID()}\n`;
      made = Date.now();
      mine = (await origin.said(DOING, ['hash-object', '-w', '--stdin'], who)).trim();
    }
    return (await origin.create(DOING, ref, mine)) || (await origin.at(DOING, ref)) === mine
  }

  async function holder()                                {
    const mark = await origin.at(DOING, ref);
    if (mark === undefined) return undefined
    const end = await origin.run(['fetch', '--quiet', '--no-tags', 'origin', ref]);
    const who = end.code === 0 ? await origin.said(DOING, ['cat-file', 'blob', mark]) : 'somebody';
    return { mark, words: `the ref ${ref} by ${who.split('\n')[0]?.slice(0, 200) ?? 'somebody'}` }
  }

  async function release()                {
    await origin.remove(DOING, ref, mine);
  }

  /** Somebody else may do so at once, and take it: the remote compares. */
  async function breakOff({ mark }          )                {
    await origin.remove(DOING, ref, mark).catch(async (error         ) => {
      if ((await origin.at(DOING, ref)) === mark) throw error
    });
  }
}

export { gitLock };
