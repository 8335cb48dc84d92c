import { open } from 'node:fs/promises'
import { fileError } from '../../files/file-error.ts'
import type { Located } from '../../files/locate.ts'

/** Text that can be read again from any byte. */
export interface ByteSource {
  open(from: number): Promise<ByteReader>
}

/** Bytes in order. */
export interface ByteReader {
  /** Fills at most the whole target; gives the bytes read, 0 at the end. */
  read(target: Uint8Array): Promise<number>
  close(): Promise<void>
}

/** A file as it stands on disk; what the system refuses is a `UserError` that names it. */
export const fileSource = ({ name, absolute }: Located): ByteSource => ({
  async open(from) {
    const file = await open(absolute).catch(refused)
    let at = from
    return {
      async read(target) {
        const { bytesRead } = await file.read(target, 0, target.length, at).catch(refused)
        at += bytesRead
        return bytesRead
      },
      close: () => file.close(),
    }

    function refused(cause: unknown): never {
      throw fileError(name, 'read', cause)
    }
  },
})
