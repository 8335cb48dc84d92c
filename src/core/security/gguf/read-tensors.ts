import { grouped } from '../../wording/grouped.ts'
import { decodeStrictly } from '../bytes.ts'
import { readRange } from '../content/read-range.ts'
import { printable } from '../printable.ts'
import type { Header } from './header.ts'
import { GgufFault, type Reader, readCount, readText, readU32 } from './reader.ts'
import { TENSOR_TYPES } from './tensor-types.ts'

/** ggml.h, GGML_MAX_NAME and GGML_MAX_DIMS. */
const MAX_NAME = 63
const MAX_DIMS = 4

/** Reads the tensors' names, shapes and places; they must follow each other to the last byte of the file. */
export function readTensors(reader: Reader, { tensors, alignment }: Pick<Header, 'tensors' | 'alignment'>): void {
  const padded = (length: number) => Math.ceil(length / alignment) * alignment
  const names = new Set<string>()
  let expected = 0
  let end = 0
  for (let i = 0; i < tensors; i++) {
    const at = reader.at
    const name = decodeStrictly(readText(reader, MAX_NAME))
    if (name === undefined || names.has(name)) throw new GgufFault(`it has no new tensor name at byte ${at}`)
    names.add(name)
    const size = readSize(reader, name)
    const offset = readCount(reader)
    if (offset !== expected) throw new GgufFault(`its tensor ${printable(name)} does not follow the one before it`)
    end = offset + size
    expected = padded(end)
  }
  const start = tensors > 0 ? padded(reader.at) : reader.at
  const rest = reader.source.size - start - end
  if (rest < 0) throw new GgufFault(`its tensors end ${grouped(-rest)} bytes after the file`)
  if (rest >= alignment || readRange(reader.source, start + end, reader.source.size).some(byte => byte !== 0))
    throw new GgufFault(`it has ${grouped(rest)} more bytes than its tensors`)
}

function readSize(reader: Reader, name: string): number {
  const dims = readU32(reader)
  if (dims > MAX_DIMS) throw new GgufFault(`its tensor ${printable(name)} has ${dims} dimensions`)
  let elements = 1
  let row = 1
  for (let i = 0; i < dims; i++) {
    const length = readCount(reader)
    if (i === 0) row = length
    elements *= length
    if (elements > Number.MAX_SAFE_INTEGER) throw new GgufFault(`its tensor ${printable(name)} is larger than any file`)
  }
  const type = readU32(reader)
  const block = TENSOR_TYPES[type]
  if (block === undefined) throw new GgufFault(`its tensor ${printable(name)} is of unknown type ${type}`)
  if (row % block[0] !== 0) throw new GgufFault(`its tensor ${printable(name)} has a row that is no number of blocks`)
  return (elements / block[0]) * block[1]
}
