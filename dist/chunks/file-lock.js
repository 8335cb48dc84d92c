import { randomUUID } from 'node:crypto';
import { mkdir, writeFile, readFile, rm, stat } from 'node:fs/promises';
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
    if (!(await made(breaking, `${process.pid}\n`))) {
      // Whoever began to take it away may have been killed meanwhile; the next turn begins anew.
      if (await isLeft(breaking)) await rm(breaking, { force: true });
      return
    }
    try {
      if ((await holder())?.mark === mark) await rm(path, { force: true });
    } finally {
      await rm(breaking, { force: true });
    }
  }
}

/** Milliseconds that taking a lock away lasts at most; a process of another container may have any number. */
const BREAKING = 60_000;

/** Whether a file was made by a process that is no longer there, and not just now. */
async function isLeft(file        )                   {
  try {
    const [{ mtimeMs }, text] = await Promise.all([stat(file), readFile(file, 'utf8')]);
    return Date.now() - mtimeMs > BREAKING && !isRunning(Number(text))
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw fileError(file, 'read', error)
  }
}

function isRunning(pid        )          {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0);
    return true
  } catch (error) {
    return systemCode(error) !== 'ESRCH'
  }
}

export { fileLock };
