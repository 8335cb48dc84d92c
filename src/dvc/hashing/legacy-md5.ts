import { createHash } from 'node:crypto'
import { DOS2UNIX_PIECE, dos2unix } from '../../core/dvc/dos2unix.ts'
import type { DvcHash } from '../../core/dvc/output.ts'

/** An md5 that is fed piece by piece. */
export interface Md5 {
  update(piece: Uint8Array): void
  digest(): string
}

/** DVC's hash of bytes that come in pieces of any length: DVC 2 looked at pieces of exactly one MiB, so they are put together first. */
export function md5Of(kind: DvcHash): Md5 {
  const md5 = createHash('md5')
  if (kind === 'md5') return { update: piece => void md5.update(piece), digest: () => md5.digest('hex') }
  const waiting = Buffer.allocUnsafe(DOS2UNIX_PIECE)
  let length = 0
  return {
    update(piece) {
      for (let from = 0; from < piece.length; ) {
        const take = Math.min(piece.length - from, DOS2UNIX_PIECE - length)
        waiting.set(piece.subarray(from, from + take), length)
        length += take
        from += take
        if (length < DOS2UNIX_PIECE) continue
        md5.update(dos2unix(waiting))
        length = 0
      }
    },
    digest() {
      md5.update(dos2unix(waiting.subarray(0, length)))
      return md5.digest('hex')
    },
  }
}
