import type { Source } from '../content/source.ts'
import { printable } from '../printable.ts'
import type { Member, Report } from './archive.ts'
import { type Header, readLocalHeader } from './header.ts'

/** Flags that change nothing a reader must know: how hard was compressed, sizes after the bytes, names in UTF-8. */
const KNOWN_FLAGS = 0b1000_0000_1110
const ENCRYPTED = 0b1
/** Sizes and checksum stand after the bytes, zeros in the local header. */
export const SIZES_AFTER = 0b1000
const METHODS: Readonly<Record<number, Member['method']>> = { 0: 'stored', 8: 'deflated' }

/** A member with its central header. */
export interface Located {
  readonly header: Header
  readonly member: Member
  /** Of the local header, from the start of the file. */
  readonly at: number
}

/** Finds the bytes of a member and compares its two headers; undefined where no reader could get at it. */
export function locate(source: Source, header: Header, at: number, report: Report): Located | undefined {
  const shown = printable(header.name)
  const local = readLocalHeader(source, at, report)
  const method = METHODS[header.method]
  const end = (local?.end ?? 0) + header.compressedSize
  if (header.flags & ENCRYPTED) report(`the member ${shown} is encrypted`)
  if (header.flags & ~KNOWN_FLAGS) report(`the member ${shown} has unknown flags`)
  if (!method) report(`the member ${shown} is compressed by method ${header.method}`)
  if (!local) report(`the member ${shown} is not where the central directory says`)
  else if (!agrees(header, local)) report(`the member ${shown} is described differently by its two headers`)
  if (end > source.size) report(`the member ${shown} is longer than the file`)
  if (method === 'stored' && header.size !== header.compressedSize) report(`the member ${shown} has two sizes`)
  if (!local || !method || end > source.size) return undefined
  const { name, crc32, size } = header
  return { header, at, member: { name, method, crc32, size, start: local.end, end } }
}

function agrees(central: Header, local: Header): boolean {
  const later = (central.flags & SIZES_AFTER) !== 0
  const same = (key: 'crc32' | 'compressedSize' | 'size') => local[key] === central[key] || (later && local[key] === 0)
  return (
    local.name === central.name &&
    local.flags === central.flags &&
    local.method === central.method &&
    local.modified === central.modified &&
    same('crc32') &&
    same('compressedSize') &&
    same('size')
  )
}
