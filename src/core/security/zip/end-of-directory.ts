import { hasAt } from '../bytes.ts'
import { readRange } from '../content/read-range.ts'
import type { Source } from '../content/source.ts'
import { viewAt } from '../content/view-at.ts'
import type { Report } from './archive.ts'

/** Sizes of the records at the end (APPNOTE 4.3.14 to 4.3.16). */
const END = 22
const LOCATOR = 20
const END64 = 56
const MAX_COMMENT = 0xffff
/** The first byte of the end record. */
const P = 0x50

/** Where the central directory is, and how far all offsets in it are off. */
export interface Directory {
  readonly start: number
  readonly end: number
  readonly entries: number
  /** Bytes before the archive; 0 of a sound one. */
  readonly before: number
}

interface Sizes {
  readonly entries: number
  readonly size: number
  readonly offset: number
}

/** The last end record that a reader could take, by searching backwards as all of them do. */
export function findEnd(source: Source): number | undefined {
  if (source.size < END) return undefined
  const first = Math.max(0, source.size - END - MAX_COMMENT)
  const tail = readRange(source, first, source.size)
  for (let at = tail.lastIndexOf(P, tail.length - END); at >= 0; at = tail.subarray(0, at).lastIndexOf(P))
    if (hasAt(source, 'PK\x05\x06', first + at)) return first + at
  return undefined
}

/** Reads the end record, and the zip64 records before it where they are; undefined where no reader could go on. */
export function readEnd(source: Source, report: Report): Directory | undefined {
  const end = findEnd(source)
  if (end === undefined) {
    report('it has no end of the central directory')
    return undefined
  }
  const view = viewAt(source, end, END)
  if (end !== source.size - END || view.getUint16(20, true) !== 0)
    report('it has a comment or something else after its end')
  if (view.getUint32(4, true) !== 0 || view.getUint16(8, true) !== view.getUint16(10, true))
    report('it is one of several disks')
  const short: Sizes = {
    entries: view.getUint16(10, true),
    size: view.getUint32(12, true),
    offset: view.getUint32(16, true),
  }
  const long = readEnd64(source, end, report)
  const { entries, size, offset } = long ?? short
  if (long && !agrees(short, long)) report('its two ends of the central directory contradict each other')
  if (!long && (short.entries === 0xffff || short.size === 0xffffffff || short.offset === 0xffffffff))
    report('its zip64 records are missing')
  const directoryEnd = long ? end - LOCATOR - END64 : end
  const start = directoryEnd - size
  if (start < 0) {
    report('its central directory is larger than the file')
    return undefined
  }
  if (start !== offset) report('something stands before the archive, or between its parts')
  return { start, end: directoryEnd, entries, before: start - offset }
}

const agrees = (short: Sizes, long: Sizes) =>
  (short.entries === 0xffff || short.entries === long.entries) &&
  (short.size === 0xffffffff || short.size === long.size) &&
  (short.offset === 0xffffffff || short.offset === long.offset)

function readEnd64(source: Source, end: number, report: Report): Sizes | undefined {
  const locator = end - LOCATOR
  if (locator < END64 || !hasAt(source, 'PK\x06\x07', locator)) return undefined
  const record = locator - END64
  const view = viewAt(source, record, END64 + LOCATOR)
  if (!hasAt(source, 'PK\x06\x06', record) || view.getBigUint64(4, true) !== BigInt(END64 - 12)) {
    report('its zip64 end of the central directory is not where it belongs')
    return undefined
  }
  const entries = Number(view.getBigUint64(32, true))
  const disks = view.getUint32(END64 + 4, true) + view.getUint32(16, true) + view.getUint32(20, true)
  if (disks !== 0 || view.getUint32(END64 + 16, true) > 1 || Number(view.getBigUint64(24, true)) !== entries)
    report('it is one of several disks')
  if (Number(view.getBigUint64(END64 + 8, true)) !== record)
    report('its zip64 end of the central directory is not where it says')
  return {
    entries,
    size: Number(view.getBigUint64(40, true)),
    offset: Number(view.getBigUint64(48, true)),
  }
}
