import { createHash, hash } from 'node:crypto';
import { openSync, readSync, closeSync } from 'node:fs';
import { s as systemCode } from './file-error.js';

/** DVC decides on each piece of so many bytes anew (dvc_data/hashfile/hash.py). */
const DOS2UNIX_PIECE = 1024 * 1024;
const SAMPLE = 512;
const MOST_NONTEXT = 0.3;

/** Whether DVC takes a piece for text: no NUL in its first 512 bytes, and few that are no text of ASCII (dvc_data/hashfile/istextfile.py). */
function isText(piece            )          {
  const sample = piece.subarray(0, SAMPLE);
  let nontext = 0;
  for (const byte of sample) {
    if (byte === 0) return false
    const text = (byte >= 32 && byte < 127) || byte === 10 || byte === 13 || byte === 9 || byte === 12 || byte === 8;
    if (!text) nontext++;
  }
  return sample.length === 0 || nontext / sample.length <= MOST_NONTEXT
}

/** A piece as DVC 2 hashed it: of text, CRLF made LF; a CR at its end stays, for pieces are looked at one by one. */
function dos2unix(piece            )             {
  if (!piece.includes(13) || !isText(piece)) return piece
  const out = new Uint8Array(piece.length);
  let length = 0;
  for (let i = 0; i < piece.length; i++) {
    if (piece[i] === 13 && piece[i + 1] === 10) continue
    out[length++] = piece[i] ?? 0;
  }
  return out.subarray(0, length)
}

/** An md5 that is fed piece by piece. */
                      
                                 
                  
 

/** DVC's hash of bytes that come in pieces of any length: DVC 2 looked at pieces of exactly one MiB, so they are put together first. */
function md5Of(kind         )      {
  const md5 = createHash('md5');
  if (kind === 'md5') return { update: piece => void md5.update(piece), digest: () => md5.digest('hex') }
  const waiting = Buffer.allocUnsafe(DOS2UNIX_PIECE);
  let length = 0;
  return {
    update(piece) {
      for (let from = 0; from < piece.length; ) {
        const take = Math.min(piece.length - from, DOS2UNIX_PIECE - length);
        waiting.set(piece.subarray(from, from + take), length);
        length += take;
        from += take;
        if (length < DOS2UNIX_PIECE) continue
        md5.update(dos2unix(waiting));
        length = 0;
      }
    },
    digest() {
      md5.update(dos2unix(waiting.subarray(0, length)));
      return md5.digest('hex')
    },
  }
}

/** What a file's bytes are, or the system's code for why they could not be read. */
                                                                                                 

const piece = Buffer.allocUnsafeSlow(DOS2UNIX_PIECE);

/** Hashes files one after another, each through one piece of memory. It blocks its thread: a system call per file and piece is all that it waits for. */
function hashPaths(files                   , progress                          = () => {})           {
  return files.map(file => {
    try {
      return hashPath(file, progress)
    } catch (cause) {
      const code = systemCode(cause);
      if (code === undefined) throw cause
      return { code }
    }
  })
}

function hashPath({ path, hash: hash$1 }        , progress                         )         {
  const file = openSync(path, 'r');
  try {
    let read = readSync(file, piece, 0, piece.length, null);
    if (read < piece.length && hash$1 === 'md5') {
      const rest = readSync(file, piece, read, piece.length - read, null);
      // Almost every file ends here: one call hashes it.
      if (rest === 0) {
        progress(read);
        return { md5: hash('md5', piece.subarray(0, read), 'hex'), bytes: read }
      }
      read += rest;
    }
    const md5 = md5Of(hash$1);
    let bytes = 0;
    for (; read > 0; read = readSync(file, piece, 0, piece.length, null)) {
      md5.update(piece.subarray(0, read));
      bytes += read;
      progress(read);
    }
    return { md5: md5.digest(), bytes }
  } finally {
    closeSync(file);
  }
}

export { hashPaths as h, md5Of as m };
