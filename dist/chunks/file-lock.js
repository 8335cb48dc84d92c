import { randomUUID } from 'node:crypto';
import { mkdir, writeFile, readFile, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { s as systemCode, f as fileError } from './file-error.js';
import { t as takeTurns, l as leaseText } from './take-turns.js';

/** A file that only one can create, for runs of one user on one machine. */
function fileLock(name        )                {
  const folder = join(tmpdir(), `proofmark-locks-${userInfo().username.replace(/\W/g, '_')}`);
  const path = join(folder, `${name}.lock`);
  let mine = '';
  return {
    among: 'promotes as the same user on this machine',
    hold: act => takeTurns({ take, holder, release, breakOff, remove: `rm ${path}` }, 1000, act),
  }

  async function take()                   {
    mine = `${leaseText(`process ${process.pid}`)} ${randomUUID()}\n`;
    return made(path, mine)
  }

  async function made(file        , text        )                   {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(file, text, { flag: 'wx' });
      return true
    } catch (error) {
      if (systemCode(error) === 'EEXIST') return false
      throw fileError(file, 'write', error)
    }
  }

  async function holder()                                {
    const mark = await readFile(path, 'utf8').catch(() => undefined);
    return mark === undefined ? undefined : { mark, words: `${path} by ${mark.split(' ').slice(0, -1).join(' ')}` }
  }

  async function release()                {
    if ((await holder())?.mark === mine) await rm(path, { force: true });
  }

  /** Only one may take it away, and only while it is the one that has ended: another may have been taken since. */
  async function breakOff({ mark }          )                {
    const breaking = `${path}.ended`;
    if (!(await made(breaking, `process ${process.pid}\n`))) return
    try {
      if ((await holder())?.mark === mark) await rm(path, { force: true });
    } finally {
      await rm(breaking, { force: true });
    }
  }
}

export { fileLock };
