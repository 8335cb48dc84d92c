import { createHash, hash } from 'node:crypto';
import { statSync, openSync, readSync, closeSync, constants, fstatSync } from 'node:fs';
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

/**
 * What a file system says of a file that was not written to since: size, times of the last write and of the last change of what is known
 * about it, in nanoseconds since 1970, and its inode. A write can set back the first time, but never the second.
 */
                        
                       
                        
                        
                        
 

const stampOf = ({ size, mtimeNs, ctimeNs, ino }             )        => ({
  size,
  mtime: mtimeNs,
  ctime: ctimeNs,
  inode: ino,
});

/** Of the file that a path leads to, through links; undefined where it cannot be asked. It blocks: for local disks nothing else is as fast. */
function stampAt(path        )                    {
  try {
    return stampOf(statSync(path, { bigint: true }))
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause
    return undefined
  }
}

const sameStamp = (a       , b       )          =>
  a.size === b.size && a.mtime === b.mtime && a.ctime === b.ctime && a.inode === b.inode;

/** Nanoseconds for which a file has to be left alone before it is read, or a write just after might leave the same times: those of FAT have two seconds. */
const REST = 2_000_000_000n;

/** Whether a file whose reading began at that time, in milliseconds, can be known by its times. One from the future cannot. */
const isSettled = ({ mtime, ctime }       , began        )          => {
  const latest = BigInt(Math.floor(began)) * 1_000_000n - REST;
  return mtime <= latest && ctime <= latest
};

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

/** What a file's bytes are and its times were after their end, or the system's code for why they could not be read. */
                                                                                                                        

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
  const file = openSync(path, READ);
  try {
    let read = readSync(file, piece, 0, piece.length, null);
    if (read < piece.length && hash$1 === 'md5') {
      const rest = readSync(file, piece, read, piece.length - read, null);
      // Almost every file ends here: one call hashes it.
      if (rest === 0) {
        progress(read);
        return { md5: hash('md5', piece.subarray(0, read), 'hex'), bytes: read, stamp: stampNow(file) }
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
    return { md5: md5.digest(), bytes, stamp: stampNow(file) }
  } finally {
    closeSync(file);
  }
}

/** Of a file: what is none, such as a pipe, has no content to speak of. */
function stampNow(file        )        {
  const found = fstatSync(file, { bigint: true });
  if (found.isFile()) return stampOf(found)
  throw Object.assign(new Error('Expected a file'), { code: 'ENOTSUP' })
}

/** A pipe that nobody writes to is not waited for. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

export { stampAt as a, hashPaths as h, isSettled as i, md5Of as m, sameStamp as s };
