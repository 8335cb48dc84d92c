import { type Part, requireCovered, requirePadding } from './covered.ts'
import { FlatFault } from './flat-fault.ts'
import type { FlatTable, FlatValue } from './flat-table.ts'
import type { Field, Shape } from './shape.ts'

/** A reference, a length, a vector's count. */
const WORD = 4
/** Of a table of places: its own size and that of the tables it is of. */
const PLACES_HEAD = 4

interface Reading {
  readonly bytes: Uint8Array
  readonly view: DataView
  readonly parts: Part[]
  /** Tables that several refer to are read once. */
  readonly read: Map<number, FlatTable>
}

/** A buffer's root, and where the buffer ends in what it was read from. */
export interface Flatbuffer {
  readonly root: FlatTable
  readonly end: number
}

/**
 * Reads a buffer of FlatBuffers (flatbuffers.dev/internals) by the shape of its root: every reference stays within it and
 * goes forward, no table has a field that its shape does not know, and every byte up to its end belongs to one part.
 * `identifier` is the four letters after the reference to the root, of a format that has them. Throws FlatFault.
 */
export function readFlatbuffer(bytes: Uint8Array, shape: Shape, identifier = ''): Flatbuffer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const reading = { bytes, view, parts: [], read: new Map() }
  try {
    take(reading, 0, WORD + identifier.length)
    const root = readTable(reading, view.getUint32(0, true), shape)
    return { root, end: requireCovered(bytes, reading.parts) }
  } catch (error) {
    if (error instanceof RangeError) throw new FlatFault('refers to what lies outside it')
    throw error
  }
}

/** The root of a buffer that nothing but zeros follows. */
export function readWholeFlatbuffer(bytes: Uint8Array, shape: Shape): FlatTable {
  const { root, end } = readFlatbuffer(bytes, shape)
  requirePadding(bytes, end, bytes.length)
  return root
}

function readTable(reading: Reading, at: number, shape: Shape): FlatTable {
  const { view, read } = reading
  const known = read.get(at)
  if (known?.shape === shape) return known
  if (known) throw new FlatFault(`has something at byte ${at} that is both ${known.shape.name} and ${shape.name}`)
  const places = at - view.getInt32(at, true)
  const size = view.getUint16(places + 2, true)
  const slots = (view.getUint16(places, true) - PLACES_HEAD) / 2
  if (!Number.isInteger(slots) || slots < 0 || size < WORD) throw new FlatFault(`has a broken table at byte ${at}`)
  take(reading, places, PLACES_HEAD + slots * 2)
  const distances = Array.from({ length: slots }, (_, slot) => view.getUint16(places + PLACES_HEAD + slot * 2, true))
  const end = endOfFields(reading, { at, shape, distances })
  if (end > size) throw new FlatFault(`has a broken table at byte ${at}`)
  take(reading, at, end)
  const values: (FlatValue | undefined)[] = []
  for (const [slot, field] of shape.fields.entries()) {
    const distance = distances[slot] ?? 0
    values.push(distance === 0 ? undefined : readField(reading, at + distance, field, values[slot - 1]))
  }
  const table = { shape, at, view, values }
  read.set(at, table)
  return table
}

interface Layout {
  readonly at: number
  readonly shape: Shape
  readonly distances: readonly number[]
}

/**
 * Where a table ends, from its first byte. Its fields lie one after the other, with nothing but zeros between them. Some
 * writers state a greater size, of which readers make nothing, so that what follows belongs to the table by its last field only.
 */
function endOfFields({ bytes }: Reading, { at, shape, distances }: Layout): number {
  const fields = distances
    .flatMap((distance, slot) => (distance === 0 ? [] : [{ distance, slot }]))
    .sort((a, b) => a.distance - b.distance)
  let end = WORD
  for (const { distance, slot } of fields) {
    const field = shape.fields[slot]
    if (!field) throw new FlatFault(`has a field ${slot} in ${shape.name} that is not known`)
    if (distance < end) throw new FlatFault(`has fields of ${shape.name} that overlap at byte ${at + distance}`)
    requireZeros(bytes, at + end, at + distance)
    end = distance + (field.kind === 'number' ? field.size : WORD)
  }
  return end
}

function requireZeros(bytes: Uint8Array, start: number, end: number): void {
  if (bytes.subarray(start, end).some(byte => byte !== 0))
    throw new FlatFault(`has bytes from ${start} on that nothing refers to`)
}

function readField(reading: Reading, at: number, field: Field, before: FlatValue | undefined): FlatValue {
  if (field.kind === 'number') return { kind: 'number', at, size: field.size }
  const target = follow(reading, at)
  if (field.kind === 'text') return { kind: 'text', at: target, bytes: readText(reading, target) }
  if (field.kind === 'table') return { kind: 'tables', tables: [readTable(reading, target, field.of)] }
  if (field.kind === 'union')
    return { kind: 'tables', tables: [readTable(reading, target, memberOf(field, reading, before))] }
  const count = reading.view.getUint32(target, true)
  const size = field.kind === 'numbers' ? field.size : WORD
  take(reading, target, WORD + count * size)
  if (field.kind === 'numbers') return { kind: 'numbers', at: target + WORD, count, size }
  const targets = Array.from({ length: count }, (_, i) => follow(reading, target + WORD + i * WORD))
  return field.kind === 'texts'
    ? { kind: 'texts', texts: targets.map(each => readText(reading, each)) }
    : { kind: 'tables', tables: targets.map(each => readTable(reading, each, field.of)) }
}

/** The shape of a union's table goes by the number before it. */
function memberOf(field: Field & { kind: 'union' }, { view }: Reading, before: FlatValue | undefined): Shape {
  const type = before?.kind === 'number' ? view.getUint8(before.at) : 0
  const shape = field.of[type - 1]
  if (!shape) throw new FlatFault(`has a table of kind ${type} that is not known`)
  return shape
}

function readText(reading: Reading, at: number): Uint8Array {
  const { bytes, view } = reading
  const end = at + WORD + view.getUint32(at, true)
  take(reading, at, end + 1 - at)
  if (bytes[end] !== 0) throw new FlatFault(`has a text at byte ${at} that does not end`)
  return bytes.subarray(at + WORD, end)
}

/** References go forward only, so that no table is part of itself. */
function follow({ view }: Reading, at: number): number {
  const distance = view.getUint32(at, true)
  if (distance === 0) throw new FlatFault(`has a reference to itself at byte ${at}`)
  return at + distance
}

function take({ bytes, parts }: Reading, start: number, length: number): void {
  if (start < 0 || start + length > bytes.length) throw new FlatFault('refers to what lies outside it')
  parts.push([start, start + length])
}
