import { FlatFault } from '../flatbuffers/flat-fault.ts'
import { countOf, type FlatTable, wholeOf } from '../flatbuffers/flat-table.ts'
import { readWholeFlatbuffer } from '../flatbuffers/read-flatbuffer.ts'
import { COUNTED, counted } from './shapes.ts'

const WORD = 4
/** A hash of eight bytes, and the place of what was counted of it. */
const BUCKET = 12
const EMPTY = 0xffffffff
/** Bytes of one count. */
const COUNT = 4

/** Where the tables of what was counted end, which begin at `start`. Throws FlatFault. */
export function readCounted(bytes: Uint8Array, start: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const lengthAt = (at: number) => {
    if (at + WORD > bytes.length) throw new FlatFault('breaks off')
    return view.getUint32(at, true)
  }
  const count = lengthAt(start)
  let at = start + WORD
  for (let i = 0; i < count; i++) {
    const length = lengthAt(at)
    at += WORD
    if (at + length > bytes.length) throw new FlatFault('breaks off')
    requireBuckets(readWholeFlatbuffer(bytes.subarray(at, at + length), counted))
    at += length
  }
  return at
}

/** Every place that a bucket names is one of the blob's rows. */
function requireBuckets(table: FlatTable): void {
  const buckets = countOf(table, COUNTED.buckets)
  const value = table.values[COUNTED.buckets]
  if (buckets % BUCKET !== 0 || value?.kind !== 'numbers') throw new FlatFault('has buckets of an unknown layout')
  const perRow = COUNT * Math.max(1, wholeOf(table, COUNTED.classes, 0))
  const rows = Math.floor(countOf(table, COUNTED.blob) / perRow)
  for (let at = value.at; at < value.at + buckets; at += BUCKET) {
    const place = table.view.getUint32(at + 8, true)
    if (place !== EMPTY && place >= rows) throw new FlatFault(`has a bucket at byte ${at} with nothing counted`)
  }
}
