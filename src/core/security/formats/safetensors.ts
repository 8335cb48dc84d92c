import { grouped } from '../../wording/grouped.ts'
import { decodeStrictly } from '../bytes.ts'
import { byteAt } from '../content/byte-at.ts'
import { readRange } from '../content/read-range.ts'
import type { Source } from '../content/source.ts'
import { viewAt } from '../content/view-at.ts'
import { defineFormat, type Inspection, inconclusive, passed } from '../format.ts'
import { printable } from '../printable.ts'
import { Header } from '../safetensors/header.ts'
import { layoutFault } from '../safetensors/layout-fault.ts'
import { repeatedKey } from '../safetensors/repeated-key.ts'

/** Longest header the reference implementation reads (safetensors/src/tensor.rs, MAX_HEADER_SIZE). */
const MAX_HEADER = 100_000_000
const PREFIX = 8
const HINT = 'Save the tensors again with the safetensors library'

/** Tensors as plain bytes after a JSON header of `u64` length; nothing in it is executed. */
export const safetensors = defineFormat({
  id: 'safetensors',
  title: 'a safetensors file',
  recognise: source => byteAt(source, PREFIX) === 0x7b && headerLength(source) <= MAX_HEADER,
  inspect(source) {
    const found = inspectHeader(source)
    return typeof found === 'string' ? inconclusive(`Expected a safetensors file but ${found}`, HINT) : found
  },
})

function headerLength(source: Source): number {
  const view = viewAt(source, 0, PREFIX)
  return view.getUint32(0, true) + view.getUint32(4, true) * 2 ** 32
}

function inspectHeader(source: Source): Inspection | string {
  const end = PREFIX + headerLength(source)
  if (end > source.size) return 'its header is longer than the file'
  const json = decodeStrictly(readRange(source, PREFIX, end))
  if (json === undefined) return 'its header is no UTF-8'
  const value = parse(json)
  if (value === undefined) return 'its header is no JSON'
  const key = repeatedKey(json)
  if (key !== undefined) return `its header has the key ${printable(key)} twice`
  const header = Header.safeParse(value)
  if (!header.success)
    return `its header has no right entry at ${printable(header.error.issues[0]?.path.join('.') ?? '')}`
  const { __metadata__: _, ...tensors } = header.data
  const entries = Object.entries(tensors)
  return (
    layoutFault(entries, source.size - end) ??
    passed(
      `${grouped(entries.length)} ${entries.length === 1 ? 'tensor' : 'tensors'} of plain numbers, filling the file exactly`,
    )
  )
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
