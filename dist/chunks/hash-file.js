import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { f as fileState } from './file-state.js';

/** Bytes that are read at once. */
const PIECE = 1024 * 1024;

/** Bytes after which progress is told. */
const STRIDE = 64 * 1024 * 1024;

/** SHA-256 and length of a file's bytes, and what the file was, read through two pieces of memory, whatever its length: one is filled while the other is hashed. */
async function hashFile(
  absolute        ,
  size        ,
  progress                          = () => {},
)                                                            {
  const sha256 = createHash('sha256');
  const file = await open(absolute);
  try {
    const stateOf = async () => fileState(await file.stat({ bigint: true }));
    const before = await stateOf();
    const length = Math.min(PIECE, size + 1);
    let [filling, filled] = [Buffer.allocUnsafe(length), Buffer.allocUnsafe(length)];
    let bytes = 0;
    let told = 0;
    let reading = file.read(filling, 0, length);
    for (let { bytesRead } = await reading; bytesRead > 0; { bytesRead } = await reading) {
      ;[filling, filled] = [filled, filling];
      reading = file.read(filling, 0, length);
      sha256.update(filled.subarray(0, bytesRead));
      bytes += bytesRead;
      if (bytes - told < STRIDE) continue
      told = bytes;
      progress(bytes);
    }
    // What changed meanwhile has no one state.
    return { sha256: sha256.digest('hex'), bytes, state: before === (await stateOf()) ? before : '' }
  } finally {
    await file.close();
  }
}

export { hashFile as h };
