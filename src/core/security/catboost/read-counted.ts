import { FlatFault } from '../flatbuffers/flat-fault.ts'
import { countOf, type FlatTable, wholeOf } from '../flatbuffers/flat-table.ts'
import { readWholeFlatbuffer } from '../flatbuffers/read-flatbuffer.ts'
import { type PartReader, take, takeWord } from './part-reader.ts'
import { COUNTED, counted } from './shapes.ts'

/** A hash of eight bytes, and the place of what was counted of it. */
const BUCKET = 12
const EMPTY = 0xffffffff
/** Bytes of one count. */
const COUNT = 4

/** Passes over the tables of what was counted of categories. Throws FlatFault. */
export function readCounted(reader: PartReader): void {
  const count = takeWord(reader)
  for (let i = 0; i < count; i++) requireBuckets(readWholeFlatbuffer(take(reader, takeWord(reader)), counted))
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
