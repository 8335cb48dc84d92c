import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import { UserError } from '../../core/user-error.ts'
import { fileError, systemCode } from '../../files/file-error.ts'
import type { TableFile } from '../table-format.ts'
import { type ByteReader, type ByteSource, fileSource } from './byte-source.ts'
import { type HashedReader, hashedReader } from './hashed-reader.ts'

/** Bytes that may come of one compressed byte, once many have: more is a bomb, not a table. */
const MAX_RATIO = 2000
const FREE = 256 * 1024 * 1024

const DECOMPRESS = {
  gzip: createGunzip,
  zstd: createZstdDecompress,
} as const
type Compression = keyof typeof DECOMPRESS

/** The text of a file, decompressed where it is compressed; its digest is that of the file as it stands on disk. */
export function textSource(file: TableFile): {
  readonly source: ByteSource
  readonly compressed: boolean
  reader(): Promise<HashedReader>
} {
  const compression = compressionOf(file.head)
  if (!compression) {
    const source = fileSource(file)
    return { source, compressed: false, reader: async () => hashedReader(await source.open(0)) }
  }
  return {
    source: { open: async from => skip(decompressing(file, compression), from) },
    compressed: true,
    reader: async () => decompressing(file, compression),
  }
}

function compressionOf(head: Uint8Array): Compression | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  return head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd ? 'zstd' : undefined
}

function decompressing({ name, absolute }: TableFile, compression: Compression): HashedReader {
  const hash = createHash('sha256')
  const raw = createReadStream(absolute)
  const stream = DECOMPRESS[compression]()
  let [before, after] = [0, 0]
  raw.on('data', chunk => {
    hash.update(chunk)
    before += chunk.length
  })
  raw.on('error', cause => stream.destroy(cause))
  const pieces: AsyncIterator<Buffer> = raw.pipe(stream)[Symbol.asyncIterator]()
  let piece: Buffer = Buffer.alloc(0)
  return {
    async read(target) {
      if (piece.length === 0) piece = await nextPiece()
      const size = Math.min(piece.length, target.length)
      target.set(piece.subarray(0, size))
      piece = piece.subarray(size)
      return size
    },
    async close() {
      raw.destroy()
      stream.destroy()
    },
    digest: () => ({ sha256: hash.digest('hex'), bytes: before }),
  }

  async function nextPiece(): Promise<Buffer> {
    try {
      const { value, done } = await pieces.next()
      if (done) return Buffer.alloc(0)
      after += value.length
      if (after > FREE && after > MAX_RATIO * before) throw bomb(name)
      return value
    } catch (cause) {
      throw cause instanceof UserError ? cause : refused(name, compression, cause)
    }
  }
}

async function skip(reader: ByteReader, bytes: number): Promise<ByteReader> {
  const piece = new Uint8Array(Math.min(1024 * 1024, bytes))
  for (let left = bytes; left > 0; ) {
    const read = await reader.read(piece.subarray(0, Math.min(left, piece.length)))
    if (read === 0) break
    left -= read
  }
  return reader
}

const bomb = (name: string) =>
  new UserError('table.ratio', `Expected ${name} to hold at most ${MAX_RATIO} times its size but found more`, {
    file: name,
    hint: 'Decompress it first, if it is meant to be so large',
  })

function refused(name: string, compression: Compression, cause: unknown): unknown {
  const code = systemCode(cause)
  if (code === undefined || /^(E[A-Z]+)$/.test(code)) return code === undefined ? cause : fileError(name, 'read', cause)
  const cut = /unexpected end|buf_error|src_size|srcSize/i.test(
    `${code} ${cause instanceof Error ? cause.message : ''}`,
  )
  const found = cut ? 'its end is missing' : 'it is damaged'
  return new UserError('table.compression', `Expected ${name} to be whole ${compression} data but ${found}`, {
    file: name,
    hint: 'Write or download it again',
    cause,
  })
}
