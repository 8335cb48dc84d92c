import { isUtf8 } from 'node:buffer'
import { type ErrorCode, UserError } from '../core/user-error.ts'
import { encodingOf } from './encoding-of.ts'

const NEWLINE = 0x0a
const RESAVE = 'Save it as UTF-8'
const GIT_LFS = 'version https://git-lfs.github.com/spec/'

/** Watches bytes go by. */
export interface TextGuard {
  /** Bytes in file order; the chunk comes back without the file's byte order mark. */
  next(chunk: Uint8Array): Uint8Array
  end(): void
}

/** Watches a file's bytes go by and throws a `UserError` with byte offset and line at the first that is no UTF-8 text. */
export function textGuard(name: string): TextGuard {
  let offset = 0
  let line = 1
  let carry: Uint8Array = new Uint8Array()
  let first = true
  return { next, end }

  function next(chunk: Uint8Array): Uint8Array {
    if (first && chunk.length > 0) {
      first = false
      refuseKnown(chunk)
      if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) {
        offset = 3
        return next(chunk.subarray(3))
      }
    }
    const bytes = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk
    const whole = bytes.length - unfinished(bytes)
    inspect(bytes.subarray(0, whole))
    carry = bytes.slice(whole)
    offset += whole
    return chunk
  }

  function end(): void {
    if (carry.length > 0) refuse('file.encoding', `a character cut off at byte ${offset}`, RESAVE, line)
  }

  function inspect(bytes: Uint8Array): void {
    const nul = bytes.indexOf(0)
    const invalid = isUtf8(bytes) ? -1 : firstInvalid(bytes)
    if (nul >= 0 && (invalid < 0 || nul < invalid)) {
      const found = `a NUL byte at byte ${offset + nul}`
      refuse('file.nul', found, 'Is it text at all? Write it again without NUL bytes', line + newlines(bytes, nul))
    }
    if (invalid >= 0) {
      const found = `0x${bytes[invalid]?.toString(16)} at byte ${offset + invalid}`
      const hint = `It looks like Windows-1252 or Latin-1. ${RESAVE}`
      refuse('file.encoding', found, hint, line + newlines(bytes, invalid))
    }
    line += newlines(bytes, bytes.length)
  }

  function refuseKnown(head: Uint8Array): void {
    if (Buffer.from(head.subarray(0, GIT_LFS.length)).toString('latin1') === GIT_LFS) {
      refuse('file.git-lfs', 'a Git LFS pointer', 'Run git lfs pull first; with actions/checkout, set lfs: true', 1)
    }
    const known = encodingOf(head)
    if (known?.binary) refuse('file.binary', known.name, 'Unpack or export it to text first', 1)
    if (known) refuse('file.encoding', known.name, RESAVE, 1)
  }

  function refuse(code: ErrorCode, found: string, hint: string, at: number): never {
    const message = `Expected ${name} to be UTF-8 text but found ${found} (${name}:${at})`
    throw new UserError(code, message, { file: name, line: at, hint })
  }
}

/** Bytes at the end that may be a character's beginning. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0
  }
  return 0
}

/** Where the first byte stands that belongs to no UTF-8 character. Only asked of bytes that hold one. */
function firstInvalid(bytes: Uint8Array): number {
  let low = 0
  let high = bytes.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    const cut = middle - unfinished(bytes.subarray(low, middle))
    if (cut <= low) break
    if (isUtf8(bytes.subarray(low, cut))) low = cut
    else high = middle
  }
  for (let at = low; at < high; ) {
    const size = [1, 2, 3, 4].find(length => isUtf8(bytes.subarray(at, at + length)) && at + length <= bytes.length)
    if (size === undefined) return at
    at += size
  }
  return low
}

function newlines(bytes: Uint8Array, before: number): number {
  let count = 0
  for (let at = bytes.indexOf(NEWLINE); at >= 0 && at < before; at = bytes.indexOf(NEWLINE, at + 1)) count++
  return count
}
