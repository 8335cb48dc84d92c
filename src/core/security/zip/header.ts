import { decodeStrictly } from '../bytes.ts'
import { partOf } from '../content/part-of.ts'
import { readRange } from '../content/read-range.ts'
import type { Source } from '../content/source.ts'
import { viewAt } from '../content/view-at.ts'
import type { Report } from './archive.ts'
import { readExtra } from './extra.ts'

/** Lengths of the fixed parts, and where in them `flags` stands (APPNOTE 4.3.7, 4.3.12). */
const CENTRAL = { signature: 0x02014b50, length: 46, flags: 8 }
const LOCAL = { signature: 0x04034b50, length: 30, flags: 6 }
/** Stands for a number that the zip64 extra field has. */
const SATURATED = 0xffffffff
const UTF8_NAME = 1 << 11
const UNIX = 3
const FILE_TYPE = 0xf000
const SYMBOLIC_LINK = 0xa000

/** What one header says of a member. */
export interface Header {
  readonly name: string
  readonly flags: number
  readonly method: number
  /** Time and date of MS-DOS. */
  readonly modified: number
  readonly crc32: number
  readonly compressedSize: number
  readonly size: number
  /** Of the local header, from the start of the archive; 0 in the local header itself. */
  readonly offset: number
  /** First byte after the header. */
  readonly end: number
}

/** Reads one header of the central directory, which ends at `limit`; undefined where there is none. */
export function readCentralHeader(source: Source, at: number, limit: number, report: Report): Header | undefined {
  const header = readHeader(partOf(source, 0, limit), at, CENTRAL, report)
  if (!header) return undefined
  const view = viewAt(source, at, CENTRAL.length)
  const comment = view.getUint16(32, true)
  if (comment !== 0) report('a member has a comment')
  if (view.getUint16(34, true) !== 0) report('it is one of several disks')
  if (view.getUint8(5) === UNIX && (view.getUint16(40, true) & FILE_TYPE) === SYMBOLIC_LINK)
    report('a member is a symbolic link')
  return { ...header, end: header.end + comment }
}

/** Reads the header before a member's bytes; undefined where there is none. */
export const readLocalHeader = (source: Source, at: number, report: Report): Header | undefined =>
  readHeader(source, at, LOCAL, report)

/** Both kinds have the fields from `flags` on in one order, and name and extra fields after the fixed part. */
function readHeader(
  source: Source,
  at: number,
  { signature, length, flags: first }: typeof CENTRAL,
  report: Report,
): Header | undefined {
  const nameStart = at + length
  if (at < 0 || nameStart > source.size) return undefined
  const view = viewAt(source, at, length)
  if (view.getUint32(0, true) !== signature) return undefined
  const nameEnd = nameStart + view.getUint16(first + 20, true)
  const end = nameEnd + view.getUint16(first + 22, true)
  if (end > source.size) return undefined
  const flags = view.getUint16(first, true)
  const offset = signature === CENTRAL.signature ? view.getUint32(42, true) : 0
  const short = [view.getUint32(first + 16, true), view.getUint32(first + 12, true), offset]
  const long = readExtra(readRange(source, nameEnd, end), short.filter(value => value === SATURATED).length, report)
  const [size = 0, compressedSize = 0, start = 0] = short.map(value =>
    value === SATURATED ? (long.shift() ?? value) : value,
  )
  return {
    name: readName(readRange(source, nameStart, nameEnd), flags, report),
    flags,
    method: view.getUint16(first + 2, true),
    modified: view.getUint32(first + 4, true),
    crc32: view.getUint32(first + 8, true),
    compressedSize,
    size,
    offset: start,
    end,
  }
}

function readName(raw: Uint8Array, flags: number, report: Report): string {
  const name = decodeStrictly(raw)
  if (name === undefined || (!(flags & UTF8_NAME) && raw.some(byte => byte > 0x7f)))
    report('a member has a name that readers decode differently')
  return name ?? ''
}
