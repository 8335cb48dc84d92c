import { rm, readFile, mkdir, open } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { s as systemCode, f as fileError } from './file-error.js';
import { t as takeTurns } from './take-turns.js';

/** A file that only one can create, for runs of one user on one machine. */
function fileLock(name        )                {
  const folder = join(tmpdir(), `proofmark-locks-${userInfo().username.replace(/\W/g, '_')}`);
  const path = join(folder, `${name}.lock`);
  return {
    among: 'promotes as the same user on this machine',
    hold: act =>
      takeTurns(
        {
          take,
          holder: async () => `${path} by ${(await readFile(path, 'utf8').catch(() => 'somebody')).trim()}`,
          release: () => rm(path, { force: true }),
          remove: `rm ${path}`,
        },
        1000,
        act,
      ),
  }

  async function take()                   {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const lock = await open(path, 'wx');
      await lock.writeFile(`process ${process.pid} since ${new Date().toISOString()}\n`);
      await lock.close();
      return true
    } catch (error) {
      if (systemCode(error) === 'EEXIST') return false
      throw fileError(path, 'write', error)
    }
  }
}

export { fileLock };
