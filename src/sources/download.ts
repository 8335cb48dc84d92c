import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { UserError } from '../core/user-error.ts'
import { connectionFault } from '../http/connection-fault.ts'
import type { RemoteFile } from '../ports/source.ts'
import { cacheFault, type Digests } from './cache/cache.ts'
import { downloadProgress } from './download-progress.ts'
import type { SourceWorld } from './source-kind.ts'

/** Connections lost one after the other without a byte gained. */
const TRIES = 5
/** No file is larger: a stream without an end must not fill the disk. */
const MAX_BYTES = 256 * 1024 ** 3

/** Writes a file's bytes to a new file, going on where a connection broke off; gives their digests. */
export async function download(file: RemoteFile, path: string, world: SourceWorld): Promise<Digests> {
  const second = world.second ?? 1000
  const tell = downloadProgress(file, world)
  const target = await open(path, 'wx').catch((cause: unknown) => {
    throw cacheFault(dirname(path), cause)
  })
  let hashes = freshHashes()
  let written = 0
  let lost = 0
  try {
    for (;;) {
      const before = written
      const broken = await part()
      if (broken === undefined) return { sha256: hashes.sha256.digest('hex'), md5: hashes.md5.digest('hex') }
      lost = written > before ? 1 : lost + 1
      if (lost >= TRIES) throw interrupted(file, written, broken)
      await wait(Math.random() * 0.5 * 2 ** lost * second)
    }
  } finally {
    await target.close()
  }

  /** Reads on to the end; gives what broke it off. */
  async function part(): Promise<Error | undefined> {
    const { from, bytes } = await file.read(written)
    if (from > written) throw new Error(`${file.name} was to be read from ${written}, not from ${from}`)
    let skip = written - from
    if (from === 0 && skip > 0) {
      await target.truncate(0)
      hashes = freshHashes()
      written = 0
      skip = 0
    }
    try {
      for await (const piece of bytes) {
        const rest = piece.subarray(Math.min(skip, piece.length))
        skip -= piece.length - rest.length
        await put(rest)
      }
    } catch (error) {
      if (error instanceof UserError || !(error instanceof Error)) throw error
      return error
    }
    return file.bytes === undefined || written >= file.bytes ? undefined : ENDED_EARLY
  }

  async function put(piece: Uint8Array): Promise<void> {
    hashes.sha256.update(piece)
    hashes.md5.update(piece)
    for (let done = 0; done < piece.length; ) {
      const { bytesWritten } = await target.write(piece, done, piece.length - done, written).catch((cause: unknown) => {
        throw cacheFault(dirname(path), cause)
      })
      done += bytesWritten
      written += bytesWritten
    }
    if (written > Math.min(file.bytes ?? MAX_BYTES, MAX_BYTES)) throw tooLarge(file)
    tell(written)
  }
}

const freshHashes = () => ({ sha256: createHash('sha256'), md5: createHash('md5') })

/** Nobody hung up, and yet there was no more: most likely there is none. */
const ENDED_EARLY = new Error('the answer ended early')

function interrupted({ name, bytes }: RemoteFile, written: number, cause: Error): UserError {
  const after = `after ${written}${bytes === undefined ? '' : ` of ${bytes}`} bytes`
  const [found, then] =
    cause === ENDED_EARLY
      ? ['that was all', 'if that is all again, what is kept there is not whole: put it there anew']
      : [`found ${connectionFault(cause).found}`, 'if it breaks off again, ask whoever runs the server or the network']
  return new UserError('source.interrupted', `Expected ${name} to be sent to its end but ${after} ${found}`, {
    file: name,
    kind: 'environment',
    hint: `Run it again; ${then}`,
    cause,
  })
}

const tooLarge = ({ name, bytes }: RemoteFile) =>
  new UserError('source.too-large', `Expected at most ${bytes ?? MAX_BYTES} bytes of ${name} but more were sent`, {
    file: name,
    kind: 'environment',
    hint: 'Is it the right address, and the right file that is kept there? Run it again once nobody writes there',
  })
