import { crc32, inflateRawSync } from 'node:zlib'
import { UserError } from '../core/user-error.ts'

export interface ZipEntry {
  readonly name: string
  /** The file's bytes, their checksum verified. */
  content(): Uint8Array
}

/** Files in one archive, bytes that one file and that all of them may have: several times what OSV's largest archive holds. */
const MAX_ENTRIES = 2_000_000
const MAX_ENTRY = 64 * 1024 * 1024
const MAX_TOTAL = 8 * 1024 * 1024 * 1024

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const STORED = 0
const DEFLATED = 8

/** The files of a zip archive, zip64 too (PKWARE APPNOTE 6.3.10, 4.3). Throws a `UserError` for what is damaged, encrypted or out of bounds. */
export function zipEntries(archive: Uint8Array): ZipEntry[] {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  const { entries, offset, end } = within(() => directoryOf(bytes))
  if (entries > MAX_ENTRIES) throw broken(`${entries} files`)
  const found: ZipEntry[] = []
  let at = offset
  let total = 0
  for (let i = 0; i < entries; i++) {
    const entry = within(() => centralEntry(bytes, at))
    total += entry.size
    if (entry.size > MAX_ENTRY || total > MAX_TOTAL) throw broken(`files larger than an archive of OSV holds`)
    found.push({ name: entry.name, content: () => within(() => contentOf(bytes, entry)) })
    at = entry.next
  }
  if (at !== end) throw broken('a damaged directory')
  return found
}

interface Central {
  readonly name: string
  readonly method: number
  readonly flags: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
  readonly next: number
}

function directoryOf(bytes: Buffer): { entries: number; offset: number; end: number } {
  const lowest = Math.max(0, bytes.length - 22 - 0xffff)
  for (let at = bytes.length - 22; at >= lowest; at--) {
    if (bytes.readUInt32LE(at) !== END) continue
    if (at < 20 || bytes.readUInt32LE(at - 20) !== LOCATOR_64)
      return { entries: bytes.readUInt16LE(at + 10), offset: bytes.readUInt32LE(at + 16), end: at }
    const end = integer(bytes, at - 12)
    if (bytes.readUInt32LE(end) !== END_64) throw broken('a damaged directory')
    return { entries: integer(bytes, end + 32), offset: integer(bytes, end + 48), end }
  }
  throw broken('no directory at its end')
}

function centralEntry(bytes: Buffer, at: number): Central {
  if (bytes.readUInt32LE(at) !== CENTRAL) throw broken('a damaged directory')
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30)
  const [size, packed, offset] = widened(bytes.subarray(nameEnd, extraEnd), [
    bytes.readUInt32LE(at + 24),
    bytes.readUInt32LE(at + 20),
    bytes.readUInt32LE(at + 42),
  ])
  return {
    name: bytes.toString('utf8', at + 46, nameEnd),
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    size,
    packed,
    offset,
    next: extraEnd + bytes.readUInt16LE(at + 32),
  }
}

/** Numbers too large for 32 bits stand in the extra field 1, in this order, only those that are (4.5.3). */
function widened(extra: Buffer, sizes: [number, number, number]): [number, number, number] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let field = at + 4
    const wide = (value: number) => {
      if (value !== 0xffffffff) return value
      field += 8
      return integer(extra, field - 8)
    }
    return [wide(sizes[0]), wide(sizes[1]), wide(sizes[2])]
  }
  return sizes
}

function contentOf(bytes: Buffer, { name, flags, method, crc, packed, size, offset }: Central): Uint8Array {
  if (bytes.readUInt32LE(offset) !== LOCAL || (flags & 1) !== 0) throw broken(`a damaged or encrypted '${name}'`)
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const data = bytes.subarray(start, start + packed)
  const content =
    method === DEFLATED && size > 0
      ? inflateRawSync(data, { maxOutputLength: size })
      : method === STORED || size === 0
        ? data.subarray(0, size)
        : undefined
  if (content?.length !== size || crc32(content) !== crc) throw broken(`a damaged '${name}'`)
  return content
}

/** Eight bytes, as far as a number holds them. */
function integer(bytes: Buffer, at: number): number {
  const value = bytes.readBigUInt64LE(at)
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw broken('a damaged directory')
  return Number(value)
}

/** What reads past the end or does not inflate is damaged. */
function within<T>(read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw cause instanceof UserError ? cause : broken('a damaged part', cause)
  }
}

const broken = (found: string, cause?: unknown) =>
  new UserError('osv.archive', `Expected a zip archive of OSV but found ${found}`, {
    hint: 'Download the all.zip of the ecosystem again from OSV',
    cause,
  })
