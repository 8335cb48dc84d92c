import { createZstdDecompress } from 'node:zlib';
import { b as bombFault } from '../scan-worker.js';

/** Decompresses one zstd frame that is the whole of the bytes (RFC 8878); gives what came before a fault. */
function zstd(bytes            , budget        )                        {
  return new Promise(resolve => {
    const chunks           = [];
    let length = 0;
    const stream = createZstdDecompress();
    const done = (fault         , limit          ) => {
      stream.destroy();
      const content = new Uint8Array(Buffer.concat(chunks));
      resolve({ bytes: content, ...(fault !== undefined && { fault }), ...(limit && { limit }) });
    };
    stream.on('data', (chunk        ) => {
      length += chunk.length;
      if (length > budget) return done(bombFault(budget), 'ratio')
      chunks.push(chunk);
    });
    stream.on('error', () => done('it is damaged or cut off'));
    stream.on('end', () => {
      const rest = bytes.length - stream.bytesWritten;
      done(rest === 0 ? undefined : `it is followed by something else (${rest} bytes)`);
    });
    stream.end(bytes);
  })
}

export { zstd };
