import { isUtf8 } from 'node:buffer';
import { U as UserError } from './user-error.js';

const SIGNATURES                                                             = [
  { name: 'UTF-32', binary: false, bytes: [0xff, 0xfe, 0x00, 0x00] },
  { name: 'UTF-32', binary: false, bytes: [0x00, 0x00, 0xfe, 0xff] },
  { name: 'UTF-16', binary: false, bytes: [0xff, 0xfe] },
  { name: 'UTF-16', binary: false, bytes: [0xfe, 0xff] },
  { name: 'a gzip archive', binary: true, bytes: [0x1f, 0x8b] },
  { name: 'a zip archive (or a workbook of Excel)', binary: true, bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'a Parquet file', binary: true, bytes: [0x50, 0x41, 0x52, 0x31] },
  { name: 'a Zstandard archive', binary: true, bytes: [0x28, 0xb5, 0x2f, 0xfd] },
];

/** How many bytes are looked at for the zeros of UTF-16. */
const SAMPLE = 512;

/** What a file is by its first bytes, where that is not UTF-8. */
function encodingOf(head            )                    {
  const signed = SIGNATURES.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte));
  if (signed) return { name: signed.name, binary: signed.binary }
  return looksLikeUtf16(head.subarray(0, SAMPLE)) ? { name: 'UTF-16', binary: false } : undefined
}

/** Latin text in UTF-16 has a zero in every second byte. */
function looksLikeUtf16(bytes            )          {
  const zeros = [0, 0];
  for (const [i, byte] of bytes.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  return bytes.length >= 4 && Math.max(even, odd) > bytes.length * 0.4 && Math.min(even, odd) < bytes.length * 0.05
}

const NEWLINE = 0x0a;
const RESAVE = 'Save it as UTF-8';
const GIT_LFS = 'version https://git-lfs.github.com/spec/';

/** Watches bytes go by. */
                            
                                                                                      
                                     
             
 

/** Watches a file's bytes go by and throws a `UserError` with byte offset and line at the first that is no UTF-8 text. */
function textGuard(name        )            {
  let offset = 0;
  let line = 1;
  let carry             = new Uint8Array();
  let first = true;
  return { next, end }

  function next(chunk            )             {
    if (first && chunk.length > 0) {
      first = false;
      refuseKnown(chunk);
      if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) {
        offset = 3;
        return next(chunk.subarray(3))
      }
    }
    const bytes = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk;
    const whole = bytes.length - unfinished(bytes);
    inspect(bytes.subarray(0, whole));
    carry = bytes.slice(whole);
    offset += whole;
    return chunk
  }

  function end()       {
    if (carry.length > 0) refuse('file.encoding', `a character cut off at byte ${offset}`, RESAVE, line);
  }

  function inspect(bytes            )       {
    const nul = bytes.indexOf(0);
    const invalid = isUtf8(bytes) ? -1 : firstInvalid(bytes);
    if (nul >= 0 && (invalid < 0 || nul < invalid)) {
      const found = `a NUL byte at byte ${offset + nul}`;
      refuse('file.nul', found, 'Is it text at all? Write it again without NUL bytes', line + newlines(bytes, nul));
    }
    if (invalid >= 0) {
      const found = `0x${bytes[invalid]?.toString(16)} at byte ${offset + invalid}`;
      const hint = `It looks like Windows-1252 or Latin-1. ${RESAVE}`;
      refuse('file.encoding', found, hint, line + newlines(bytes, invalid));
    }
    line += newlines(bytes, bytes.length);
  }

  function refuseKnown(head            )       {
    if (Buffer.from(head.subarray(0, GIT_LFS.length)).toString('latin1') === GIT_LFS) {
      refuse('file.git-lfs', 'a Git LFS pointer', 'Run git lfs pull first; with actions/checkout, set lfs: true', 1);
    }
    const known = encodingOf(head);
    if (known?.binary) refuse('file.binary', known.name, 'Unpack or export it to text first', 1);
    if (known) refuse('file.encoding', known.name, RESAVE, 1);
  }

  function refuse(code           , found        , hint        , at        )        {
    const message = `Expected ${name} to be UTF-8 text but found ${found} (${name}:${at})`;
    throw new UserError(code, message, { file: name, line: at, hint })
  }
}

/** Bytes at the end that may be a character's beginning. */
function unfinished(bytes            )         {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0
  }
  return 0
}

/** Where the first byte stands that belongs to no UTF-8 character. Only asked of bytes that hold one. */
function firstInvalid(bytes            )         {
  let low = 0;
  let high = bytes.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const cut = middle - unfinished(bytes.subarray(low, middle));
    if (cut <= low) break
    if (isUtf8(bytes.subarray(low, cut))) low = cut;
    else high = middle;
  }
  for (let at = low; at < high; ) {
    const size = [1, 2, 3, 4].find(length => isUtf8(bytes.subarray(at, at + length)) && at + length <= bytes.length);
    if (size === undefined) return at
    at += size;
  }
  return low
}

function newlines(bytes            , before        )         {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0 && at < before; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count
}

export { textGuard as t };
