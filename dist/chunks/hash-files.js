import { i as inOrder } from './in-order.js';

/** Files that are read at once. */
const AT_ONCE = 4;

/** Bytes after which somebody who waits wants to hear of it. */
const LONG = 256 * 1024 * 1024;

/** The SHA-256 of each file, in their order, several read at once; long ones are told of as they go by. */
async function* hashFiles(
  paths                   ,
  files       ,
  log      ,
)                                                                                             {
  const read = new Map                ();
  yield* inOrder(paths, AT_ONCE, async path => {
    const { sha256, bytes } = await files.digest(path, {
      progress(bytes) {
        read.set(path, bytes);
        const total = [...read.values()].reduce((sum, each) => sum + each, 0);
        if (total >= LONG) log?.progress(`Hashing ${path}: ${(total / 1e9).toFixed(1)} GB read so far`);
      },
    });
    return { path, sha256, bytes }
  });
}

export { hashFiles as h };
