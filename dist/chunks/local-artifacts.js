import { existsSync, createWriteStream, createReadStream } from 'node:fs';
import { mkdir, stat, readdir } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { U as UserError } from './user-error.js';

/** Artifacts in a folder that the server and this machine share: it has to lie here. */
function localArtifacts(address        , { of }               )                 {
  const root = rootOf(address);
  if (root === undefined || !existsSync(root))
    throw new UserError('mlflow.elsewhere', `Expected the files of ${of} on this machine but ${address} is not here`, {
      kind: 'environment',
      hint: 'They are on the machine where they were logged: start the server with --artifacts-destination, and without --default-artifact-root, so that it hands them on',
    })
  const below = (path        ) => {
    const absolute = join(root, path);
    if (absolute === root || absolute.startsWith(root + sep)) return absolute
    throw new UserError('mlflow.path', `Expected a path below the files of ${of} but found '${path}'`)
  };
  return {
    address,

    async list(path) {
      const folder = below(path);
      if (!existsSync(folder) || !(await stat(folder)).isDirectory()) return []
      const entries = await readdir(folder, { withFileTypes: true });
      return Promise.all(
        entries
          // A link could lead out of the folder, to files that are none of the model's.
          .filter(entry => entry.isFile() || entry.isDirectory())
          .map(async entry => ({
            path: path === '' ? entry.name : `${path}/${entry.name}`,
            folder: entry.isDirectory(),
            bytes: entry.isFile() ? (await stat(join(folder, entry.name))).size : undefined,
          })),
      )
    },

    read: async (path, from) => ({ from, bytes: createReadStream(below(path), { start: from }) }),

    async write(path, content) {
      const file = below(path);
      try {
        await mkdir(dirname(file), { recursive: true });
        await pipeline(content.open(), createWriteStream(file, { flags: 'wx' }));
      } catch (cause) {
        throw new UserError('mlflow.write', `Expected to write ${path} of ${of} but ${file} cannot be written`, {
          kind: 'environment',
          hint: 'Give the user of this machine the right to write there',
          cause,
        })
      }
    },

    here: below,
  }
}

function rootOf(address        )                     {
  if (!address.startsWith('file:')) return address.replace(/(?<=.)\/+$/, '')
  try {
    return fileURLToPath(address).replace(/(?<=.)\/+$/, '')
  } catch {
    return undefined
  }
}

export { localArtifacts };
