import { decodeStrictly } from '../bytes.ts'
import { byteAt } from '../content/byte-at.ts'
import type { Source } from '../content/source.ts'
import { viewAt } from '../content/view-at.ts'
import { printable } from '../printable.ts'
import { GgufFault, type Reader, readCount, readText, readU32, skip, skipText } from './reader.ts'

const VERSIONS = [2, 3]
const MAX_KEY = 65535
const MAX_TEXT = 64 * 1024 * 1024
const STRING = 8
const ARRAY = 9
const U32 = 4
const BOOL = 7
/** Bytes of each type of value; strings and arrays say their own. */
const SIZES: Readonly<Record<number, number>> = { 0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8 }
const TEMPLATE = /^tokenizer\.chat_template(\.|$)/
const DEFAULT_ALIGNMENT = 32

/** A chat template: text that a loader compiles and runs. */
export interface Template {
  readonly key: string
  /** Byte of the file where it begins. */
  readonly offset: number
  readonly bytes: Uint8Array
}

/** What stands before the tensors. */
export interface Header {
  readonly tensors: number
  readonly alignment: number
  readonly templates: readonly Template[]
  readonly keys: number
}

/** Opens a GGUF file of version 2 or 3 in either byte order. */
export function openGguf(source: Source): Reader {
  if (source.size < 24) throw new GgufFault('it breaks off in its header')
  const view = viewAt(source, 0, 8)
  const littleEndian = VERSIONS.includes(view.getUint32(4, true))
  const version = view.getUint32(4, littleEndian)
  if (!VERSIONS.includes(version)) throw new GgufFault(`it is of version ${view.getUint32(4, true)}, not 2 or 3`)
  return { source, littleEndian, at: 8 }
}

/** Reads counts and metadata; hands each template to `found` as soon as it is read. */
export function readHeader(reader: Reader, found: (template: Template) => void): Omit<Header, 'templates'> {
  const tensors = readCount(reader)
  const keys = readCount(reader)
  const seen = new Set<string>()
  let alignment = DEFAULT_ALIGNMENT
  for (let i = 0; i < keys; i++) {
    const at = reader.at
    const key = decodeStrictly(readText(reader, MAX_KEY))
    if (key === undefined || !/^[\x21-\x7e]+$/.test(key))
      throw new GgufFault(`it has a key that is no name at byte ${at}`)
    if (seen.has(key)) throw new GgufFault(`it has the key ${printable(key)} twice`)
    seen.add(key)
    const type = readU32(reader)
    if (key === 'general.alignment') alignment = readAlignment(reader, type)
    else if (TEMPLATE.test(key) && type === STRING) found(readTemplate(reader, key))
    else if (TEMPLATE.test(key)) throw new GgufFault(`it has a chat template that is no text at byte ${at}`)
    else skipValue(reader, type)
  }
  return { tensors, alignment, keys }
}

function readAlignment(reader: Reader, type: number): number {
  const alignment = type === U32 ? readU32(reader) : 0
  if (alignment < 8 || (alignment & (alignment - 1)) !== 0 || alignment > 2 ** 20)
    throw new GgufFault('its alignment is no power of two from 8')
  return alignment
}

function readTemplate(reader: Reader, key: string): Template {
  const bytes = readText(reader, MAX_TEXT)
  return { key, offset: reader.at - bytes.length, bytes }
}

function skipValue(reader: Reader, type: number): void {
  if (type === STRING) {
    skipText(reader, MAX_TEXT)
    return
  }
  if (type !== ARRAY) {
    const at = skip(reader, sizeOf(type, reader.at))
    if (type === BOOL && (byteAt(reader.source, at) ?? 0) > 1)
      throw new GgufFault(`it has a boolean that is neither at byte ${at}`)
    return
  }
  const of = readU32(reader)
  const count = readCount(reader)
  if (of === STRING) for (let i = 0; i < count; i++) skipText(reader, MAX_TEXT)
  else skip(reader, count * sizeOf(of, reader.at))
}

function sizeOf(type: number, at: number): number {
  const size = SIZES[type]
  if (size === undefined) throw new GgufFault(`it has a value of unknown type ${type} at byte ${at}`)
  return size
}
