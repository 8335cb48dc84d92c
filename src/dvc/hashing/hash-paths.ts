import { hash as hashOnce } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { DOS2UNIX_PIECE } from '../../core/dvc/dos2unix.ts'
import type { DvcHash } from '../../core/dvc/output.ts'
import { systemCode } from '../../files/file-error.ts'
import { type Stamp, stampOf } from '../times/stamp.ts'
import { md5Of } from './legacy-md5.ts'

export interface ToHash {
  /** Absolute. */
  readonly path: string
  readonly hash: DvcHash
}

/** What a file's bytes are and its times were after their end, or the system's code for why they could not be read. */
export type Hashed = { readonly md5: string; readonly bytes: number; readonly stamp: Stamp } | { readonly code: string }

const piece = Buffer.allocUnsafeSlow(DOS2UNIX_PIECE)

/** Hashes files one after another, each through one piece of memory. It blocks its thread: a system call per file and piece is all that it waits for. */
export function hashPaths(files: readonly ToHash[], progress: (bytes: number) => void = () => {}): Hashed[] {
  return files.map(file => {
    try {
      return hashPath(file, progress)
    } catch (cause) {
      const code = systemCode(cause)
      if (code === undefined) throw cause
      return { code }
    }
  })
}

function hashPath({ path, hash }: ToHash, progress: (bytes: number) => void): Hashed {
  const file = openSync(path, READ)
  try {
    let read = readSync(file, piece, 0, piece.length, null)
    if (read < piece.length && hash === 'md5') {
      const rest = readSync(file, piece, read, piece.length - read, null)
      // Almost every file ends here: one call hashes it.
      if (rest === 0) {
        progress(read)
        return { md5: hashOnce('md5', piece.subarray(0, read), 'hex'), bytes: read, stamp: stampNow(file) }
      }
      read += rest
    }
    const md5 = md5Of(hash)
    let bytes = 0
    for (; read > 0; read = readSync(file, piece, 0, piece.length, null)) {
      md5.update(piece.subarray(0, read))
      bytes += read
      progress(read)
    }
    return { md5: md5.digest(), bytes, stamp: stampNow(file) }
  } finally {
    closeSync(file)
  }
}

/** Of a file: what is none, such as a pipe, has no content to speak of. */
function stampNow(file: number): Stamp {
  const found = fstatSync(file, { bigint: true })
  if (found.isFile()) return stampOf(found)
  throw Object.assign(new Error('Expected a file'), { code: 'ENOTSUP' })
}

/** A pipe that nobody writes to is not waited for. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)
