import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isAbsolute, resolve, join } from 'node:path';
import { U as UserError } from './user-error.js';
import { s as systemCode, f as fileError } from './file-error.js';
import { i as inParallel } from './in-parallel.js';

const AT_ONCE = 16;

/** A folder of this machine, or one that is mounted. A relative url is relative to `.dvc`, as DVC has it. */
function folderRemote({ name, url, versions }              , root        )            {
  const path = url.replace(/^file:\/\//, '');
  const folder = isAbsolute(path) ? path : resolve(root, '.dvc', path);
  const sizeOf = async (key        ) => {
    try {
      const found = await stat(join(folder, key));
      return found.isFile() ? found.size : undefined
    } catch (cause) {
      if (systemCode(cause) === 'ENOENT' || systemCode(cause) === 'ENOTDIR') return undefined
      throw fileError(`${url}/${key}`, 'read', cause)
    }
  };
  const present = async () => {
    const there = await stat(folder).then(
      found => found.isDirectory(),
      () => false,
    );
    if (!there)
      throw new UserError('dvc.remote-gone', `Expected the DVC remote ${name} at ${url} but there is no such folder`, {
        hint: 'Mount it, or push to it once: dvc push',
        kind: 'environment',
      })
  };
  return {
    name,
    url,
    versions,
    pinned: ({ key }) => `${url}/${key}`,
    async sizes(objects, progress) {
      await present();
      return inParallel(objects, AT_ONCE, ({ key }) => sizeOf(key), progress)
    },
    async read({ key }, from) {
      await present();
      if ((await sizeOf(key)) === undefined) return undefined
      return { from, bytes: createReadStream(join(folder, key), { start: from }) }
    },
  }
}

export { folderRemote };
