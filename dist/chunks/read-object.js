import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { o as objectKey } from './verify-workspace.js';
import { remoteConfig } from './remote-config.js';
import { U as UserError } from './user-error.js';
import { s as systemCode, f as fileError } from './file-error.js';
import { m as md5Of } from './hash-paths.js';
import { openRemote } from './open-remote.js';

/** A small file that DVC keeps, verified: from the cache, else from the remote; undefined where it is in neither. */
async function readObject(
  repository               ,
  { md5 = '', hash, path, remote: asked }           ,
  environment                                              ,
  maxBytes        ,
)                              {
  const key = objectKey(hash, md5, false);
  const bytes = (await cached(join(await repository.cache(), key))) ?? (await fetched());
  if (bytes === undefined) return undefined
  const sum = md5Of(hash);
  sum.update(bytes);
  if (sum.digest() === md5) return bytes.toString('utf8')
  throw new UserError('dvc.damaged', `Expected the earlier ${path} to have the md5 ${md5} but it has another`, {
    file: path,
    hint: `Delete the object ${key}, then push it again: dvc push`,
  })

  async function fetched()                              {
    const config = remoteConfig(await repository.config(), asked);
    const remote = config && (await openRemote(config, repository.root, environment));
    const answer = await remote?.read({ key }, 0);
    if (!answer) return undefined
    const pieces               = [];
    let length = 0;
    for await (const piece of answer.bytes) {
      length += piece.length;
      if (length > maxBytes)
        throw new UserError('dvc.too-large', `Expected ${path} to have at most ${maxBytes} bytes`, {
          file: path,
          hint: 'Is it a file of metrics?',
        })
      pieces.push(piece);
    }
    return Buffer.concat(pieces)
  }
}

async function cached(path        )                              {
  try {
    return await readFile(path)
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT' || systemCode(cause) === 'ENOTDIR') return undefined
    throw fileError(path, 'read', cause)
  }
}

export { readObject };
