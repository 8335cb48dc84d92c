import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { U as UserError } from './user-error.js';

const MAX_HOOK_BYTES = 1024 * 1024;

/** The SHA-256 that a file of hooks must have: named in the settings, or that of the file in this repository. */
async function expectedHook({ file, sha256 }            , root        )                  {
  if (sha256 !== undefined || file === undefined) return sha256 ?? ''
  try {
    return digest(await readFile(resolve(root, file)))
  } catch (cause) {
    throw new UserError('lakefs.hook-file', `Expected the file of hooks at ${file} but it cannot be read`, {
      file,
      hint: 'Keep a copy of the file in lakeFS here, or name its sha256',
      cause,
    })
  }
}

/**
 * Why the file of hooks at a ref is not the expected one; undefined where it is. lakeFS reads the hooks of a merge from the source, so
 * that whoever can write to a branch can take the hook off it.
 */
async function hookFileFault(
  client              ,
  { repository, path }            ,
  ref        ,
  expected        ,
)                              {
  const place = `lakefs://${repository}/${ref}/${path}`;
  const { id } = await client.commit(repository, ref);
  const object = await client.stat(repository, id, path);
  if (!object) return `Expected the hooks at ${place} but found none: merges from there are checked by nobody`
  if (object.size_bytes > MAX_HOOK_BYTES)
    return `Expected the hooks at ${place} to be as known here but found a file of ${object.size_bytes} bytes`
  const pieces               = [];
  let bytes = 0;
  for await (const piece of (await client.read(repository, id, path)).bytes) {
    bytes += piece.length;
    if (bytes > MAX_HOOK_BYTES) break
    pieces.push(piece);
  }
  const found = digest(Buffer.concat(pieces));
  return found === expected
    ? undefined
    : `Expected the hooks at ${place} to have the sha256 ${expected} but found ${found}: they were changed`
}

const digest = (content            ) => createHash('sha256').update(content).digest('hex');

export { expectedHook as e, hookFileFault as h };
